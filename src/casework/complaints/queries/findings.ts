import type { Fact } from "../../../core/complaint/events.ts";
import type { Step } from "../../../record/journal/journal.ts";

type Words = ReadonlyMap<number, Record<string, string>>;
export type Finding = { allegation: string; outcome: string; reasons: string };

/** The words of each numbered allegation as they stand now. */
export function allegationWords(steps: readonly Step[], words: Words): Map<number, string> {
  const told = new Map<number, string>();
  for (const { fact } of steps)
    if (fact.type === "AllegationAdded" || fact.type === "AllegationReworded")
      told.set(fact.data.allegation, words.get(fact.version)?.allegation ?? "");
  return told;
}

/** What the customer is told: one finding for each allegation, the latest, in the order in which they were first answered. */
export function findingsIn(steps: readonly Step[], words: Words): Finding[] {
  const named = allegationWords(steps, words);
  const findings = new Map<string, Finding>();
  for (const { fact } of steps) {
    if (!isFinding(fact)) continue;
    const { allegation, finding, outcome } = fact.data;
    const said = words.get(fact.version) ?? {};
    findings.set(allegation === undefined ? `words ${finding}` : `number ${allegation}`, {
      allegation: allegation === undefined ? (said.allegation ?? "") : (named.get(allegation) ?? ""),
      outcome,
      reasons: said.reasons ?? "",
    });
  }
  return [...findings.values()];
}

const isFinding = <F extends Fact>(fact: F): fact is Extract<F, { type: "FindingRecorded" }> =>
  fact.type === "FindingRecorded";
