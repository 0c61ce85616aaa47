import type { Handlers, No } from "../../operations.ts";
import type { Staff } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import type { Review, reviewOperations, ReviewRecord } from "./contract.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { onceAsked } from "../../casework/complaints/requests.ts";
import { openAction } from "../improvement/changing.ts";
import { missingIn } from "../improvement/naming.ts";
import { linksOf } from "../improvement/operations.ts";
import { changeSetting } from "../../organisation/office/settings.ts";
import { signReview } from "./signing.ts";
import { addFact, lockReview, signatureOf, type StoredReview } from "./storing.ts";
import { managementTeam } from "../../organisation/office/management-team.ts";
import { holdsReviews, readsReviews } from "./access.ts";
import { reviewList, reviewView } from "./views.ts";
import type { Tx } from "../../engine/database/database.ts";

const forbidden: No = { kind: "forbidden" };
const unknown: No = { kind: "unknown" };

/** The API of the management reviews. */
export function reviewHandlers(desk: Desk): Handlers<typeof reviewOperations> {
  const { db } = desk;
  const shown = async (who: Staff, period: string): Promise<{ ok: Review } | No> => {
    const review = await reviewView(desk, who, period);
    return review ? { ok: review } : unknown;
  };
  /** Whether somebody may hold reviews; then what is done to one, with nobody else doing anything to it. */
  const change = async (
    who: Staff,
    period: string,
    work: (tx: Tx, review: StoredReview) => Promise<No | undefined>,
  ): Promise<{ ok: Review } | No> => {
    if (!holdsReviews(who, await managementTeam(db))) return forbidden;
    const no = await db.transaction().execute(async (tx) => {
      const review = await lockReview(tx, period);
      return review ? work(tx, review) : unknown;
    });
    return no ?? shown(who, period);
  };

  return {
    "GET /reviews": async ({ who }) =>
      readsReviews(who, await managementTeam(db)) ? { ok: { items: await reviewList(desk) } } : forbidden,
    "GET /reviews/:period": async ({ who, params: { period } }) =>
      readsReviews(who, await managementTeam(db)) ? shown(who, period) : forbidden,
    "PUT /reviews/:period": async ({ who, params: { period }, body: { version, record } }) => {
      const stranger = await strangerIn(desk, record);
      return change(who, period, async (tx, review) => {
        if (stranger) return stranger;
        if (signatureOf(review)) return { kind: "conflict", code: "review-signed" };
        if (review.facts.length !== version) return { kind: "stale", version: review.facts.length };
        await addFact(tx, desk, review, "saved", {}, JSON.stringify(record), who.id);
        return undefined;
      });
    },
    "POST /reviews/:period/actions": async ({ who, params: { period }, body, ...asked }) => {
      const missing = await missingIn(desk, body);
      return change(who, period, async (tx, review) => {
        if (missing) return missing;
        if (signatureOf(review)) return { kind: "conflict", code: "review-signed" };
        const { ownerId, dueOn } = body;
        const command = {
          do: "open",
          ownerId,
          dueOn,
          links: linksOf(body),
          complaints: [],
          reviewId: review.id,
        } as const;
        // The team decides on it, whatever the roles of whoever writes it down.
        const opened = await onceAsked<No>(tx, asked, desk.now(), () =>
          openAction(tx, desk, { ...who, roles: ["manager"] }, { ...command, complaints: [] }, body),
        );
        return "id" in opened ? undefined : opened;
      });
    },
    "POST /reviews/:period/signature": async ({ who, params: { period }, body: { acknowledged } }) => {
      if (!holdsReviews(who, await managementTeam(db))) return forbidden;
      return (await signReview(desk, who, period, acknowledged)) ?? shown(who, period);
    },
    "POST /reviews/:period/addenda": ({ who, params: { period }, body: { text } }) =>
      change(who, period, async (tx, review) => {
        if (!signatureOf(review)) return { kind: "conflict", code: "review-not-signed" };
        await addFact(tx, desk, review, "added", {}, text, who.id);
        return undefined;
      }),
    "GET /office/management-team": async ({ who }) =>
      mayInOffice(who.roles, "read-office") ? { ok: await managementTeam(db) } : forbidden,
    "PUT /office/management-team": async ({ who, body }) => {
      if (!mayInOffice(who.roles, "change-settings")) return forbidden;
      const stranger = await strangerIn(desk, {
        attendees: body.people,
        absent: [],
        chairId: body.chairId,
      });
      if (stranger) return { kind: "invalid", field: "people", message: "unknown_person" };
      await changeSetting(db, "management-team", body, who.id, desk.now());
      return { ok: await managementTeam(db) };
    },
  };
}

/** Only people who work here, or did, can have been at a meeting. */
async function strangerIn(
  { db }: Desk,
  { attendees, absent, chairId }: Pick<ReviewRecord, "attendees" | "absent" | "chairId">,
): Promise<No | undefined> {
  const ids = [...new Set([...attendees, ...absent, ...(chairId ? [chairId] : [])])];
  if (ids.length === 0) return undefined;
  const rows = await db.selectFrom("person").select("id").where("id", "in", ids).execute();
  return rows.length === ids.length
    ? undefined
    : { kind: "invalid", field: "record.attendees", message: "unknown_person" };
}
