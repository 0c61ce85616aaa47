import { z } from "zod";

const id = z.uuid();
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((said) => said.isWellFormed() && !said.includes("\0"), { error: "not_utf8" });
const code = z.string().regex(/^[a-z0-9_]{1,40}$/);
const version = z.int32().positive();

export const sessionStates = ["planned", "held", "cancelled"] as const;
export const lessonStates = ["drafted", "accepted", "declined"] as const;
const lacks = z.array(z.enum(["session", "confirmation"]));

/** How long training counts and when somebody is reminded; an editorial version of the policy asks for no confirmation. */
export const TrainingRules = z.strictObject({
  validityMonths: z.int().min(1).max(60),
  confirmWithinDays: z.int().min(0).max(365),
  remindDays: z.array(z.int().min(1).max(365)).max(5),
  editorialVersions: z.array(z.int32().min(2)).max(500),
});
export type TrainingRules = z.output<typeof TrainingRules>;

export const StandingView = z.union([
  z.object({ trained: z.literal(true), until: z.string(), ends: z.enum(["session", "confirmation"]) }),
  z.object({ trained: z.literal(false), lacks, ended: z.string().optional() }),
]);

const lessonWords = {
  text: text(2_000),
  category: code.optional(),
  rootCause: code.optional(),
  programme: code.optional(),
};
export const LessonView = z.object({
  id,
  version: z.int(),
  state: z.enum(lessonStates),
  ...lessonWords,
  sessionId: id.optional(),
  /** Only for those who may see that complaint. */
  complaintId: id.optional(),
  /** Why it was not taken. */
  reason: z.string().optional(),
  draftedAt: z.string(),
  /** Only for the author and those who read the drafts of others: who wrote it may tell which case it was. */
  draftedBy: z.string().optional(),
  mayChange: z.boolean(),
  maySettle: z.boolean(),
});
export type LessonView = z.output<typeof LessonView>;

export const SessionView = z.object({
  id,
  version: z.int(),
  state: z.enum(sessionStates),
  date: z.string(),
  trainerId: id.optional(),
  /** Somebody from outside. */
  trainerName: z.string().optional(),
  content: z.string(),
  materials: z.string().optional(),
  /** Whether the asker was there. */
  attended: z.boolean(),
  /** Who was there; only for those who may read the records of others. */
  attendance: z.array(id).optional(),
  /** What was learnt from cases and is told here. */
  lessons: z.array(z.object({ id, ...lessonWords })),
});
export type SessionView = z.output<typeof SessionView>;

export const SessionEntry = z.object({
  at: z.string(),
  by: z.string(),
  reason: z.string().optional(),
  /** A state of the session, or whether somebody was there. */
  session: SessionView.pick({
    state: true,
    date: true,
    trainerId: true,
    trainerName: true,
    content: true,
    materials: true,
  }).optional(),
  attendance: z.object({ person: id, attended: z.boolean() }).optional(),
});
export type SessionEntry = z.output<typeof SessionEntry>;

const newSession = {
  state: z.enum(["planned", "held"]),
  date: z.iso.date(),
  /** A colleague, or the name of somebody from outside. */
  trainerId: id.optional(),
  trainerName: text(200).optional(),
  content: text(10_000),
  materials: text(5_000).optional(),
};
const NewSession = z.strictObject(newSession);
export type NewSession = z.output<typeof NewSession>;

const ToConfirm = z.object({
  version: z.int(),
  confirmed: z.boolean(),
  /** Until when the confirmation of an earlier version still counts. */
  by: z.string().optional(),
});

export const OwnTraining = z.object({
  today: z.string(),
  standing: StandingView,
  policy: ToConfirm,
  confirmations: z.array(z.object({ version: z.int(), on: z.string() })),
  /** Whether training decides who may own complaints: once a session was held. */
  gate: z.boolean(),
});
export type OwnTraining = z.output<typeof OwnTraining>;

export const Coverage = z.object({
  today: z.string(),
  gate: z.boolean(),
  policyVersion: z.int(),
  handlers: z.int(),
  trained: z.int(),
  /** From 0 to 1, with Wilson's interval; missing while there are no handlers. */
  share: z.object({ share: z.number(), lower: z.number(), upper: z.number() }).optional(),
  items: z.array(
    z.object({
      person: id,
      /** Whether it is their work to own complaints. */
      handler: z.boolean(),
      standing: StandingView,
      lastSession: z.string().optional(),
      confirmedVersion: z.int().optional(),
      /** Open complaints that they own. */
      open: z.int(),
    }),
  ),
});
export type Coverage = z.output<typeof Coverage>;

const one = z.object({ id });
const list = <T extends z.ZodType>(each: T) => z.object({ items: z.array(each) });

export const trainingOperations = {
  "GET /training/own": {
    summary: "How you stand: until when you are trained, and what is missing",
    ok: OwnTraining,
  },
  "POST /training/confirmations": {
    summary: "Confirm for yourself that you have read and understood a version of the policy",
    body: z.strictObject({ policyVersion: version }),
    ok: OwnTraining,
    creates: true,
  },
  "GET /training/sessions": {
    summary: "Sessions in complaint handling, planned and held, the latest first",
    query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    ok: list(SessionView),
  },
  "POST /training/sessions": {
    summary: "Plan a session, or record one that was held",
    body: NewSession,
    ok: SessionView,
    creates: true,
  },
  "PUT /training/sessions/:id": {
    summary: "Correct a session upon the version that was seen; the earlier state stays, with the reason",
    params: one,
    body: z.strictObject({
      version,
      ...newSession,
      state: z.enum(sessionStates),
      reason: text(2_000).optional(),
    }),
    ok: SessionView,
  },
  "POST /training/sessions/:id/attendance": {
    summary: "Record who was there, or correct it with a reason",
    params: one,
    body: z.strictObject({
      people: z
        .array(z.strictObject({ person: id, attended: z.boolean() }))
        .min(1)
        .max(500),
      reason: text(2_000).optional(),
    }),
    ok: SessionView,
    creates: true,
  },
  "GET /training/sessions/:id/history": {
    summary: "Every state of a session and of its attendance: who, when, why",
    params: one,
    ok: list(SessionEntry),
  },
  "GET /training/coverage": { summary: "Who is trained until when, who is not, and the share", ok: Coverage },
  "GET /training/lessons": { summary: "Lessons from cases, the latest first", ok: list(LessonView) },
  "POST /training/lessons": {
    summary: "Draft a lesson, perhaps from a case that you may read; it must not tell which",
    body: z.strictObject({ ...lessonWords, complaintId: id.optional() }),
    ok: LessonView,
    creates: true,
  },
  "PUT /training/lessons/:id": {
    summary: "Word a draft otherwise, upon the version that was seen",
    params: one,
    body: z.strictObject({ version, ...lessonWords }),
    ok: LessonView,
  },
  "POST /training/lessons/:id/acceptance": {
    summary: "Take a lesson into a planned session, or for the next one",
    params: one,
    body: z.strictObject({ version, sessionId: id.optional() }),
    ok: LessonView,
    creates: true,
  },
  "POST /training/lessons/:id/declining": {
    summary: "Do not take a lesson, with a reason",
    params: one,
    body: z.strictObject({ version, reason: text(2_000) }),
    ok: LessonView,
    creates: true,
  },
  "GET /training/rules": {
    summary: "How long training counts, and when people are reminded",
    ok: TrainingRules,
  },
  "PUT /training/rules": {
    summary:
      "Set how long training counts, when people are reminded, and which policy versions are editorial",
    body: TrainingRules,
    ok: TrainingRules,
  },
} as const;
