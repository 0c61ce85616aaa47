import { readdirSync, readFileSync, readlinkSync, realpathSync, renameSync, existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Sets aside what an earlier server left behind, unless a PostgreSQL of this data folder is alive. A file that is empty,
 * damaged or names some other program's process would refuse every start. Answers the new names, for the log.
 */
export function setAsideLocks(data: string, socket: string): string[] {
  const locks = [join(data, "postmaster.pid"), join(socket, ".s.PGSQL.5432.lock")].filter(existsSync);
  if (locks.length === 0 || serverLives(data)) return [];
  return locks.map((lock) => {
    const aside = `${lock}.broken-${Temporal.Now.instant().epochMilliseconds}`;
    renameSync(lock, aside);
    return aside;
  });
}

/** Any process of PostgreSQL in this folder counts: one that outlived its postmaster still writes there. */
function serverLives(data: string): boolean {
  const folder = realpathSync(data);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => isServerIn(pid, folder));
}

function isServerIn(pid: string, folder: string): boolean {
  try {
    if (!/^(postgres|setpriv)$/.test(readFileSync(`/proc/${pid}/comm`, "utf8").trim())) return false;
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch (error) {
    // What we may not look at could be one; what has ended meanwhile is none.
    return (error as NodeJS.ErrnoException).code === "EACCES";
  }
}
