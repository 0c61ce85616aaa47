import type { FindingOutcome } from "../events.ts";
import type { EvidenceOrigin, InterviewAnswer, Interviewee, RepeatKind, SaidBy } from "./facts.ts";

/** Open until it has a finding, is merged into another, or is withdrawn. Numbers are positions, counted from one. */
export type Allegation = {
  number: number;
  said: SaidBy;
  ended?: "merged" | "withdrawn";
  mergedInto?: number;
  finding?: { outcome: FindingOutcome; by: string; rootCause?: string };
};
export type PlanStep = { number: number; personId: string; dueOn: string; doneAt?: string };
export type InformationRequest = { number: number; toId?: string; dueOn: string; answeredAt?: string };
export type Evidence = {
  number: number;
  kind: "file" | "text";
  origin: EvidenceOrigin;
  by: string;
  struck?: true;
};
export type Interview = {
  number: number;
  as: Interviewee;
  personId?: string;
  plannedOn?: string;
  heldAt?: string;
  shownAt?: string;
  /** To the summary. */
  answer?: InterviewAnswer;
  /** To what is said about the person. */
  reply?: InterviewAnswer;
};

/** What the decisions about an investigation remember; holds no words. */
export type Investigation = {
  allegations: readonly Allegation[];
  plan: readonly PlanStep[];
  requests: readonly InformationRequest[];
  evidence: readonly Evidence[];
  interviews: readonly Interview[];
  materials: number;
  supportNeeds: readonly string[];
  repeats: readonly { kind: RepeatKind; of: string }[];
  issues: readonly string[];
};

export const notYetInvestigated: Investigation = {
  allegations: [],
  plan: [],
  requests: [],
  evidence: [],
  interviews: [],
  materials: 0,
  supportNeeds: [],
  repeats: [],
  issues: [],
};

/** The allegations that still wait for a finding. While none was named, the statement counts as one, and none is here. */
export const withoutFinding = ({ allegations }: Investigation): number[] =>
  allegations.filter(({ ended, finding }) => !ended && !finding).map(({ number }) => number);
