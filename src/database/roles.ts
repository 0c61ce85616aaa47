import pg from "pg";

/** What the owner must be able to say once; shown to an operator whose database user may not create roles. */
const statements = (member: string) => [
  "create role redress_app noinherit nologin",
  "create role redress_erase nologin",
  "grant redress_erase to redress_app",
  `grant redress_app, redress_erase to ${member}`,
];

/** Makes our roles when they are missing; whoever connects may then act as them. */
export async function ensureRoles(owner: pg.PoolConfig, user: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  const member = client.escapeIdentifier(user);
  try {
    if (await mayActAs(client)) return;
    // Two nodes may start for the first time at the same moment.
    await client.query("select pg_advisory_lock(hashtext('redress roles'))");
    for (const statement of statements(member)) await client.query(unlessThere(statement));
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    const told = statements(member).join("; ");
    throw new Error(`the database user may not create roles; have an administrator run: ${told}`, {
      cause: error,
    });
  } finally {
    await client.end();
  }
}

async function mayActAs(client: pg.Client): Promise<boolean> {
  try {
    for (const role of ["redress_erase", "redress_app"]) await client.query(`set role ${role}; reset role`);
    return true;
  } catch {
    return false;
  }
}

/** Roles belong to the whole cluster, so another database of it may have made them, now or long ago. */
const unlessThere = (statement: string) =>
  `do $$ begin ${statement}; exception when duplicate_object or unique_violation then null; end $$`;
