import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Note = { pid: number; made: boolean };

/** Why a folder is not taken for a demo; nothing in it was touched. */
export class NotOurs extends Error {}

/**
 * The demo's own folder. A note in it says that the demo made it; a folder that holds a database without that note is
 * somebody's real one. What was left halfway, by a Ctrl-C, is made anew.
 * @throws NotOurs
 */
export function demoFolder(folder: string, fresh: boolean): { made: boolean; note: (made: boolean) => void } {
  const file = join(folder, "demo.json");
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Note) : undefined;
  if (!known && (existsSync(join(folder, "postgres")) || existsSync(join(folder, "keys"))))
    throw new NotOurs(
      `The data in ${folder} was not made by the demo, and the demo leaves it alone: set REDRESS_DATA to another folder.`,
    );
  if (known && runs(known.pid))
    throw new NotOurs(`The demo is running already on ${folder}, as process ${known.pid}.`);
  const made = known?.made === true && !fresh;
  if (!made)
    for (const part of ["postgres", "keys", "mailbox"])
      rmSync(join(folder, part), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const note = (done: boolean) =>
    writeFileSync(file, JSON.stringify({ pid: process.pid, made: done } satisfies Note));
  note(made);
  return { made, note };
}

function runs(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
