import type { Policy } from "../../core/policy/policy.ts";
import type { Db } from "../../engine/database/database.ts";
import { readPolicy } from "./stored.ts";
import { cachedBriefly } from "./cached-briefly.ts";
import { seedPolicy } from "./seed.ts";

/** Publishes version 1 where no version is published yet. Answers whether it did. */
export async function publishSeedPolicy(db: Db, now: string): Promise<boolean> {
  const { version, effectiveFrom } = seedPolicy;
  const row = {
    version,
    effective_from: effectiveFrom,
    published_at: now,
    document: JSON.stringify(seedPolicy),
  };
  const published = await db
    .insertInto("policy_version")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("version")
    .executeTakeFirst();
  return published !== undefined;
}

export type Published = {
  version: number;
  effectiveFrom: string;
  publishedAt: string;
  draftedBy?: string;
  approvedBy?: string;
};

export async function publishedVersions(db: Db): Promise<Published[]> {
  const rows = await db
    .selectFrom("policy_version")
    .select(["version", "effective_from", "published_at", "drafted_by", "approved_by"])
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({
    version: row.version,
    effectiveFrom: row.effective_from,
    publishedAt: row.published_at,
    ...(row.drafted_by && { draftedBy: row.drafted_by }),
    ...(row.approved_by && { approvedBy: row.approved_by }),
  }));
}

export type Policies = {
  policyAt: (instant: string, on?: Db) => Promise<Policy>;
  policy: (version: number, on?: Db) => Promise<Policy>;
};

/** Reads versions; a version never changes, so each is read and checked once. */
export function openPolicies(db: Db): Policies {
  const known = new Map<number, Policy>();
  const policy = async (version: number, on: Db = db) => {
    const before = known.get(version);
    if (before) return before;
    const row = await on
      .selectFrom("policy_version")
      .select("document")
      .where("version", "=", version)
      .executeTakeFirst();
    if (!row) throw new Error(`policy version ${version} is not published`);
    const document = readPolicy(row.document);
    known.set(version, document);
    return document;
  };
  const versions = cachedBriefly(db, async (on) =>
    on
      .selectFrom("policy_version")
      .select(["version", "effective_from"])
      .orderBy("effective_from")
      .orderBy("version")
      .execute(),
  );
  const policyAt = async (instant: string, on: Db = db) => {
    const all = await versions(on);
    const row = all.findLast(({ effective_from }) => effective_from <= instant) ?? all[0];
    if (!row) throw new Error("no policy is published");
    return policy(row.version, on);
  };
  return { policyAt, policy };
}
