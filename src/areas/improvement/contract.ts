import { z } from "zod";
import { actionActs } from "../../core/access/improvement.ts";
import { stages } from "../../core/complaint/state.ts";
import { actionFactKinds, actionStatuses } from "../../core/improvement/action.ts";
import { bases } from "../../core/improvement/judging.ts";
import { longest, usualWindow } from "../../core/improvement/window.ts";
import { NewEvidence } from "../../casework/complaints/investigation/bodies.ts";
import { code, personId, words } from "../../casework/complaints/bodies.ts";

const date = z.iso.date();
const Days = z.object({ from: z.string(), to: z.string() });
export const Verdict = z.enum(["effective", "not_shown", "ineffective"]);
const Target = z.object({
  rootCause: z.string(),
  programme: z.string().optional(),
  category: z.string().optional(),
});
const Window = z.object({ unit: z.enum(["days", "months"]), length: z.int() });
const Effect = z.object({
  verdict: Verdict,
  rateRatio: z.number().optional(),
  interval: z.object({ lower: z.number(), upper: z.number().optional() }),
  p: z.number(),
  mostToShow: z.int().optional(),
});
const Count = z.object({ complaints: z.int(), days: z.int(), participants: z.number().optional() });
const Judgement = z.object({
  basis: z.enum(bases),
  verdict: Verdict,
  byDays: Effect,
  byParticipants: Effect.optional(),
  ifAllCounted: Verdict.optional(),
});
const counted = {
  before: Count,
  after: Count,
  recurrences: z.array(z.object({ day: z.int(), severity: z.int() })),
  undetermined: z.int(),
};
const CheckResult = z.object({ ...Judgement.shape, ...counted, window: Window });
export type CheckResult = z.output<typeof CheckResult>;

export const PlannedCheck = z.object({
  target: Target,
  window: Window,
  before: Days,
  after: Days,
  checkFrom: z.string(),
  checkDueOn: z.string(),
});

const links = {
  rootCause: z.string().optional(),
  category: z.string().optional(),
  programme: z.string().optional(),
  issueId: z.string().optional(),
};

export const Action = z.object({
  id: z.uuid(),
  number: z.int(),
  version: z.int(),
  title: z.string(),
  status: z.enum(actionStatuses),
  /** Open after the day on which it was due. */
  overdue: z.boolean(),
  /** Its effect can be counted, and nobody has. */
  toCheck: z.boolean(),
  ownerId: z.string(),
  openedOn: z.string(),
  dueOn: z.string(),
  ...links,
  reviewId: z.string().optional(),
  effectiveOn: z.string().optional(),
  checkFrom: z.string().optional(),
  checkDueOn: z.string().optional(),
  verdict: Verdict.optional(),
  /** Of those that the asker may see. */
  complaints: z.int(),
});
export type Action = z.output<typeof Action>;

