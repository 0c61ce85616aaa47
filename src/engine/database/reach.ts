import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { ServerUser } from "./server-user.ts";

/** Whether the server's user can enter every folder on the way: a clone in root's home has a closed door (mode 0700). */
export function canReach(path: string, user: ServerUser): boolean {
  if (!user.drop) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat?.isDirectory() && !mayEnter(stat, user)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter({ mode, uid, gid }: { mode: number; uid: number; gid: number }, user: ServerUser): boolean {
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return gid === user.gid ? (mode & 0o010) !== 0 : (mode & 0o001) !== 0;
}
