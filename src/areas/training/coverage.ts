import type { Desk } from "../../record/desk.ts";
import type { Coverage } from "./contract.ts";
import { ownsComplaints, type Role } from "../../core/access/access.ts";
import { proportion } from "../../core/statistics/proportion.ts";
import { workload } from "../../casework/routing/people.ts";
import { dayIn, isGateShut, standingIn } from "./gate.ts";
import { trainingRecords } from "./records.ts";

/** Everybody who works here and owns complaints or has a record of training: until when, and what is missing. */
export async function coverage({ db, policyAt, now }: Desk): Promise<Coverage> {
  const { version, zone } = await policyAt(now());
  const today = dayIn(zone, now());
  const [records, open, people] = await Promise.all([
    trainingRecords(db, zone),
    workload(db),
    db
      .selectFrom("person")
      .select(["id", "roles"])
      .where("disabled_at", "is", null)
      .orderBy("name")
      .orderBy("id")
      .execute(),
  ]);
  const items = people
    .map(({ id, roles }) => ({ id, handler: ownsComplaints(roles as Role[]) }))
    .filter(({ id, handler }) => handler || records.records.has(id))
    .map(({ id, handler }) => {
      const { attended = [], confirmed = [] } = records.records.get(id) ?? {};
      const lastSession = attended.toSorted().at(-1);
      const confirmedVersion = confirmed.at(-1)?.version;
      return {
        person: id,
        handler,
        standing: standingIn(records, id, today),
        ...(lastSession && { lastSession }),
        ...(confirmedVersion && { confirmedVersion }),
        open: open.find(({ person }) => person === id)?.open ?? 0,
      };
    });
  const handlers = items.filter(({ handler }) => handler);
  const trained = handlers.filter(({ standing }) => standing.trained).length;
  const share = proportion(trained, handlers.length);
  return {
    today,
    gate: isGateShut(records, today),
    policyVersion: version,
    handlers: handlers.length,
    trained,
    ...("refused" in share ? {} : { share: { share: share.share, lower: share.lower, upper: share.upper } }),
    items,
  };
}
