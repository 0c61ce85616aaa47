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
export const letterStates = ["queued", "accepted", "failed", "bounced"] as const;

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
  disposition: z.enum(dispositions).optional(),
  reason: z.string().optional(),
  complaintId: z.string().optional(),
  reference: z.string().optional(),
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

export const mailOperations = {
  "GET /intake": {
    summary: "The intake ledger: every message that reached us, newest first",
    query: z.strictObject({ disposition: z.enum([...dispositions, "none"]).optional(), ...page }),
    ok: z.object({ items: z.array(IntakeRow), next: z.string().optional() }),
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
