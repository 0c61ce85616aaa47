import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { channels, clockKinds } from "../src/core/complaint/events.ts";
import { stages } from "../src/core/complaint/state.ts";
import type { Desk } from "../src/record/desk.ts";
import { RegisterQuery } from "../src/casework/complaints/contract.ts";
import { register } from "../src/casework/complaints/queries/register-pages.ts";
import { openDatabase, type Db } from "../src/engine/database/database.ts";
import type { Search } from "../src/record/search/search.ts";
import { openStore, type Standing } from "../src/record/search/store.ts";
import { seeded } from "../src/sample/seeding/chance.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

const colleague = (n: number) => `11111111-1111-4111-8111-${String(n).padStart(12, "0")}`;
const mara = { kind: "staff", id: colleague(1), roles: ["handler"] } as const;
const instant = (day: number) => `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z`;

type Line = ReturnType<typeof lines>[number];

/** Few different instants, so that many lines tie; closed ones that still have a date, and open ones without one. */
function lines() {
  const { one, below, of } = seeded(26);
  return Array.from({ length: 300 }, (_, n) => ({
    id: crypto.randomUUID() as string,
    reference: `CT-${n}`,
    version: 1,
    hash: Buffer.alloc(32),
    stage: of(0.4) ? "closed" : one(stages),
    platform: one(["ctterra", "cleantech"]),
    channel: one(channels),
    language: "de",
    subject: "other",
    programme: one(["pv", "wind", null]),
    owner_id: one([colleague(2), colleague(3), null]),
    received_at: instant(1 + below(5)),
    policy_version: 1,
    next_due_at: of(0.5) ? instant(10 + below(4)) : null,
    updated_at: instant(9),
  })).map((line) => ({ ...line, running: line.next_due_at && of(0.7) ? [one(clockKinds)] : [] }));
}

const filters = fc.record(
  {
    stage: fc.constantFrom("closed", "received", "withdrawn"),
    open: fc.constantFrom("true", "false"),
    owner: fc.constantFrom(colleague(2), "none"),
    platform: fc.constantFrom("ctterra", "cleantech", "other"),
    channel: fc.constantFrom("email", "post"),
    programme: fc.constantFrom("pv", "wind"),
    clock: fc.constantFrom(...clockKinds),
    due_before: fc.constantFrom(instant(12), instant(1)),
  },
  { requiredKeys: [] },
);
type Filters = typeof filters extends fc.Arbitrary<infer F> ? F : never;

const wanted = (line: Line, asked: Filters) =>
  (asked.stage ?? line.stage) === line.stage &&
  (asked.open === undefined || (asked.open === "false") === ["closed", "withdrawn"].includes(line.stage)) &&
  (asked.owner === undefined || (asked.owner === "none" ? null : asked.owner) === line.owner_id) &&
  (asked.platform ?? line.platform) === line.platform &&
  (asked.channel ?? line.channel) === line.channel &&
  (asked.programme === undefined || asked.programme === line.programme) &&
  (asked.clock === undefined || line.running.includes(asked.clock)) &&
  (asked.due_before === undefined || (line.next_due_at !== null && line.next_due_at < asked.due_before));

/** What is due first, then what has no date, the latest first; or all by receipt. */
function inOrder(all: readonly Line[], sort: "due" | "received"): Line[] {
  const latest = (a: Line, b: Line) => (a.received_at + a.id < b.received_at + b.id ? 1 : -1);
  if (sort === "received") return all.toSorted(latest);
  const due = all.filter(({ next_due_at }) => next_due_at !== null);
  return [
    ...due.toSorted((a, b) => (a.next_due_at! + a.id < b.next_due_at! + b.id ? -1 : 1)),
    ...all.filter(({ next_due_at }) => next_due_at === null).toSorted(latest),
  ];
}

describe("turning the pages of the register", () => {
  let database: TestDatabase;
  let db: Db;
  const store = openStore();
  const all = lines();
  const about = new Set(all.filter((_, n) => n % 10 === 0).map(({ id }) => id));

  before(async () => {
    database = await freshDatabase();
    db = openDatabase(database.app);
    await db.insertInto("complaint").values(all).execute();
    store.put(
      new Map(
        all.map((line, n) => [
          line.id,
          {
            words: new Set(n % 3 === 0 ? ["many", "few"] : ["many"]),
            receivedAt: new Date(line.received_at),
            standing: standing(line),
          },
        ]),
      ),
    );
    await db
      .insertInto("complaint_conflict")
      .values([...about].map((complaint_id) => ({ complaint_id, person_id: mara.id })))
      .execute();
  });
  after(async () => {
    store.close();
    await db.destroy();
    await database.drop();
  });

  /** As a node reads them. */
  const standing = ({ next_due_at, stage }: Line): Standing =>
    next_due_at !== null ? "owed" : ["closed", "withdrawn"].includes(stage) ? "ended" : "open";

  /** A desk whose index finds every line, or every third; where there are many, more are owed something than are ordered at once. */
  const deskFinding = (how: "few" | "many") => {
    const search: Pick<Search, "find" | "newest" | "among"> = {
      find: async () => ({ expression: `"${how}"` }),
      newest: async (expression, standings, most, before) => ({
        ...store.newest(expression, standings, most, before),
        ...(how === "many" && most === 4000 && { before: 0 }),
      }),
      among: async (expression, ids) => store.among(expression, ids),
    };
    return { db, search } as unknown as Desk;
  };

  const turned = async (desk: Desk, asked: object) => {
    const got: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await register(desk, mara, RegisterQuery.parse({ ...asked, ...(cursor && { cursor }) }));
      assert.ok("items" in page);
      got.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    return got;
  };

  test("shows each complaint once and in order, whatever is asked for, also among few and many that have a word", async () => {
    const search = fc.constantFrom("none" as const, "few" as const, "many" as const);
    const sorts = fc.constantFrom("due" as const, "received" as const);
    await fc.assert(
      fc.asyncProperty(
        filters,
        sorts,
        fc.integer({ min: 1, max: 60 }),
        search,
        async (asked, sort, limit, how) => {
          const hits = new Set(all.filter((_, n) => how !== "few" || n % 3 === 0).map(({ id }) => id));
          const expected = inOrder(all, sort).filter(
            (line) => wanted(line, asked) && !about.has(line.id) && hits.has(line.id),
          );
          const q = how === "none" ? {} : { q: "word" };
          const desk = deskFinding(how === "many" ? "many" : "few");
          const got = await turned(desk, { ...asked, ...q, sort, limit });
          assert.deepEqual(
            got,
            expected.map(({ id }) => id),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
