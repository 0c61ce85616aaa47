import type { EventView } from "../../../src/complaints/contract.ts";
import { useWords } from "../../language.tsx";
import { useNames } from "../../session.ts";

/** What the fact itself says besides its words: the outcome, the way, the person. */
export function useEventDetails() {
  const { t, d } = useWords();
  const names = useNames();
  return ({ type, data }: EventView): string => {
    const said = (words: Record<string, string>, name: string) => words[String(data[name])];
    const person = [data.ownerId, data.toId, data.personId, data.investigatorId].find(
      (id) => typeof id === "string",
    );
    const outcome =
      type === "FindingRecorded"
        ? said(d.finding, "outcome")
        : type === "Closed"
          ? said(d.outcome, "outcome")
          : undefined;
    const solved =
      typeof data.solved === "boolean" ? (data.solved ? t.field.solved : t.field.unsolved) : undefined;
    const late = type === "LateReasonGiven" ? said(d.lateReason, "reason") : undefined;
    return [outcome, solved, late, names(person), said(d.via, "via")].filter(Boolean).join(" · ");
  };
}
