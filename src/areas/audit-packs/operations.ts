import type { Redaction } from "../../core/complaint/events.ts";
import type { Desk } from "../../record/desk.ts";
import type { Handlers } from "../../operations.ts";
import type { auditPackOperations } from "./contract.ts";
import { mayInOffice } from "../../core/access/office.ts";

export function auditPackHandlers({ db }: Desk): Handlers<typeof auditPackOperations> {
  return {
    "GET /audit-packs": async ({ who }) => {
      if (!mayInOffice(who.roles, "take-audit-pack")) return { kind: "forbidden" };
      const rows = await db
        .selectFrom("audit_pack")
        .selectAll()
        .orderBy("taken_at", "desc")
        .orderBy("id")
        .limit(100)
        .execute();
      return {
        ok: {
          items: rows.map((row) => ({
            id: row.id,
            from: row.from_day,
            to: row.to_day,
            redaction: row.redaction as Redaction,
            takenBy: row.taken_by,
            takenAt: row.taken_at,
            manifest: row.manifest,
          })),
        },
      };
    },
  };
}
