import type { Db } from "../../engine/database/database.ts";
import { basename } from "node:path";
import type { Made } from "./making.ts";

type State = "failed" | "made" | "unopened" | "broken" | "proven";
export type Run = {
  night: string;
  state: State;
  file: string | null;
  made_at: string | null;
  said: string | null;
};

export async function runOf(db: Db, night: string): Promise<Run | undefined> {
  const row = await db.selectFrom("backup_run").selectAll().where("night", "=", night).executeTakeFirst();
  return row as Run | undefined;
}

export async function noteMade(db: Db, night: string, { file, bytes, createdAt }: Made): Promise<void> {
  const row = {
    state: "made",
    file: basename(file),
    bytes,
    made_at: createdAt,
    checked_at: null,
    said: null,
  };
  await db
    .insertInto("backup_run")
    .values({ night, ...row })
    .onConflict((conflict) => conflict.column("night").doUpdateSet(row))
    .execute();
}

export type Result = { state: State; checkedAt: string; said: string | null };

export async function noteResult(db: Db, night: string, { state, checkedAt, said }: Result): Promise<void> {
  const row = { state, checked_at: checkedAt, said };
  await db
    .insertInto("backup_run")
    .values({ night, ...row })
    .onConflict((conflict) => conflict.column("night").doUpdateSet(row))
    .execute();
}

/** The names of all backups that nights have made. */
export async function filesOf(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("backup_run").select("file").where("file", "is not", null).execute();
  return new Set(rows.map(({ file }) => file!));
}

/** The newest backup in one of these states, by the moment that it holds. */
export async function newest(db: Db, ...states: State[]): Promise<Run | undefined> {
  const row = await db
    .selectFrom("backup_run")
    .selectAll()
    .where("state", "in", states)
    .where("made_at", "is not", null)
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row as Run | undefined;
}
