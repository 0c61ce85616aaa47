import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import type { Field } from "./step-fields.ts";
import { useWords } from "../../language.tsx";

export type Makers = {
  complaint: ComplaintView;
  /** The way in which this customer is usually told something. */
  usual: string;
  text: (name: string, label: string, required?: boolean) => Field;
  via: (initial?: string) => Field;
};

const answered = ({ happened }: Record<string, string>) => happened === "solved" || happened === "unsolved";

/** What happened when the customer was asked whether it is solved, and in a call how satisfied they are. */
export function useFollowUpFields() {
  const { t, satisfied } = useWords();
  const f = t.field;
  return ({ complaint, usual, text, via }: Makers): Field[] => [
    {
      name: "happened",
      label: f.followUp,
      kind: "few",
      required: true,
      initial: usual === "email" ? "letter" : "",
      options: [
        ...(complaint.complainant.email ? [{ value: "letter", label: f.sendLetter }] : []),
        { value: "called", label: f.reachedOnly },
        { value: "missed", label: f.notReached },
        { value: "solved", label: f.solved },
        { value: "unsolved", label: f.unsolved },
      ],
    },
    { ...via("phone"), when: answered },
    { ...text("words", f.words, false), when: answered },
    {
      ...text("note", f.note, false),
      when: ({ happened }) => happened === "missed" || happened === "called",
    },
    ...(["handling", "result"] as const).map((name): Field => ({
      name,
      label: `${satisfied[`${name}Short`]} (${t.app.optional})`,
      kind: "many",
      hint: satisfied.said,
      options: Object.entries(satisfied.scale).map(([value, label]) => ({
        value,
        label: `${value} · ${label}`,
      })),
      // Asked in a call and never in a letter.
      when: (values) => answered(values) && (values.via === "phone" || values.via === "in_person"),
    })),
  ];
}
