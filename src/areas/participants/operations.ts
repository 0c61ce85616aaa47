import type { Desk } from "../../record/desk.ts";
import type { Handlers, No } from "../../operations.ts";
import type { participantOperations } from "./contract.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { monthOf, monthsUpTo } from "../../core/statistics/month.ts";
import { taxonomy } from "../../organisation/office/taxonomies/taxonomies.ts";
import { importParticipants } from "./importing.ts";
import { latestStates, monthView, statesOf } from "./months.ts";
import { saveMonth } from "./saving.ts";

const forbidden: No = { kind: "forbidden" };

/** The API of the participants: the denominator of the complaint rate, kept by managers and administrators. */
export function participantHandlers(desk: Desk): Handlers<typeof participantOperations> {
  const { db } = desk;
  const shown = async (month: string) => monthView(desk, month, (await latestStates(db, [month])).get(month));
  return {
    "GET /participants": async ({ who, query }) => {
      if (!mayInOffice(who.roles, "read-office")) return forbidden;
      const { zone } = await desk.policyAt(desk.now());
      const months = monthsUpTo(monthOf(desk.now(), zone), query.months).toReversed();
      const saved = await latestStates(db, months);
      const views = await Promise.all(months.map((month) => monthView(desk, month, saved.get(month))));
      return { ok: { items: views.map(({ counts: _, ...view }) => view) } };
    },
    "GET /participants/:month": async ({ who, params: { month } }) =>
      mayInOffice(who.roles, "read-office") ? { ok: await shown(month) } : forbidden,
    "PUT /participants/:month": async ({ who, params: { month }, body }) => {
      if (!mayInOffice(who.roles, "keep-participants")) return forbidden;
      const counts = body.counts.map(({ programme, ...count }) => ({
        ...count,
        ...(programme && { programme }),
      }));
      const unknown = await unknownPlace(desk, counts);
      if (unknown) return unknown;
      const saved = await db.transaction().execute((tx) =>
        saveMonth(tx, desk, month, who.id, (before) => {
          const version = before?.version ?? 0;
          return version === body.version
            ? { complete: body.complete, source: "hand", counts }
            : { kind: "stale", version };
        }),
      );
      return "changed" in saved ? { ok: await shown(month) } : saved;
    },
    "POST /participants/:month/imports": async ({ who, params: { month }, body, ...asked }) => {
      if (!mayInOffice(who.roles, "keep-participants")) return forbidden;
      const { complete, base64 } = body;
      const { expectedVersion } = asked;
      const how = { month, complete, ...(expectedVersion !== undefined && { expectedVersion }) };
      const imported = await importParticipants(desk, Buffer.from(base64, "base64"), how, who.id);
      if (!("months" in imported)) return imported;
      const changed = imported.months.some((each) => each.changed);
      return { ok: { ...(await shown(month)), lines: imported.lines, changed } };
    },
    "GET /participants/:month/history": async ({ who, params: { month } }) => {
      if (!mayInOffice(who.roles, "read-office")) return forbidden;
      const states = await statesOf(db, month);
      return { ok: { items: await Promise.all(states.map((state) => monthView(desk, month, state))) } };
    },
  };
}

async function unknownPlace(
  desk: Desk,
  counts: readonly { platform: string; programme?: string }[],
): Promise<No | undefined> {
  const [{ platforms }, { entries }] = await Promise.all([
    desk.policyAt(desk.now()),
    taxonomy(desk.db, "programmes"),
  ]);
  for (const [index, { platform, programme }] of counts.entries()) {
    if (!platforms.some(({ code }) => code === platform))
      return { kind: "invalid", field: `counts.${index}.platform`, message: "unknown_platform" };
    // A retired programme had its participants all the same.
    if (programme && !entries.some(({ code }) => code === programme))
      return { kind: "invalid", field: `counts.${index}.programme`, message: "unknown_programme" };
  }
  return undefined;
}
