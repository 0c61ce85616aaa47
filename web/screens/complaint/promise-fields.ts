import { officeTime } from "../../office-time.ts";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import type { Makers } from "./follow-up-fields.ts";
import { optionsOf } from "./investigation/fields.ts";
import type { Field } from "./step-fields.ts";

const holdable = new Set<string>(["proposal", "implementation", "follow_up", "next_proposal"]);

type Step = "receipt-date" | "late-reason" | "holding-letter" | "declarations" | "settlement";

/** What is said about promises and their dates. */
export function usePromiseFields() {
  const { t, d } = useWords();
  const { zone } = useMe();
  const f = t.field;
  return (step: Step, { complaint, usual, text, via }: Makers): Field[] => {
    switch (step) {
      case "receipt-date":
        return [
          {
            name: "receivedAt",
            label: t.intake.at,
            kind: "moment",
            required: true,
            initial: officeTime(complaint.receivedAt, zone),
          },
          text("reason", f.reason),
        ];
      case "late-reason":
        return [
          {
            name: "clock",
            label: f.clock,
            kind: "few",
            options: [...new Set(complaint.clocks.map(({ kind }) => kind))].map((kind) => ({
              value: kind,
              label: d.clock[kind],
            })),
            required: true,
          },
          { name: "reason", label: f.reason, kind: "many", options: optionsOf(d.lateReason), required: true },
          text("explanation", f.note),
        ];
      case "holding-letter":
        return [
          {
            name: "clock",
            label: f.clock,
            kind: "few",
            options: [...complaint.clocks, ...complaint.targets]
              .filter(
                ({ kind, status, metAt }) => holdable.has(kind) && status !== "not_applicable" && !metAt,
              )
              .map(({ kind }) => ({ value: kind, label: d.clock[kind] })),
            required: true,
          },
          { name: "reason", label: f.reason, kind: "many", options: optionsOf(d.lateReason), required: true },
          text("explanation", f.explanation),
          { name: "expectedOn", label: f.expectedOn, kind: "date", required: true, hint: f.expectedHint },
          via(usual),
        ];
      case "declarations":
        return [
          {
            name: "kind",
            label: f.declaration,
            kind: "many",
            options: optionsOf(d.declaration),
            required: true,
          },
          { name: "on", label: `${f.reachedOn} (${t.app.optional})`, kind: "date", hint: f.reachedOnHint },
          text("words", f.words, false),
        ];
      case "settlement":
        return [
          {
            name: "declaration",
            label: f.declaration,
            kind: "few",
            options: complaint.declarations
              .filter(({ metAt }) => !metAt)
              .map(({ number, kind }) => ({ value: String(number), label: d.declaration[kind] })),
            required: true,
          },
          text("note", f.note, false),
        ];
    }
  };
}
