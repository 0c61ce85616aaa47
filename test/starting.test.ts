import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { openDatabase } from "../src/engine/database/database.ts";
import { dumpSchema } from "../src/engine/database/schema-dump.ts";
import { readModels } from "../src/casework/complaints/projections/read-models.ts";
import { verify } from "../src/record/journal/verify.ts";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { emptyDatabase, freshDatabase, type TestDatabase } from "./database.ts";
import { cutAtStatement } from "./cut.ts";

/** What stands in a database when its preparation is done: schema, queues, what may be done there, and whole read models. */
async function stateOf(database: TestDatabase): Promise<unknown> {
  const client = new pg.Client(database.owner);
  await client.connect();
  const rows = async (text: string) => (await client.query<Record<string, unknown>>(text)).rows;
  const db = openDatabase(database.app);
  try {
    return {
      schema: await dumpSchema(database.owner),
      migrations: await rows("select name, sha256 from migration order by name"),
      queues: await rows(
        "select name, retry_limit, heartbeat_seconds, notify from pgboss.queue order by name",
      ),
      library: await rows("select version from pgboss.version"),
      tables: await rows(
        "select relname, relacl::text from pg_class where relnamespace = 'pgboss'::regnamespace order by 1",
      ),
      folded: await rows("select version from read_model"),
      verdict: await verify(
        db,
        { id: "", content: Buffer.alloc(32), lookup: Buffer.alloc(32), links: Buffer.alloc(32) },
        readModels,
      ),
    };
  } finally {
    await db.destroy();
    await client.end();
  }
}

describe("The first start of an operator", () => {
  let whole: unknown;
  let keep: TestDatabase;
  before(async () => {
    keep = await freshDatabase();
    whole = await stateOf(keep);
  });
  after(() => keep.drop());

  // There are some 120, mostly of migrations, which are all alike: `npm run drill:starting` cuts each of them.
  const apart = Number(process.env.REDRESS_CUTS_APART ?? 17);
  test("may be killed at a statement: the next start makes the same of it", async () => {
    for (let statement = 1; ; statement += apart) {
      const database = await emptyDatabase();
      const cut = await cutAtStatement(statement, () => prepareDatabase(database));
      await prepareDatabase(database);
      assert.deepEqual(await stateOf(database), whole, `cut at statement ${statement}`);
      await database.drop();
      if (!cut) break;
    }
  });

  test("may be of three nodes at the same moment", async () => {
    const database = await emptyDatabase();
    await Promise.all([1, 2, 3].map(() => prepareDatabase(database)));
    assert.deepEqual(await stateOf(database), whole);
    await database.drop();
  });
});
