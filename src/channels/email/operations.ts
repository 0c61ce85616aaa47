import { sql } from "kysely";
import type { Handlers } from "../../operations.ts";
import type { Desk } from "../../record/desk.ts";
import type { mailOperations } from "./contract.ts";
import { isPlace } from "../../casework/complaints/page-marks.ts";
import { may, type Staff } from "../../core/access/access.ts";
import { decideMessage } from "./deciding.ts";
import {
  decisionsOn,
  intakeRow,
  intakeVisibleTo,
  letterRow,
  lettersVisibleTo,
  recipientsOf,
} from "./lists.ts";
import { mailRoomView } from "./mailboxes.ts";
import { release } from "./releasing.ts";

const unreadable = { kind: "invalid", field: "cursor", message: "unreadable" } as const;

/** The two ledgers of the mail room. What belongs to a complaint is shown to whoever may see that complaint. */
export const mailHandlers = (desk: Desk, delivering: boolean): Handlers<typeof mailOperations> => ({
  "GET /intake": async ({ who, query }) => {
    if (!may(who.roles, "read")) return { kind: "forbidden" };
    const after = cursorOf(query.cursor);
    if (after === null) return unreadable;
    let rows = intakeVisibleTo(desk, who)
      .orderBy("intake_message.received_at", "desc")
      .orderBy("intake_message.id", "desc")
      .limit(query.limit + 1);
    if (query.disposition)
      rows =
        query.disposition === "none"
          ? rows.where("disposition", "is", null)
          : rows.where("disposition", "=", query.disposition);
    if (query.reason) rows = rows.where("reason", "=", query.reason);
    if (after)
      rows = rows.where(
        sql<boolean>`(intake_message.received_at, intake_message.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      );
    const found = await rows.execute();
    const decisions = await decisionsOn(
      desk,
      found.map(({ id }) => id),
    );
    return {
      ok: pageOf(
        found.map((row) => ({ at: row.received_at, view: intakeRow(row, decisions.get(row.id)) })),
        query.limit,
      ),
    };
  },
  "GET /intake/:id": async ({ who, params }) =>
    may(who.roles, "read") ? oneMessage(desk, who, params.id) : { kind: "forbidden" },
  "POST /intake/:id/decisions": async ({ who, params, body }) => {
    if (!may(who.roles, "receive")) return { kind: "forbidden" };
    const message = await intakeVisibleTo(desk, who)
      .where("intake_message.id", "=", params.id)
      .executeTakeFirst();
    if (!message) return { kind: "unknown" };
    return (await decideMessage(desk, who, message, body)) ?? oneMessage(desk, who, params.id);
  },
  "POST /intake/decisions": async ({ who, body: { ids, where, decision } }) => {
    if (!may(who.roles, "receive")) return { kind: "forbidden" };
    if ((ids === undefined) === (where === undefined))
      return { kind: "invalid", field: "ids", message: "ids_or_where" };
    let chosen = intakeVisibleTo(desk, who).orderBy("intake_message.received_at");
    if (ids) chosen = chosen.where("intake_message.id", "in", ids);
    if (where) chosen = chosen.where("disposition", "=", where.disposition);
    if (where?.reason) chosen = chosen.where("reason", "=", where.reason);
    const messages = await chosen.limit(atOnce + 1).execute();
    let decided = 0;
    for (const message of messages.slice(0, atOnce))
      if ((await decideMessage(desk, who, message, decision)) === undefined) decided += 1;
    const tried = Math.min(messages.length, atOnce);
    return { ok: { decided, refused: (ids?.length ?? tried) - decided, left: messages.length - tried } };
  },
  "GET /mailboxes": async ({ who }) =>
    may(who.roles, "read") || who.roles.includes("admin")
      ? { ok: await mailRoomView(desk.db) }
      : { kind: "forbidden" },
  "POST /mailboxes/counts": async ({ who }) => {
    if (!may(who.roles, "read") && !who.roles.includes("admin")) return { kind: "forbidden" };
    await desk.db.transaction().execute((tx) => desk.queue.add(tx, "count-mailboxes", {}));
    return { ok: await mailRoomView(desk.db) };
  },
  "GET /outbox": async ({ who, query }) => {
    if (!may(who.roles, "read")) return { kind: "forbidden" };
    const after = cursorOf(query.cursor);
    if (after === null) return unreadable;
    let rows = lettersVisibleTo(desk, who)
      .orderBy("letter.created_at", "desc")
      .orderBy("letter.id", "desc")
      .limit(query.limit + 1);
    if (query.state) rows = rows.where("letter.state", "=", query.state);
    if (query.complaint) rows = rows.where("letter.complaint_id", "=", query.complaint);
    if (after)
      rows = rows.where(
        sql<boolean>`(letter.created_at, letter.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      );
    const found = await rows.execute();
    const recipients = await recipientsOf(desk, found);
    return {
      ok: pageOf(
        found.map((row) => ({
          at: row.created_at,
          view: letterRow(row, delivering, recipients.get(row.complaint_id)),
        })),
        query.limit,
      ),
    };
  },
  "POST /outbox/:id/release": async ({ who, params }) => {
    if (!may(who.roles, "acknowledge")) return { kind: "forbidden" };
    const find = () => lettersVisibleTo(desk, who).where("letter.id", "=", params.id).executeTakeFirst();
    if (!(await find())) return { kind: "unknown" };
    if ((await release(desk, who, [params.id])) === 0)
      return { kind: "conflict", code: "letter-not-stopped" };
    const row = (await find())!;
    return { ok: letterRow(row, delivering, (await recipientsOf(desk, [row])).get(row.complaint_id)) };
  },
  "POST /outbox/releases": async ({ who, body: { ids } }) => {
    if (!may(who.roles, "acknowledge")) return { kind: "forbidden" };
    const seen = await lettersVisibleTo(desk, who).where("letter.id", "in", ids).execute();
    const released = await release(
      desk,
      who,
      seen.map(({ id }) => id),
    );
    return { ok: { released, refused: ids.length - released } };
  },
});

/** One request decides about so many at most; the caller asks again for the rest. */
const atOnce = 500;

async function oneMessage(desk: Desk, who: Staff, id: string) {
  const row = await intakeVisibleTo(desk, who).where("intake_message.id", "=", id).executeTakeFirst();
  if (!row) return { kind: "unknown" } as const;
  return { ok: intakeRow(row, (await decisionsOn(desk, [id])).get(id)) };
}

function pageOf<V extends { id: string }>(
  found: { at: string; view: V }[],
  limit: number,
): { items: V[]; next?: string } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last ? `${last.at}_${last.view.id}` : undefined;
  return { items: items.map(({ view }) => view), ...(next && { next }) };
}

/** `null` for a cursor that we did not make. */
function cursorOf(cursor: string | undefined): { at: string; id: string } | undefined | null {
  if (cursor === undefined) return undefined;
  const [at = "", id = ""] = cursor.split("_");
  return isPlace(at, id) ? { at, id } : null;
}
