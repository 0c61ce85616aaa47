import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";

/** Who the database server runs as; `drop` when we are root, because PostgreSQL refuses to run as root. */
export type ServerUser = { name: string; uid: number; gid: number; drop: boolean };

export function serverUser(): ServerUser {
  const { username, uid, gid } = userInfo();
  if (uid !== 0) return { name: username, uid, gid, drop: false };
  const found = existing("postgres") ?? existing("redress") ?? made() ?? existing("nobody");
  if (!found)
    throw new Error(
      "PostgreSQL may not run as root, and no other user was found or could be made: create a user named redress",
    );
  return found;
}

function existing(name: string): ServerUser | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { name, uid: id("-u"), gid: id("-g"), drop: true };
  } catch {
    return undefined;
  }
}

function made(): ServerUser | undefined {
  try {
    execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "redress"], {
      stdio: "ignore",
    });
  } catch {
    // A read-only or minimal system; `nobody` will do.
  }
  return existing("redress");
}
