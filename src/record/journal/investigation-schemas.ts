import { z } from "zod";
import {
  evidenceOrigins,
  interviewAnswers,
  interviewees,
  repeatKinds,
  saidBy,
  type InvestigationFacts,
} from "../../core/complaint/investigation/facts.ts";

const instant = z.iso.datetime({ precision: 3 });
const date = z.iso.date();
const number = z.int().positive();
const id = z.uuid();
const by = z.string();

/** What a stored fact of triage and investigation must look like today. */
export const investigationSchemas: {
  [T in keyof InvestigationFacts]: z.ZodType<InvestigationFacts[T][0]>;
} = {
  AllegationAdded: z.strictObject({ allegation: number, said: z.enum(saidBy), by }),
  AllegationReworded: z.strictObject({ allegation: number, by }),
  AllegationMerged: z.strictObject({ allegation: number, into: number, by }),
  AllegationWithdrawn: z.strictObject({ allegation: number, by }),
  PlanStepAdded: z.strictObject({ step: number, personId: id, dueOn: date }),
  PlanStepDone: z.strictObject({ step: number, at: instant }),
  InformationRequested: z.strictObject({ request: number, toId: id.exactOptional(), dueOn: date }),
  InformationAnswered: z.strictObject({ request: number, at: instant }),
  EvidenceAdded: z.strictObject({
    evidence: number,
    kind: z.enum(["file", "text"]),
    origin: z.enum(evidenceOrigins),
    by,
  }),
  EvidenceStruck: z.strictObject({ evidence: number, by }),
  MaterialReviewed: z.strictObject({ material: number, by }),
  InterviewArranged: z.strictObject({
    interview: number,
    as: z.enum(interviewees),
    personId: id.exactOptional(),
    plannedOn: date.exactOptional(),
    by,
  }),
  InterviewHeld: z.strictObject({ interview: number, at: instant, by }),
  InterviewShown: z.strictObject({ interview: number, at: instant }),
  InterviewAnswered: z.strictObject({ interview: number, at: instant, answer: z.enum(interviewAnswers) }),
  CallRecorded: z.strictObject({ direction: z.enum(["in", "out"]), reached: z.boolean(), at: instant, by }),
  SupportNeedsNoted: z.strictObject({ needs: z.array(z.string()), by }),
  RepeatConfirmed: z.strictObject({ kind: z.enum(repeatKinds), of: id, by }),
  IssueLinked: z.strictObject({ issueId: id, by }),
  IssueUnlinked: z.strictObject({ issueId: id, by }),
};
