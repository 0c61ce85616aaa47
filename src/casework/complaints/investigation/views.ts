import { z } from "zod";
import { findingOutcomes, severities } from "../../../core/complaint/events.ts";
import {
  evidenceOrigins,
  interviewAnswers,
  interviewees,
  repeatKinds,
  saidBy,
} from "../../../core/complaint/investigation/facts.ts";
import { stages } from "../../../core/complaint/state.ts";
import { impacts, priorities } from "../../../core/complaint/triage.ts";
import { investigationSteps } from "../../../core/access/investigating.ts";
import { FileView } from "../contract.ts";

/** Who did it, and when it was recorded. */
const done = { by: z.string(), at: z.string() };
const number = z.int();

const FindingView = z.object({
  outcome: z.enum(findingOutcomes),
  reasons: z.string(),
  rootCause: z.string().optional(),
  ...done,
});

export const AllegationView = z.object({
  number,
  said: z.enum(saidBy),
  words: z.string(),
  ended: z.enum(["merged", "withdrawn"]).optional(),
  mergedInto: number.optional(),
  /** Why it was merged or withdrawn. */
  reason: z.string().optional(),
  finding: FindingView.optional(),
});

export const PlanStepView = z.object({
  number,
  what: z.string(),
  personId: z.string(),
  dueOn: z.string(),
  doneAt: z.string().optional(),
  note: z.string().optional(),
});

export const RequestView = z.object({
  number,
  question: z.string(),
  toId: z.string().optional(),
  to: z.string().optional(),
  dueOn: z.string(),
  ...done,
  answeredAt: z.string().optional(),
  answer: z.string().optional(),
});

export const EvidenceView = z.object({
  number,
  kind: z.enum(["file", "text"]),
  origin: z.enum(evidenceOrigins),
  title: z.string(),
  text: z.string().optional(),
  file: FileView.optional(),
  /** Of the file's bytes, or of the text in UTF-8, counted when it was added. */
  sha256: z.string(),
  ...done,
  struck: z.object({ reason: z.string(), ...done }).optional(),
});

export const MaterialView = z.object({
  number,
  course: z.string(),
  module: z.string().optional(),
  version: z.string().optional(),
  note: z.string().optional(),
  ...done,
});

export const InterviewView = z.object({
  number,
  as: z.enum(interviewees),
  personId: z.string().optional(),
  person: z.string().optional(),
  purpose: z.string(),
  plannedOn: z.string().optional(),
  invitedAt: z.string(),
  heldAt: z.string().optional(),
  present: z.string().optional(),
  summary: z.string().optional(),
  shownAt: z.string().optional(),
  answers: z.array(
    z.object({ answer: z.enum(interviewAnswers), comment: z.string().optional(), at: z.string() }),
  ),
});

export const RepeatView = z.object({
  kind: z.enum(repeatKinds),
  id: z.string(),
  reference: z.string(),
  reason: z.string().optional(),
});

export const InvestigationView = z.object({
  id: z.uuid(),
  version: z.int(),
  severity: z.literal([...severities]).optional(),
  impact: z.enum(impacts).optional(),
  priority: z.enum(priorities).optional(),
  category: z.string().optional(),
  /** As it was understood last; the words of the receipt stay with the complaint. */
  desiredOutcome: z.string().optional(),
  supportNeeds: z.object({ codes: z.array(z.string()), note: z.string().optional() }),
  allegations: z.array(AllegationView),
  /** Findings that stand in their own words, where no allegation was named. */
  findings: z.array(FindingView.extend({ allegation: z.string() })),
  plan: z.object({ note: z.string().optional(), steps: z.array(PlanStepView) }),
  requests: z.array(RequestView),
  evidence: z.array(EvidenceView),
  materials: z.array(MaterialView),
  /** Missing for whoever may not read them. */
  interviews: z.array(InterviewView).optional(),
  /** What a person confirmed; only complaints that the asker may see. */
  repeats: z.array(RepeatView),
  /** Later complaints that were connected with this one. */
  repeatedBy: z.array(RepeatView),
  issues: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What the asker may do here now. */
  may: z.array(z.enum(investigationSteps)),
});
export type InvestigationView = z.output<typeof InvestigationView>;

export const repeatReasons = ["same_person", "same_programme_and_category"] as const;
export const RepeatCandidate = z.object({
  id: z.string(),
  reference: z.string(),
  stage: z.enum(stages),
  receivedAt: z.string(),
  summary: z.string().optional(),
  reasons: z.array(z.enum(repeatReasons)),
  confirmed: z.enum(repeatKinds).optional(),
});
export type RepeatCandidate = z.output<typeof RepeatCandidate>;
