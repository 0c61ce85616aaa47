import { z } from "zod";
import { paymentStates } from "../../core/complaint/state.ts";
import { measureKinds, referralBodies, referralOutcomes } from "../../core/complaint/events.ts";

export const MeasureView = z.object({
  id: z.string(),
  kind: z.enum(measureKinds),
  description: z.string(),
  amountCents: z.int().optional(),
  basis: z.enum(["claim", "goodwill"]).optional(),
  dueOn: z.string().optional(),
  /** Of a voucher: what redeems it, and until when. */
  code: z.string().optional(),
  redeemableUntil: z.string().optional(),
  done: z.boolean(),
  /** Who carries it out, and by when we want it. */
  task: z.object({ ownerId: z.string(), dueOn: z.string().optional() }).optional(),
  /** Its place on the payment list. */
  payment: z.object({ id: z.string(), state: z.enum(paymentStates) }).optional(),
});

/** What a measure was in the proposal before this one, and what it is now. */
const ComparedMeasure = MeasureView.pick({
  kind: true,
  description: true,
  amountCents: true,
  basis: true,
  dueOn: true,
  redeemableUntil: true,
});
export const ProposalChanges = z.object({
  /** The number of the proposal that the customer had before. */
  since: z.int(),
  measures: z.array(
    z.object({
      change: z.enum(["added", "removed", "changed"]),
      was: ComparedMeasure.optional(),
      is: ComparedMeasure.optional(),
    }),
  ),
  totalCents: z.object({ was: z.int(), is: z.int() }),
});
export type ProposalChanges = z.output<typeof ProposalChanges>;

export const ReferralView = z.object({
  number: z.int(),
  body: z.enum(referralBodies),
  name: z.string(),
  reference: z.string().optional(),
  at: z.string(),
  outcome: z.enum(referralOutcomes).optional(),
});

export const ProposalView = z.object({
  number: z.int(),
  status: z.enum(["draft", "approved", "sent", "accepted", "declined", "superseded"]),
  delivered: z.boolean(),
  validUntil: z.string(),
  sentAt: z.string().optional(),
  draftedBy: z.string(),
  /** Who approved first, where two have to. */
  endorsedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  explanation: z.string(),
  measures: z.array(MeasureView),
  /** How this round differs from the one before. */
  changes: ProposalChanges.optional(),
});
