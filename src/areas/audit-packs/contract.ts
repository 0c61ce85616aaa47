import { z } from "zod";
import { redactions } from "../../core/complaint/events.ts";

/** Who took which pack: a copy of so much is never taken unseen. */
export const AuditPackTaken = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  redaction: z.enum(redactions),
  takenBy: z.string(),
  takenAt: z.string(),
  /** SHA-256 of its manifest.json, in hexadecimal. */
  manifest: z.string(),
});
export type AuditPackTaken = z.output<typeof AuditPackTaken>;

export const auditPackOperations = {
  "GET /audit-packs": {
    summary: "The audit packs that were taken, the latest first",
    ok: z.object({ items: z.array(AuditPackTaken) }),
  },
} as const;
