import type { NewSession, SessionView } from "../../../src/areas/training/contract.ts";
import { useWords } from "../../language.tsx";
import type { Values } from "../complaint/investigation/adding.tsx";
import { optionsOf, useFields } from "../complaint/investigation/fields.ts";
import type { Field } from "../complaint/step-fields.ts";

const outside = "outside";

/** What a session is asked for; a correction begins with what is recorded and asks why. */
export function useSessionFields(session?: SessionView): Field[] {
  const { training: w } = useWords();
  const { few, date, colleague, line, text } = useFields({ conflicts: [] });
  const { planned, held, cancelled } = w.states;
  const from = session?.trainerName ? outside : "colleague";
  return [
    {
      ...few("state", w.state, optionsOf(session ? { planned, held, cancelled } : { planned, held })),
      initial: session?.state ?? "planned",
    },
    { ...date("date", w.date), initial: session?.date ?? "" },
    {
      ...few("trainerFrom", w.trainer, [
        { value: "colleague", label: w.trainerColleague },
        { value: outside, label: w.trainerOutside },
      ]),
      initial: from,
    },
    {
      ...colleague("trainerId", w.trainerColleague),
      initial: session?.trainerId ?? "",
      when: ({ trainerFrom }) => trainerFrom !== outside,
    },
    {
      ...line("trainerName", w.trainerName),
      initial: session?.trainerName ?? "",
      when: ({ trainerFrom }) => trainerFrom === outside,
    },
    { ...text("content", w.content), initial: session?.content ?? "" },
    { ...text("materials", w.materials, false), initial: session?.materials ?? "" },
    ...(session
      ? [
          {
            ...text("reason", w.reason, session.state !== "planned"),
            when: ({ state }: Values) => session.state !== "planned" || state === "cancelled",
          },
        ]
      : []),
  ];
}

/** What was filled in, as the server takes it. */
export const sessionOf = ({ trainerFrom, trainerId, trainerName, reason: _, ...values }: Values) =>
  ({
    ...values,
    ...(trainerFrom === outside ? { trainerName } : { trainerId }),
  }) as unknown as NewSession;
