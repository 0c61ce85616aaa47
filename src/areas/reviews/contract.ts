import { z } from "zod";
import { reviewInputs } from "../../core/reviewing/review.ts";
import { personId, words } from "../../casework/complaints/bodies.ts";
import { ManagementTeam } from "../../organisation/office/contract.ts";
import { Action, NewAction } from "../improvement/contract.ts";

const date = z.iso.date();
export const ReviewRecord = z.strictObject({
  reportVersion: z.int().positive(),
  meetingOn: date.optional(),
  chairId: personId.optional(),
  attendees: z.array(personId).max(50),
  absent: z.array(personId).max(50),
  inputs: z
    .array(z.strictObject({ input: z.enum(reviewInputs), note: words(5_000) }))
    .max(reviewInputs.length),
  discussion: words(50_000).optional(),
  decisions: z.array(words(5_000)).max(50),
  policyChange: words(5_000).optional(),
  trainingNeeds: words(5_000).optional(),
  nextOn: date.optional(),
});
export type ReviewRecord = z.output<typeof ReviewRecord>;

export const reviewStates = ["open", "overdue", "signed"] as const;
const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const ReviewRow = z.object({
  /** By which an action names the review that decided on it. */
  id: z.uuid(),
  period,
  state: z.enum(reviewStates),
  dueOn: z.string(),
  /** 0 while nothing was written down. */
  version: z.int(),
  signedAt: z.string().optional(),
});
export type ReviewRow = z.output<typeof ReviewRow>;

export const Review = ReviewRow.extend({
  record: ReviewRecord.optional(),
  team: ManagementTeam,
  report: z.object({ version: z.int(), hash: z.string() }),
  /** What this review decided to improve. */
  actions: z.array(Action),
  /** What earlier reviews did, as far as it is not finished. */
  earlier: z.array(Action.extend({ silent: z.boolean() })),
  signature: z
    .object({
      by: z.string(),
      at: z.string(),
      reportVersion: z.int(),
      reportHash: z.string(),
      /** SHA-256 of everything that was signed, in hexadecimal. */
      hash: z.string(),
      /** Whether what is kept still has it. */
      intact: z.boolean(),
    })
    .optional(),
  addenda: z.array(z.object({ text: z.string(), by: z.string(), at: z.string() })),
  mayHold: z.boolean(),
});
export type Review = z.output<typeof Review>;

const params = z.object({ period });

export const reviewOperations = {
  "GET /reviews": {
    summary: "Management reviews, the latest month first",
    ok: z.object({ items: z.array(ReviewRow) }),
  },
  "GET /reviews/:period": { summary: "The management review of one month", params, ok: Review },
  "PUT /reviews/:period": {
    summary: "Write the record, upon the version that was seen; earlier states are kept",
    params,
    body: z.strictObject({ version: z.int().min(0), record: ReviewRecord }),
    ok: Review,
  },
  "POST /reviews/:period/actions": {
    summary: "Decide on an improvement action, with owner and date",
    params,
    body: NewAction.omit({ complaints: true }),
    ok: Review,
    creates: true,
  },
  "POST /reviews/:period/signature": {
    summary: "Sign it as its chair: bound to the report, and never changed afterwards",
    params,
    body: z.strictObject({
      /** The latest version of the report, when another one was talked about and the difference was seen. */
      acknowledged: z.int().positive().optional(),
    }),
    ok: Review,
    creates: true,
  },
  "POST /reviews/:period/addenda": {
    summary: "Add something to a signed review",
    params,
    body: z.strictObject({ text: words(20_000) }),
    ok: Review,
    creates: true,
  },
  "GET /office/management-team": {
    summary: "Who reviews the reports, and how many have to be there",
    ok: ManagementTeam,
  },
  "PUT /office/management-team": {
    summary: "Name the management team and its chair",
    body: ManagementTeam,
    ok: ManagementTeam,
  },
} as const;
