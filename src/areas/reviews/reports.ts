import type { Db } from "../../engine/database/database.ts";

/** The report of a month that a review is about: its latest version and the SHA-256 of its figures. */
export async function latestReport(
  db: Db,
  period: string,
): Promise<{ version: number; hash: string } | undefined> {
  return db
    .selectFrom("report")
    .select(["version", "hash"])
    .where("period", "=", period)
    .where("kind", "=", "month")
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}
