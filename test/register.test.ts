import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { RegisterQuery } from "../src/complaints/contract.ts";
import { registerPage } from "../src/complaints/queries/register.ts";
import { openDatabase, type Db } from "../src/database/database.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

const person = { kind: "staff", id: "11111111-1111-4111-8111-111111111111", roles: ["handler"] } as const;

describe("the register of 60,000 complaints", () => {
  let database: TestDatabase;
  let db: Db;

  before(async () => {
    database = await freshDatabase();
    const owner = new pg.Client(database.owner);
    await owner.connect();
    await owner.query(`insert into complaint
      select gen_random_uuid(), 'CT-' || n, 1, '', case when n % 50 = 0 then 'received' else 'closed' end, 'ctterra', 'email', 'de', 'other', null,
        case when n % 7 = 0 then '${person.id}'::uuid end, now() - n * interval '1 minute', 1,
        case when n % 50 = 0 then now() + n * interval '1 minute' end, 'proposal', now()
      from generate_series(1, 60000) n`);
    await owner.query("analyze complaint");
    await owner.end();
    db = openDatabase(database.app);
  });
  after(async () => {
    await db.destroy();
    await database.drop();
  });

  const plan = async (asked: object, cursor?: { at: string | null; id: string }) =>
    JSON.stringify(await registerPage(db, person, RegisterQuery.parse(asked), cursor).explain("json"));
  const cursor = { at: "2026-10-01T10:00:00.000Z", id: person.id };

  test("is read along an index, from the first page to a late one, and never sorted as a whole", async () => {
    for (const asked of [
      {},
      { open: "true" },
      { sort: "received" },
      { owner: person.id },
      { stage: "received" },
      { platform: "ctterra", channel: "email" },
    ])
      for (const after of [undefined, cursor]) {
        const chosen = await plan(asked, after);
        assert.match(chosen, /Index Scan/, JSON.stringify(asked));
        assert.doesNotMatch(
          chosen,
          /"Seq Scan","Parallel Aware":(true|false),"Async Capable":(true|false),"Relation Name":"complaint"/,
          JSON.stringify(asked),
        );
        assert.doesNotMatch(chosen, /"Node Type":"Sort"/, JSON.stringify(asked));
      }
  });
});
