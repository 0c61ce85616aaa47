import { join, resolve } from "node:path";
import { startEmbedded } from "../../src/engine/database/embedded.ts";
import { ownSettings } from "../../test/own-settings.ts";

/** The folder is a data folder as Redress has it, so that `REDRESS_DATA` can name it. */
export const folderOf = (complaints: number, given = process.env.BENCH_DATA) =>
  resolve(given ?? "data-bench", String(complaints));

/** The database of a register that was made, with the settings of every day or with those given. */
export async function openRegister(complaints: number, settings: Record<string, string> = {}) {
  const folder = folderOf(complaints);
  const access = await startEmbedded({ folder: join(folder, "postgres"), settings });
  return { folder, access, settings: ownSettings({ folder }) };
}
