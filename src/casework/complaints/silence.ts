import type { Desk } from "../../record/desk.ts";
import { handle } from "./handle.ts";

/** So many at once; the next minute finds the rest. */
const batch = 200;

/** Notes the silence of every customer whose time to answer has come; harmless when it runs twice. */
export async function noteSilences(desk: Desk): Promise<number> {
  const silent = await desk.db
    .selectFrom("complaint")
    .select("id")
    .where("silent_at", "<=", desk.now())
    .orderBy("silent_at")
    .limit(batch)
    .execute();
  for (const { id } of silent)
    await handle(desk, { kind: "system", id: "reminders" }, id, { do: "note-silence" });
  return silent.length;
}