const FileView = z.object({
  version: z.int(),
  index: z.int(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  held: z.string().optional(),
});

/** One fact of its history, with what was said then. */
export const ActionEvent = z.object({
  version: z.int(),
  kind: z.enum(actionFactKinds),
  at: z.string(),
  by: z.string(),
  words: z.string().optional(),
  reference: z.string().optional(),
  dueOn: z.string().optional(),
  effectiveOn: z.string().optional(),
  check: PlannedCheck.optional(),
  result: CheckResult.optional(),
});
export type ActionEvent = z.output<typeof ActionEvent>;

export const ActionDetails = Action.extend({
  description: z.string().optional(),
  /** Course, module and version, as they are called. */
  material: z.string().optional(),
  issueName: z.string().optional(),
  check: PlannedCheck.optional(),
  linked: z.array(
    z.object({ id: z.string(), reference: z.string(), stage: z.enum(stages), receivedAt: z.string() }),
  ),
  evidence: z.array(
    z.object({
      number: z.int(),
      origin: z.string(),
      title: z.string(),
      text: z.string().optional(),
      file: FileView.optional(),
      sha256: z.string(),
      at: z.string(),
      by: z.string(),
    }),
  ),
  history: z.array(ActionEvent),
  /** What the asker's roles let them do to it. */
  may: z.array(z.enum(actionActs)),
});
export type ActionDetails = z.output<typeof ActionDetails>;

/** What would be found if it were counted now; no judgement before there is a day to count. */
export const CheckSoFar = z.object({
  check: PlannedCheck,
  ...counted,
  judgement: Judgement.optional(),
  /** Whether the stretch after is over, so that it can be recorded. */
  ready: z.boolean(),
});
export type CheckSoFar = z.output<typeof CheckSoFar>;

const said = {
  title: words(200),
  description: words(20_000).optional(),
  material: words(500).optional(),
  ownerId: personId,
  dueOn: date,
  rootCause: code.optional(),
  category: code.optional(),
  programme: code.optional(),
  issueId: z.uuid().optional(),
};
export const NewAction = z.strictObject({
  ...said,
  /** By id or reference. */
  complaints: z.array(z.string().min(1).max(60)).max(200).default([]),
});
export type NewAction = z.output<typeof NewAction>;

const length = (unit: keyof typeof longest, least: number) =>
  z.strictObject({ unit: z.literal(unit), length: z.int().min(least).max(longest[unit]) });
export const Completion = z.strictObject({
  /** The first day on which it is in effect. */
  effectiveOn: date,
  note: words(5_000).optional(),
  /** What is counted before and after; without it the note says why nothing can be. */
  check: z
    .strictObject({
      rootCause: code,
      programme: code.optional(),
      category: code.optional(),
      window: z.discriminatedUnion("unit", [length("days", 7), length("months", 1)]).default(usualWindow),
    })
    .optional(),
});
export type Completion = z.output<typeof Completion>;

const params = z.object({ id: z.uuid() });
const change = { params, ok: ActionDetails, creates: true } as const;

export const ProgrammePage = z.object({
  code: z.string(),
  en: z.string(),
  de: z.string(),
  months: z.array(
    z.object({
      month: z.string(),
      /** Missing where so few could reveal a person to somebody who may not read complaints. */
      complaints: z.int().optional(),
      fewerThan: z.int().optional(),
      participants: z.int().optional(),
    }),
  ),
  /** Of those that the asker may see. */
  actions: z.array(Action),
});
export type ProgrammePage = z.output<typeof ProgrammePage>;

export const improvementOperations = {
  "GET /actions": {
    summary: "Improvement actions: open, overdue, to be checked, or ended; what is due first stands first",
    query: z.strictObject({
      state: z.enum(["open", "overdue", "check", "done", "ended"]).optional(),
      complaint: z.uuid().optional(),
      issue: z.uuid().optional(),
      review: z.uuid().optional(),
      programme: code.optional(),
    }),
    ok: z.object({
      items: z.array(Action),
      counts: z.object({ open: z.int(), overdue: z.int(), check: z.int() }),
    }),
  },
  "POST /actions": {
    summary: "Open an improvement action",
    body: NewAction,
    ok: ActionDetails,
    creates: true,
  },
  "GET /actions/:id": { summary: "One action with its evidence and history", params, ok: ActionDetails },
  "PUT /actions/:id": {
    summary: "Say it otherwise, upon the version that was seen; earlier wordings are kept",
    params,
    body: z.strictObject({ version: z.int().positive(), ...said }),
    ok: ActionDetails,
  },
  "POST /actions/:id/complaints": {
    summary: "Say that a complaint led to it",
    body: z.strictObject({ complaint: z.string().min(1).max(60) }),
    ...change,
  },
  "POST /actions/:id/complaints/removal": {
    summary: "Take such a link back",
    body: z.strictObject({ complaint: z.string().min(1).max(60) }),
    ...change,
  },
  "POST /actions/:id/notes": {
    summary: "Note how it stands",
    body: z.strictObject({ note: words(20_000) }),
    ...change,
  },
  "POST /actions/:id/evidence": {
    summary: "Add a text or a file that proves it; its SHA-256 is counted here",
    body: NewEvidence,
    bodyLimit: 15 * 1024 * 1024,
    ...change,
  },
  "POST /actions/:id/completion": {
    summary: "It is done: from when it takes effect, and what will be counted before and after",
    body: Completion,
    ...change,
  },
  "GET /actions/:id/check": {
    summary: "What would be found if its effect were counted now",
    params,
    ok: CheckSoFar,
  },
  "POST /actions/:id/check": {
    summary: "Count its effect and record the verdict with its numbers, for good",
    body: z.strictObject({ note: words(5_000).optional() }),
    ...change,
  },
  "POST /actions/:id/extension": {
    summary: "Nothing was shown: look longer, in days or months as before",
    body: z.strictObject({ length: z.int().min(1).max(longest.days), note: words(5_000).optional() }),
    ...change,
  },
  "POST /actions/:id/verification": {
    summary: "Accept it as it is, though no effect is shown, or none can be counted",
    body: z.strictObject({ note: words(5_000) }),
    ...change,
  },
  "POST /actions/:id/reopening": {
    summary: "Open it again",
    body: z.strictObject({ reason: words(5_000), dueOn: date }),
    ...change,
  },
  "POST /actions/:id/cancellation": {
    summary: "Give it up, with the reason",
    body: z.strictObject({ reason: words(5_000) }),
    ...change,
  },
  "GET /programmes/:code": {
    summary: "Complaints about one programme by month, and what was done about them",
    params: z.object({ code }),
    query: z.strictObject({ months: z.coerce.number().int().min(3).max(60).default(24) }),
    ok: ProgrammePage,
  },
} as const;
