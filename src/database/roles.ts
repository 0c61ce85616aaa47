import pg from "pg";

/** What the owner must be able to say once; shown to an operator whose database user may not create roles. */
export const roleStatements = [
  "create role redress_app noinherit nologin",
  "create role redress_erase nologin",
];

/** Makes our roles when they are missing; `member` may then act as them. */
export async function ensureRoles(owner: pg.PoolConfig, member: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    for (const statement of roleStatements) await client.query(ifMissing(statement));
    const grant = `grant redress_app, redress_erase to ${client.escapeIdentifier(member)}`;
    const { rows } = await client.query<{ may: boolean }>(
      "select pg_has_role(current_user, 'redress_app', 'member') and pg_has_role(current_user, 'redress_erase', 'member') as may",
    );
    if (!rows[0]?.may || member !== owner.user) await client.query(grant);
    await client.query("grant redress_erase to redress_app");
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new Error(
      `the database user may not create roles; have an administrator run: ${roleStatements.join("; ")}; grant redress_app, redress_erase to ${member}`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
}

/** Roles belong to the whole cluster, so another database of it, or another test, may have made them already. */
const ifMissing = (statement: string) =>
  `do $$ begin ${statement}; exception when duplicate_object or unique_violation then null; end $$`;
