import type { Desk } from "../../record/desk.ts";
import type { No } from "../../operations.ts";
import type { OwnTraining } from "./contract.ts";
import { confirmedUntil } from "../../core/training/standing.ts";
import { dayIn, isGateShut, standingIn } from "./gate.ts";
import { trainingRecords, type Records } from "./records.ts";

/**
 * "Read and understood", by the person who says it and nobody else: of the version in force or of one that is published
 * for later. Said again it is not said twice.
 */
export async function confirmPolicy(
  { db, policyAt, now }: Desk,
  personId: string,
  version: number,
): Promise<No | undefined> {
  const person = await db
    .selectFrom("person")
    .select("id")
    .where("id", "=", personId)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  // A key of a program reads no policy.
  if (!person) return { kind: "forbidden" };
  const inForce = await policyAt(now());
  const published = await db
    .selectFrom("policy_version")
    .select("version")
    .where("version", "=", version)
    .executeTakeFirst();
  if (!published || version < inForce.version) return { kind: "conflict", code: "policy-not-current" };
  await db
    .insertInto("training_confirmation")
    .values({ person_id: personId, policy_version: version, confirmed_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return undefined;
}

export async function ownTraining(desk: Desk, personId: string): Promise<OwnTraining> {
  const { version, zone } = await desk.policyAt(desk.now());
  const records = await trainingRecords(desk.db, zone);
  const today = dayIn(zone, desk.now());
  return {
    today,
    standing: standingIn(records, personId, today),
    policy: toConfirm(records, personId, version, today),
    confirmations: [...(records.records.get(personId)?.confirmed ?? [])],
    gate: isGateShut(records, today),
  };
}

/** The version in force, whether it or one that differs from it by editing alone is confirmed, and else by when. */
function toConfirm(
  { records, versions, rules }: Records,
  personId: string,
  inForce: number,
  today: string,
): OwnTraining["policy"] {
  const confirmed = records.get(personId)?.confirmed ?? [];
  const material =
    versions.findLast((each) => each.version <= inForce && !each.editorial)?.version ?? inForce;
  if (confirmed.some(({ version }) => version >= material)) return { version: inForce, confirmed: true };
  const by = confirmed
    .map(({ version }) => confirmedUntil(version, versions, rules))
    .filter((date) => date >= today)
    .toSorted()
    .at(-1);
  return { version: inForce, confirmed: false, ...(by && { by }) };
}
