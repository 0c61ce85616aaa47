import { readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type pg from "pg";
import { oneAtATime } from "../../engine/database/guarded.ts";
import { makeBackup, type Made, type Progress } from "./making.ts";
import type { Lock } from "./secrets.ts";

const ours = /^redress-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/;

/** What a backup of an instant is called: it sorts by time, and every file system takes it. */
export const nameAt = (instant: string): string =>
  `redress-${instant.slice(0, 19).replaceAll(":", "")}Z.backup`;

/** The instant in such a name; undefined for any other file. */
export function instantIn(name: string): string | undefined {
  const [, day, hour, minute, second] = ours.exec(name) ?? [];
  return day && `${day}T${hour}:${minute}:${second}Z`;
}

type Order = { owner: pg.PoolConfig; keys: string; lock: Lock; to: string; now: string; progress?: Progress };

/** Backs up into a file, or into a folder under the name of the moment; one at a time for a database. */
export async function backUp({ to, ...order }: Order): Promise<Made> {
  const target = resolve(to);
  const inFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const make = async () => {
    if (inFolder) sweep(target);
    return makeBackup({ ...order, file: inFolder ? join(target, nameAt(order.now)) : target });
  };
  return oneAtATime(order.owner, make, "redress backup");
}

/** What was being written when somebody was killed. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^redress-.*\.backup\.partial$/.test(name)) rmSync(join(folder, name), { force: true });
}
