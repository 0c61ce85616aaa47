import type { Fact } from "../events.ts";
import type { InvestigationFacts } from "./facts.ts";
import type { Investigation } from "./state.ts";

export type InvestigationFact = Extract<Fact, { type: keyof InvestigationFacts }>;

/** What one more fact means for the investigation. */
export function evolveInvestigation(
  state: Investigation,
  { type, data }: InvestigationFact | Extract<Fact, { type: "FindingRecorded" }>,
): Investigation {
  const { allegations, plan, requests, evidence, interviews } = state;
  switch (type) {
    case "AllegationAdded":
      return { ...state, allegations: [...allegations, { number: data.allegation, said: data.said }] };
    case "AllegationMerged":
      return {
        ...state,
        allegations: change(allegations, data.allegation, { ended: "merged", mergedInto: data.into }),
      };
    case "AllegationWithdrawn":
      return { ...state, allegations: change(allegations, data.allegation, { ended: "withdrawn" }) };
    case "FindingRecorded": {
      const { allegation, outcome, by, rootCause } = data;
      if (allegation === undefined) return state;
      const finding = { outcome, by, ...(rootCause && { rootCause }) };
      return { ...state, allegations: change(allegations, allegation, { finding }) };
    }
    case "PlanStepAdded":
      return { ...state, plan: [...plan, numbered(data.step, data)] };
    case "PlanStepDone":
      return { ...state, plan: change(plan, data.step, { doneAt: data.at }) };
    case "InformationRequested":
      return { ...state, requests: [...requests, numbered(data.request, data)] };
    case "InformationAnswered":
      return { ...state, requests: change(requests, data.request, { answeredAt: data.at }) };
    case "EvidenceAdded":
      return { ...state, evidence: [...evidence, numbered(data.evidence, data)] };
    case "EvidenceStruck":
      return { ...state, evidence: change(evidence, data.evidence, { struck: true }) };
    case "InterviewArranged":
      return { ...state, interviews: [...interviews, numbered(data.interview, data)] };
    case "InterviewHeld":
      return { ...state, interviews: change(interviews, data.interview, { heldAt: data.at }) };
    case "InterviewShown":
      return { ...state, interviews: change(interviews, data.interview, { shownAt: data.at }) };
    case "InterviewAnswered": {
      const { interview, answer } = data;
      const onSummary = answer === "confirmed" || answer === "commented";
      return {
        ...state,
        interviews: change(interviews, interview, onSummary ? { answer } : { reply: answer }),
      };
    }
    case "MaterialReviewed":
      return { ...state, materials: data.material };
    case "SupportNeedsNoted":
      return { ...state, supportNeeds: data.needs };
    case "RepeatConfirmed":
      return { ...state, repeats: [...state.repeats, { kind: data.kind, of: data.of }] };
    case "IssueLinked":
      return { ...state, issues: [...state.issues, data.issueId] };
    case "IssueUnlinked":
      return { ...state, issues: state.issues.filter((id) => id !== data.issueId) };
    case "AllegationReworded":
    case "CallRecorded":
      return state;
  }
}

const numbered = <D extends object>(number: number, data: D) => ({ ...data, number });

const change = <E extends { number: number }>(all: readonly E[], number: number, to: Partial<E>): E[] =>
  all.map((each) => (each.number === number ? { ...each, ...to } : each));
