import type { Db } from "../../engine/database/database.ts";

/** One state of a setting, and who set it when; earlier ones are kept. */
export type Setting = { value: unknown; recordedAt: string; recordedBy: string };

/** What holds now, or nothing while it was never set. */
export async function settingAt(db: Db, name: string): Promise<Setting | undefined> {
  const [latest] = await settingHistory(db, name, 1);
  return latest;
}

/** The states of a setting, the latest first. */
export async function settingHistory(db: Db, name: string, limit = 100): Promise<Setting[]> {
  const rows = await db
    .selectFrom("office_setting")
    .select(["value", "recorded_at", "recorded_by"])
    .where("name", "=", name)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ value: row.value, recordedAt: row.recorded_at, recordedBy: row.recorded_by }));
}

export async function changeSetting(
  db: Db,
  name: string,
  value: unknown,
  by: string,
  now: string,
): Promise<void> {
  await db
    .insertInto("office_setting")
    .values({ name, value: JSON.stringify(value), recorded_at: now, recorded_by: by })
    .execute();
}
