import type pg from "pg";
import { openClient } from "./client.ts";
import { clientOf, readHosts, type Hosts } from "./hosts.ts";
import { ensureRoles } from "./roles.ts";
import { Unusable } from "./unusable.ts";

/** How to reach a database: as the owner, who migrates, and as the application, who may not rewrite history. */
export type Access = { owner: pg.PoolConfig; app: pg.PoolConfig };

/** What DATABASE_URL names cannot be used. Said as it is, and never with the password in it. */
export class NoDatabase extends Unusable {}

/** A PostgreSQL that somebody else runs (DATABASE_URL). The application's connections give up the owner's rights. */
export async function outside(url: string): Promise<Access> {
  const hosts = readHosts(url);
  if (!hosts) throw new NoDatabase("DATABASE_URL is no address of a PostgreSQL");
  const owner: pg.PoolConfig = { connectionString: url, ...(isPlain(hosts) ? {} : many(hosts)) };
  const client = await reached(owner, hosts);
  let user: string;
  try {
    const { rows } = await client.query<{ version: number; user: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_user as user`,
    );
    const { version } = rows[0]!;
    user = rows[0]!.user;
    if (version < 15)
      throw new NoDatabase(`DATABASE_URL is PostgreSQL ${version}; Redress needs 15 or later`);
  } finally {
    await client.end();
  }
  await ensureRoles({ ...owner, user }, user);
  return { owner, app: { ...owner, options: "-c role=redress_app" } };
}

const isPlain = ({ urls, readWrite }: Hosts) => urls.length === 1 && !readWrite;

/** In seconds: a primary that became a standby is left after so long, even when it closes no connection. */
const many = (hosts: Hosts): pg.PoolConfig => ({ Client: clientOf(hosts), maxLifetimeSeconds: 60 });

/** What PostgreSQL refuses a connection with, and an operator can mend. */
const refused: Record<string, string> = {
  "28P01": "user or password is wrong",
  "28000": "user or password is wrong, or pg_hba.conf does not let this user in from here",
  "3D000": "there is no such database; an administrator has to create it",
};

/** Each host is asked twice, so that one that is just starting is not missed. */
async function reached(owner: pg.PoolConfig, { urls, told }: Hosts): Promise<pg.Client> {
  let last: unknown;
  for (let turn = 0; turn < 2 * urls.length; turn += 1)
    try {
      return await openClient({ ...owner, connectionTimeoutMillis: 5_000 });
    } catch (error) {
      last = error;
    }
  // What the driver says can hold the address with its password; the code tells enough.
  const { code, message } = last as { code?: string; message: string };
  const why = code && refused[code];
  throw new NoDatabase(
    `DATABASE_URL: ${why ? `${why}, at ${told}` : `no database can be used at ${told} (${code ?? message})`}`,
  );
}
