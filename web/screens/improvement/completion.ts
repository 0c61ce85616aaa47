import type { ActionDetails } from "../../../src/areas/improvement/contract.ts";
import { useWords } from "../../language.tsx";
import { useTaxonomy } from "../../taxonomy.ts";
import type { Values } from "../complaint/investigation/adding.tsx";
import { optionsOf, useFields } from "../complaint/investigation/fields.ts";
import type { Field } from "../complaint/step-fields.ts";

const windows = {
  days90: { unit: "days", length: 90 },
  days180: { unit: "days", length: 180 },
  months3: { unit: "months", length: 3 },
  months6: { unit: "months", length: 6 },
  months12: { unit: "months", length: 12 },
} as const;

/** What is asked when an action is done: from when on, and what will be counted. */
export function useCompletionFields(action: ActionDetails): Field[] {
  const { improvement: w } = useWords();
  const { text, date, few, many } = useFields({ conflicts: [] });
  const causes = useTaxonomy("root-causes");
  const categories = useTaxonomy("categories");
  const programmes = useTaxonomy("programmes");
  const counts = ({ countable }: Values) => countable === "yes";
  const { rootCause, programme, category } = action;
  return [
    { ...date("effectiveOn", w.effectiveOn), hint: w.effectiveHint },
    { ...few("countable", w.whether, optionsOf(w.countable)), initial: rootCause ? "yes" : "" },
    { ...text("note", w.whyNot), when: ({ countable }) => countable === "no", required: false },
    {
      ...many("rootCause", w.rootCause, causes.offered, false),
      label: w.rootCause,
      initial: rootCause ?? "",
      when: counts,
    },
    {
      ...few("target", w.ofWhat, optionsOf(w.targets), false),
      label: w.ofWhat,
      initial: programme ? "programme" : category ? "category" : "all",
      when: counts,
    },
    {
      ...many("programme", w.programme, programmes.offered, false),
      label: w.programme,
      initial: programme ?? "",
      when: (values) => counts(values) && values.target === "programme",
    },
    {
      ...many("category", w.category, categories.offered, false),
      label: w.category,
      initial: category ?? "",
      when: (values) => counts(values) && values.target === "category",
    },
    {
      ...few("window", w.window, optionsOf(w.windows), false),
      label: w.window,
      initial: "days90",
      when: counts,
    },
  ];
}

/** The same as a request carries it; what was typed behind another choice is left out. */
export function completionOf({ effectiveOn, countable, note, rootCause, target, window, ...of }: Values) {
  if (countable !== "yes") return { effectiveOn, note };
  return {
    effectiveOn,
    check: {
      rootCause,
      ...(target === "programme" && { programme: of.programme }),
      ...(target === "category" && { category: of.category }),
      window: windows[(window ?? "days90") as keyof typeof windows],
    },
  };
}
