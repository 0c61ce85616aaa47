import pg from "pg";
import { ensureRoles } from "./roles.ts";

/** How to reach a database: as the owner, who migrates, and as the application, who may not rewrite history. */
export type Access = { owner: pg.PoolConfig; app: pg.PoolConfig };

/** A PostgreSQL that somebody else runs (DATABASE_URL). The application's connections give up the owner's rights. */
export async function outside(url: string): Promise<Access> {
  const owner: pg.PoolConfig = { connectionString: url };
  const client = new pg.Client(owner);
  await client.connect();
  let user: string;
  try {
    const { rows } = await client.query<{ version: number; user: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_user as user`,
    );
    const { version } = rows[0]!;
    user = rows[0]!.user;
    if (version < 15) throw new Error(`DATABASE_URL is PostgreSQL ${version}; Redress needs 15 or later`);
  } finally {
    await client.end();
  }
  await ensureRoles({ ...owner, user }, user);
  return { owner, app: { connectionString: url, options: "-c role=redress_app" } };
}
