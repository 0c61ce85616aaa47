import { execFileSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import type { ServerUser } from "./server-user.ts";
import { Unusable } from "./unusable.ts";

export const environment = { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", TZ: "UTC" };

export function own(folder: string, user: ServerUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user.drop) chownSync(folder, user.uid, user.gid);
}

/** The data folder lacks what every server needs, and holds what may be somebody's complaints. Said as it is. */
export class Damaged extends Unusable {}

/**
 * Makes the folder of a new server, beside its place, and renames it when it is whole: cut anywhere, the next start begins
 * again. Answers where an unfinished attempt was set aside, for the log.
 * @throws Damaged where files are missing from a folder that was in use
 */
export function initialise(initdb: string, data: string, user: ServerUser): string[] {
  if (isWhole(data)) return [];
  if (wasUsed(data))
    throw new Damaged(
      `the embedded PostgreSQL in ${data} is damaged: PG_VERSION or global/pg_control is missing. Nothing was changed. Restore a backup into another folder (REDRESS_DATA).`,
    );
  const making = mkdtempSync(`${data}.making-`);
  own(making, user);
  run(initdb, making, user);
  // Who runs Redress and who runs the server may log in as our roles; nobody else on the machine may.
  writeFileSync(join(making, "pg_hba.conf"), "local all all peer map=redress\n");
  const known = [...new Set([userInfo().username, user.name])];
  const map = known.flatMap((name) =>
    ["postgres", "redress_owner", "redress_app"].map((role) => `redress ${name} ${role}\n`),
  );
  writeFileSync(join(making, "pg_ident.conf"), map.join(""));
  return putInPlace(making, data);
}

function run(initdb: string, folder: string, user: ServerUser): void {
  // The builtin locale makes indexes independent of the machine's C library.
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8", "-E", "UTF8"];
  const access = ["-U", "postgres", "--auth-local=peer", "--auth-host=reject", "--no-instructions"];
  const identity = user.drop ? { uid: user.uid, gid: user.gid } : {};
  execFileSync(initdb, ["-D", folder, ...locale, ...access], {
    ...identity,
    cwd: folder,
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

function putInPlace(making: string, data: string): string[] {
  // Another start may have been faster.
  if (isWhole(data)) {
    rmSync(making, { recursive: true });
    return [];
  }
  const aside = existsSync(data) ? [`${data}.broken-${Temporal.Now.instant().epochMilliseconds}`] : [];
  for (const each of aside) renameSync(data, each);
  renameSync(making, data);
  return aside;
}

const isWhole = (data: string) =>
  ["PG_VERSION", "global/pg_control"].every((file) => {
    const found = statSync(join(data, file), { throwIfNoEntry: false });
    return found !== undefined && found.size > 0;
  });

/** Databases that PostgreSQL makes for itself have lower numbers. */
const firstOfOurs = 16_384;

const wasUsed = (data: string) =>
  existsSync(join(data, "base")) &&
  readdirSync(join(data, "base")).some((name) => Number(name) >= firstOfOurs);
