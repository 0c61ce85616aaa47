import { sql } from "kysely";
import type { Db } from "./database.ts";
import { troubleOf } from "./trouble.ts";

/** Whether the database can store something now: its disk has room, and it is no standby. It leaves nothing behind. */
export async function canStore(db: Db): Promise<"yes" | "full" | "read-only"> {
  try {
    return await db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ on: string }>`show transaction_read_only`.execute(tx);
      if (Object.values(rows[0]!)[0] === "on") return "read-only";
      // Too much to be sorted in so little memory: half a megabyte is written to a temporary file.
      await sql`set local work_mem = '64kB'`.execute(tx);
      await sql`select count(*) from (select n from generate_series(1, 20000) n order by md5(n::text)) sorted`.execute(
        tx,
      );
      return "yes";
    });
  } catch (error) {
    if (troubleOf(error) === "full") return "full";
    throw error;
  }
}
