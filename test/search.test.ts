import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { openApp } from "../src/app.ts";
import { eraseComplaint } from "../src/casework/complaints/erasing.ts";
import { RegisterQuery } from "../src/casework/complaints/contract.ts";
import { register } from "../src/casework/complaints/queries/register-pages.ts";
import { unsearchable } from "../src/casework/complaints/queries/hidden.ts";
import { openNodeIndex } from "../src/record/search/node-index.ts";
import type { Search } from "../src/record/search/search.ts";
import { openWorld, type Colleague, type World } from "./world.ts";

const anybody = { kind: "system", id: "story" } as const;

describe("searching the register", () => {
  let world: World;
  let mara: Colleague;
  before(async () => {
    world = await openWorld();
    mara = await world.colleague("Mara", "handler", "intake");
  });
  after(() => world.close());

  const complain = async (said: { name?: string; phone?: string; email?: string; statement?: string }) => {
    const { statement = "Nobody came.", name = "Anna", ...reached } = said;
    const { body, status } = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      receivedAt: world.now(),
      complainant: { name, language: "de", ...reached },
      subject: { kind: "service" },
      statement,
    });
    assert.equal(status, 201, JSON.stringify(body));
    return body as { id: string; reference: string; version: number };
  };
  const search = async (q: string, more = "") =>
    (await mara.get(`/complaints?q=${encodeURIComponent(q)}${more}`)).body;
  const found = async (q: string) => (await search(q)).items.map(({ id }: { id: string }) => id);

  const stories = [
    {
      name: "Theo Ruf",
      phone: "0176 444 505 04",
      find: ["0176 444 505 04", "+49 176 44450504", "017644450504"],
    },
    { name: "Will Can", find: ["Will"] },
    { statement: "Der Kurs am Montag fiel aus.", find: ["Kurse", "Kursen"] },
    { statement: "Alle Kurse im Mai fielen aus.", find: ["Kurs"] },
    { statement: "Der Sturmschutzkurs fiel aus.", find: ["Sturmschutz", "kurs"] },
    {
      email: "joerg.mueller@firma-nord.example",
      find: ["firma-nord.example", "joerg.mueller", "Müller", "mueller"],
    },
    { name: "Ayşe Śmigiel", find: ["Ayse", "Smigiel", "smigiel ayşe"] },
    { name: "Łukasz Groß", find: ["Lukasz Gross", "łukasz"] },
    {
      statement: "Das Beispiel im Heft war falsch.",
      find: ["Beispil", "Biespiel", "beispiel -kurs", '"beispiel im heft"'],
    },
  ];
  for (const { find, ...said } of stories)
    test(`finds ${JSON.stringify(said)} by ${find.join(", ")}`, async () => {
      const { id } = await complain(said);
      for (const q of find) assert.ok((await found(q)).includes(id), q);
    });

  test("finds a complaint by its number as it is said", async () => {
    const { id, reference } = await complain({});
    const [prefix, year, number, check] = reference.split("-");
    const short = Number(number);
    for (const q of [
      reference,
      `${prefix} ${year} ${number} ${check}`.toLowerCase(),
      `${prefix}${year}${number}${check}`,
      `ct ${year} ${short}`,
      number!,
    ])
      assert.deepEqual(await found(q), [id], q);
  });

  test("finds what was said at different times by two words, says when it was only similar, and nothing where nothing is", async () => {
    const { id, version } = await complain({ statement: "Das Zelt war undicht." });
    const noted = await mara.post(
      `/complaints/${id}/notes`,
      { note: "Planwagen" },
      { "if-match": `"${version}"` },
    );
    assert.ok(noted.status < 300, JSON.stringify(noted.body));
    assert.deepEqual(await found("planwagen undicht"), [id]);
    assert.equal((await search("planwagen")).similar, undefined);
    assert.equal((await search("plamwagen")).similar, true);
    assert.deepEqual(await search("quetzalcoatl"), { items: [] });
    for (const q of ['"', "-", "a AND (", "*", "NEAR(x", "-planwagen", "{", ":", "'", "\0"])
      assert.ok(Array.isArray((await search(q)).items), q);
  });

  test("another node finds what this one was told, and forgets what was erased here", async () => {
    const other = await openApp({ ...world.parts, now: world.now });
    try {
      const there = async (q: string) => {
        const page = await register(other.desk, anybody, RegisterQuery.parse({ q }));
        return "items" in page ? page.items.length : page;
      };
      assert.equal(await there("bergamotte"), 0);
      const { id } = await complain({ statement: "Es roch nach Bergamotte." });
      assert.equal(await there("bergamotte"), 1);
      await eraseComplaint(world.desk, anybody, id, "gdpr-17");
      assert.equal(await there("bergamotte"), 0);
      assert.deepEqual(await found("bergamotte"), []);
    } finally {
      await other.stop();
    }
  });

  test("goes on when every session of the database was ended", async () => {
    const { id } = await complain({ statement: "Der Kompass fehlte." });
    assert.deepEqual(await found("kompass"), [id]);
    const app = new pg.Client(world.database.app);
    await app.connect();
    await app.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()",
    );
    await app.end();
    const deadline = performance.now() + 10_000;
    let again = await search("kompass");
    while (again.items === undefined && performance.now() < deadline) again = await search("kompass");
    assert.deepEqual(
      again.items?.map((row: { id: string }) => row.id),
      [id],
    );
  });

  test("says how many closed ones it also finds when it looks among open ones", async () => {
    const { id, version } = await complain({ statement: "Der Ammonit war zerbrochen." });
    const ended = await mara.post(
      `/complaints/${id}/withdrawal`,
      { via: "phone", words: "Hat sich erledigt." },
      { "if-match": `"${version}"` },
    );
    assert.ok(ended.status < 300, JSON.stringify(ended.body));
    const { items, alsoClosed } = await search("ammonit", "&open=true");
    assert.deepEqual([items, alsoClosed], [[], { count: 1, more: false }]);
  });

  test("finds the others when the words of one complaint cannot be opened", async () => {
    const broken = await complain({ statement: "Nasturtium" });
    await complain({ statement: "Nasturtium too" });
    const owner = new pg.Client(world.database.owner);
    await owner.connect();
    await owner.query("alter table content disable trigger user");
    await owner.query(
      "update content set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 255) where owner_id = $1",
      [broken.id],
    );
    await owner.query("alter table content enable trigger user");
    await owner.end();
    const damaged = new Set<string>();
    const index = openNodeIndex(world.desk.db, world.desk.keys, [...unsearchable], {
      damaged: (id) => damaged.add(id),
    });
    const { expression } = await index.find("nasturtium");
    assert.ok(expression);
    assert.equal(index.newest(expression, ["owed"], 10).ids.length, 1);
    assert.deepEqual([...damaged], [broken.id]);
    index.close();
  });

  test("says how much it looked at while the index fills", async () => {
    const open = () =>
      openNodeIndex(world.desk.db, world.desk.keys, [...unsearchable], { waitFor: 0, batch: 1 });
    let index = open();
    let { searchable } = await index.find("kurs");
    // Where a transaction of somebody else's is old, all may have been read as changed before the first answer.
    for (let again = 0; again < 20 && searchable === undefined; again += 1) {
      index.close();
      index = open();
      ({ searchable } = await index.find("kurs"));
    }
    assert.ok(searchable !== undefined && searchable < 1);
    await index.filled();
    assert.equal((await index.find("kurs")).searchable, undefined);
    index.close();
  });

  test("turns pages without gap or double, whether few or many complaints have the words", async () => {
    for (let n = 0; n < 12; n += 1) await complain({ statement: `Pergament ${n}` });
    await world.desk.search.find("pergament");
    const all = await world.desk.search.newest('"pergament"', ["owed", "open", "ended"], 100);
    assert.equal(all.ids.length, 12);
    // As if there were too many that are due to put them in order at once.
    const many: Search = {
      ...world.desk.search,
      newest: async (expression, standings, most, before) => ({
        ...(await world.desk.search.newest(expression, standings, most, before)),
        ...(most === 4000 && { before: 0 }),
      }),
    };
    for (const search of [world.desk.search, many])
      for (const sort of ["due", "received"]) {
        const got: string[] = [];
        let cursor: string | undefined;
        do {
          const asked = RegisterQuery.parse({ q: "pergament", limit: 5, sort, ...(cursor && { cursor }) });
          const page = await register({ ...world.desk, search }, anybody, asked);
          assert.ok("items" in page);
          got.push(...page.items.map(({ id }) => id));
          cursor = page.next;
        } while (cursor);
        assert.deepEqual(got.toSorted(), all.ids.toSorted());
      }
  });
});
