import { sql, type ExpressionBuilder } from "kysely";
import type { DB } from "../../../engine/database/tables.ts";
import { may, type Person } from "../../../core/access/access.ts";

/** The rows of `complaint` that someone may see; part of every query, so that nothing is fetched that may not be shown. */
export const visibleTo = (who: Person) => (row: ExpressionBuilder<DB, "complaint">) => {
  if (who.kind === "system") return sql<boolean>`true`;
  if (who.kind === "customer") return row("complaint.id", "=", who.complaintId);
  if (!may(who.roles, "read")) return sql<boolean>`false`;
  return notAbout(who)(row);
};

/** For a number of the office, which tells nobody of a complaint about themselves: those that are not about the asker. */
export const notAbout =
  ({ id }: { id: string }) =>
  (row: ExpressionBuilder<DB, "complaint">) =>
    row.not(
      row.exists(
        row
          .selectFrom("complaint_conflict")
          .select("person_id")
          .whereRef("complaint_conflict.complaint_id", "=", "complaint.id")
          .where("complaint_conflict.person_id", "=", id),
      ),
    );
