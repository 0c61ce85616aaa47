import { z } from "zod";

export const dispositions = [
  "complaint",
  "reply",
  "bounce",
  "automatic",
  "duplicate",
  "quarantine",
  "discarded",
] as const;
export const letterStates = ["queued", "accepted", "failed", "bounced", "suppressed"] as const;

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
};

export const IntakeRow = z.object({
  id: z.uuid(),
  mailbox: z.string(),
  receivedAt: z.string(),
  dueAt: z.string(),
  size: z.int(),
  imported: z.boolean(),
  disposition: z.enum(dispositions).optional(),
  reason: z.string().optional(),
  complaintId: z.string().optional(),
  reference: z.string().optional(),
  /** What each stage found: codes and ids, never a word of the message. */
  verdicts: z.record(z.string(), z.unknown()),
  /** What people decided about it, oldest first. */
  decisions: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      was: z.string(),
      became: z.string(),
      reason: z.string().optional(),
    }),
  ),
});
export type IntakeRow = z.output<typeof IntakeRow>;

export const LetterRow = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.enum(letterStates),
  /** False while no outgoing mail is configured: nobody has been told anything yet. */
  delivering: z.boolean(),
  recipient: z.string().optional(),
  messageId: z.string(),
  complaintId: z.string(),
  reference: z.string(),
  createdAt: z.string(),
  attempts: z.int(),
  acceptedAt: z.string().optional(),
  nextAttemptAt: z.string().optional(),
  lastError: z.string().optional(),
});
export type LetterRow = z.output<typeof LetterRow>;

const reason = z.string().trim().min(1).max(2000);
/** What a person decides about a message that was set aside. */
export const Decision = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("retry"), reason: reason.optional() }),
  z.strictObject({ as: z.literal("complaint"), reason: reason.optional() }),
  z.strictObject({ as: z.literal("reply"), complaint: z.string().min(1).max(60), reason: reason.optional() }),
  z.strictObject({ as: z.literal("discarded"), reason }),
]);
export type Decision = z.output<typeof Decision>;

export const mailboxStates = [
  "waiting",
  "connected",
  "collecting",
  "unreachable",
  "refused",
  "no-folder",
] as const;
/** A mailbox we collect from, and how its messages compare with the ledger. */
export const Mailbox = z.object({
  name: z.string(),
  state: z.enum(mailboxStates),
  since: z.string(),
  lastError: z.string().optional(),
  collected: z.int(),
  toCollect: z.int(),
  countedAt: z.string().optional(),
  onServer: z.int().optional(),
  inLedger: z.int().optional(),
  /** On the server and not in the ledger. */
  missing: z.int().optional(),
  /** Given a number by the server, and gone before anybody saw it. */
  vanished: z.int().optional(),
});
export type Mailbox = z.output<typeof Mailbox>;

export const MailRoomView = z.object({
  mailboxes: z.array(Mailbox),
  ledger: z.object({
    messages: z.int(),
    /** Stored and without a disposition yet. */
    unplaced: z.int(),
    quarantine: z.int(),
    byDisposition: z.record(z.string(), z.int()),
  }),
});
export type MailRoomView = z.output<typeof MailRoomView>;

const ids = z.array(z.uuid()).min(1).max(500);

export const mailOperations = {
  "GET /intake": {
    summary: "The intake ledger: every message that reached us, newest first",
    query: z.strictObject({
      disposition: z.enum([...dispositions, "none"]).optional(),
      reason: z
        .string()
        .regex(/^[\w-]{0,60}$/)
        .optional(),
      ...page,
    }),
    ok: z.object({ items: z.array(IntakeRow), next: z.string().optional() }),
  },
  "GET /intake/:id": {
    summary: "One message of the intake ledger",
    params: z.object({ id: z.uuid() }),
    ok: IntakeRow,
  },
  "POST /intake/:id/decisions": {
    summary: "Decide what becomes of a message that was set aside",
    params: z.object({ id: z.uuid() }),
    body: Decision,
    ok: IntakeRow,
    creates: true,
  },
  "POST /intake/decisions": {
    summary: "Decide the same about many messages that were set aside",
    body: z.strictObject({
      ids: ids.optional(),
      /** Instead of ids: all with this disposition and reason, 500 at a time. */
      where: z
        .strictObject({ disposition: z.enum(dispositions), reason: z.string().max(60).optional() })
        .optional(),
      decision: Decision,
    }),
    ok: z.object({ decided: z.int(), refused: z.int(), left: z.int() }),
    creates: true,
  },
  "GET /mailboxes": {
    summary: "The mailboxes we collect from, compared with the ledger",
    ok: MailRoomView,
  },
  "POST /mailboxes/counts": {
    summary: "Compare every mailbox with the ledger now",
    body: z.strictObject({}),
    ok: MailRoomView,
    creates: true,
  },
  "POST /outbox/:id/release": {
    summary: "Send a letter after all that failed or was held back",
    params: z.object({ id: z.uuid() }),
    body: z.strictObject({}),
    ok: LetterRow,
    creates: true,
  },
  "POST /outbox/releases": {
    summary: "Send many letters after all that failed or were held back",
    body: z.strictObject({ ids }),
    ok: z.object({ released: z.int(), refused: z.int() }),
    creates: true,
  },
  "GET /outbox": {
    summary: "The outbox: every letter we owe or have sent, newest first",
    query: z.strictObject({
      state: z.enum(letterStates).optional(),
      complaint: z.uuid().optional(),
      ...page,
    }),
    ok: z.object({ items: z.array(LetterRow), next: z.string().optional() }),
  },
} as const;
