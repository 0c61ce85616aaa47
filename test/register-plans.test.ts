import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createQueryId, type CompiledQuery, type RootOperationNode } from "kysely";
import pg from "pg";
import { RegisterQuery } from "../src/casework/complaints/contract.ts";
import { placeOf } from "../src/casework/complaints/queries/register-pages.ts";
import { registerPage, type Place } from "../src/casework/complaints/queries/register.ts";
import { openDatabase, type Db } from "../src/engine/database/database.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

const complaints = 200_000;
const person = { kind: "staff", id: "11111111-1111-4111-8111-000000000001", roles: ["handler"] } as const;
const colleague = (n: number) => `11111111-1111-4111-8111-${String(n).padStart(12, "0")}`;

/** Of each filter something frequent and something rare; two of them together may leave nothing. */
const filters: Record<string, readonly string[]> = {
  stage: ["closed", "received"],
  open: ["true", "false"],
  owner: [colleague(2), "none"],
  platform: ["ctterra", "cleantech"],
  channel: ["email", "other"],
  programme: ["pv", "grid"],
  clock: ["proposal", "follow_up"],
  due_before: ["2026-12-24T00:00:00Z", "2026-11-01T00:00:00Z"],
};

describe("the register of 200,000 complaints", () => {
  let database: TestDatabase;
  let db: Db;
  let owner: pg.Client;

  before(async () => {
    database = await freshDatabase();
    db = openDatabase(database.app);
    owner = new pg.Client({ ...database.owner, options: "-c timezone=UTC -c synchronous_commit=on" });
    await owner.connect();
    await fill(owner);
    // As the register asks.
    await owner.query("set enable_bitmapscan = off; set enable_sort = off; set enable_material = off");
  });
  after(async () => {
    await owner.end();
    await db.destroy();
    await database.drop();
  });

  /** What the database is asked for a page, and the page. */
  const watched = async (asked: object, cursor?: Place) => {
    const nodes: RootOperationNode[] = [];
    const watching = db.withPlugin({
      transformQuery: ({ node }) => (nodes.push(node), node),
      transformResult: async ({ result }) => result,
    });
    const page = await registerPage(watching, person, RegisterQuery.parse(asked), cursor);
    return { page, queries: nodes.map((node) => db.getExecutor().compileQuery(node, createQueryId())) };
  };

  /** How many blocks and rows were looked at, by the plan for any values that a prepared statement comes to have. */
  const looking = async ({ sql, parameters }: CompiledQuery) => {
    await owner.query("deallocate all");
    await owner.query(
      `prepare asked${bracketed(parameters.map(() => "unknown"))} as ${sql}; set plan_cache_mode = force_generic_plan`,
    );
    const values = parameters.map((value) => pg.escapeLiteral(literal(value)));
    const { rows } = await owner.query(
      `explain (analyze, buffers, timing off, format json) execute asked${bracketed(values)}`,
    );
    const [{ Plan: plan }] = rows[0]["QUERY PLAN"];
    return { blocks: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"], rows: rowsOf(plan) };
  };

  test("looks at few blocks for a page, whatever is asked for, one filter or two, the first page or a later one", async () => {
    const seen: { blocks: number; rows: number; at: string }[] = [];
    for (const asked of combinations())
      for (const sort of ["due", "received"] as const) {
        const first = await watched({ ...asked, sort });
        const last = first.page.at(-2);
        const later = last && (await watched({ ...asked, sort }, placeOf({ sort }, last)));
        for (const [page, { queries }] of Object.entries({ first, ...(later && { later }) })) {
          const looked = { blocks: 0, rows: 0 };
          for (const query of queries) {
            const { blocks, rows } = await looking(query);
            looked.blocks += blocks;
            looked.rows += rows;
          }
          seen.push({ ...looked, at: `${JSON.stringify(asked)} by ${sort}, ${page} page` });
        }
      }
    const most = (what: "blocks" | "rows") => seen.toSorted((a, b) => b[what] - a[what]).slice(0, 5);
    // The table has 4,200 blocks, and its indexes as many again.
    assert.ok(most("blocks")[0]!.blocks < 2500, JSON.stringify(most("blocks"), undefined, 1));
    assert.ok(most("rows")[0]!.rows < 40_000, JSON.stringify(most("rows"), undefined, 1));
  });
});

type Plan = Record<"Actual Rows" | "Actual Loops", number> & { Plans?: Plan[] } & Record<string, unknown>;

/** What every part of a plan handed on or threw away. */
const rowsOf = (plan: Plan): number =>
  (plan["Actual Rows"] + Number(plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"] +
  (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), 0);

const bracketed = (values: string[]) => (values.length === 0 ? "" : ` (${values.join(", ")})`);
const literal = (value: unknown) => (Array.isArray(value) ? `{${value.join(",")}}` : String(value));

function combinations(): Record<string, string>[] {
  const each = Object.entries(filters).flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  );
  const pairs = each.flatMap((a, at) =>
    each.slice(at + 1).flatMap((b) => (a[0] === b[0] ? [] : [Object.fromEntries([a, b])])),
  );
  return [{}, ...each.map((one) => Object.fromEntries([one])), ...pairs];
}

/** Six in a hundred are open and the latest; programmes belong to platforms; one channel is rare. */
async function fill(client: pg.Client): Promise<void> {
  await client.query(`
    insert into complaint (id, reference, version, hash, stage, platform, channel, language, subject, owner_id, received_at,
      policy_version, next_due_at, next_due_clock, updated_at, running, programme)
    select gen_random_uuid(), 'CT-' || n, 1, '',
      case when open then (array['received', 'acknowledged', 'under_investigation', 'proposed', 'implemented'])[1 + n % 5]
        when n % 20 = 0 then 'withdrawn' else 'closed' end,
      case when n % 5 = 0 then 'cleantech' else 'ctterra' end,
      case when n % 5000 = 7 then 'other' else (array['email', 'email', 'web', 'phone', 'in_person', 'post'])[1 + n % 6] end, 'de', 'other',
      case when n % 11 <> 0 then ('11111111-1111-4111-8111-' || lpad((1 + n * 7 % 40)::text, 12, '0'))::uuid end,
      at, 1, case when open and n % 400 <> 0 then at + interval '10 days' end, 'proposal', at,
      case when open and n % 400 <> 0 then array[case when n % 5 = 0 then 'acknowledgement' when n % 5 = 4 and n % 2 = 0 then 'follow_up' else 'proposal' end] else '{}' end,
      case when n % 5 = 0 then (array['grid', 'storage', null])[1 + n / 5 % 3] else (array['pv', 'pv', 'wind', null])[1 + n / 5 % 4] end
    from (select n, n <= ${complaints * 0.06} as open, '2026-11-30T08:00:00Z'::timestamptz - n * interval '3 minutes' as at
      from generate_series(1, ${complaints}) n) made`);
  // What was committed without waiting for the disk cannot be marked as seen by all.
  await client.query("vacuum (analyze) complaint, complaint_conflict");
  // Of this person statistics know nothing.
  await client.query(
    `insert into complaint_conflict select id, '${person.id}' from complaint where hashtext(reference) % 100 = 0`,
  );
}
