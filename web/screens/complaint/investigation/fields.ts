import { useQuery } from "@tanstack/react-query";
import type { ComplaintView } from "../../../../src/casework/complaints/contract.ts";
import { useWords } from "../../../language.tsx";
import { peopleQuery } from "../../../session.ts";
import type { Field } from "../step-fields.ts";

export const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The kinds of fields that the forms of an investigation are made of. */
export function useFields({ conflicts }: Pick<ComplaintView, "conflicts">) {
  const { t } = useWords();
  const { data } = useQuery(peopleQuery);
  const colleagues = (data?.items ?? [])
    .filter(({ id, disabled }) => !disabled && !conflicts.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const field =
    (kind: Field["kind"]) =>
    (name: string, label: string, required = true) =>
      ({ name, kind, required, label: required ? label : `${label} (${t.app.optional})` }) satisfies Field;
  const choice =
    (kind: "few" | "many") =>
    (name: string, label: string, options: Field["options"] = [], required = true): Field => ({
      ...field(kind)(name, label, required),
      options,
    });
  return {
    text: field("text"),
    line: field("line"),
    date: field("date"),
    few: choice("few"),
    many: choice("many"),
    colleague: (name: string, label: string, required = true) =>
      choice("many")(name, label, colleagues, required),
  };
}
