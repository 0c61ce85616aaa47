import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What PostgreSQL and its connections have worked, from /proc in hundredths; nothing where there is no /proc. */
export function databaseSeconds(database: string): number {
  try {
    const stats = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          return [readFileSync(`/proc/${pid}/stat`, "utf8").split(/[()]/)[2]!.trim().split(" ").concat(pid)];
        } catch {
          return [];
        }
      });
    const postmaster = readFileSync(join(database, "data", "postmaster.pid"), "utf8").split("\n", 1)[0]!;
    const own = stats.filter((stat) => stat.at(-1) === postmaster || stat[1] === postmaster);
    // User and system time, and for the postmaster that of connections that have ended.
    return (
      own.reduce(
        (sum, stat) =>
          sum +
          [11, 12, ...(stat.at(-1) === postmaster ? [13, 14] : [])].reduce(
            (ticks, at) => ticks + Number(stat[at]),
            0,
          ),
        0,
      ) / 100
    );
  } catch {
    return 0;
  }
}
