import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openWorld, type Colleague, type World } from "../world.ts";

describe("Tom is complained about, after he had been near the complaint", () => {
  let world: World;
  let tom: Colleague;
  let mara: Colleague;
  let boss: Colleague;
  let ada: Colleague;
  let id: string;
  let reference: string;
  const call = {
    platform: "ctterra",
    channel: "phone",
    complainant: { name: "Anna", email: "anna@kundin.example" },
    subject: { kind: "programme", programme: "Solar II" },
    category: "staff",
    statement: "Someone at the desk shouted at me about the certificate.",
  };
  const once = { "idempotency-key": "tom-took-the-call" };

  before(async () => {
    world = await openWorld();
    tom = await world.colleague("Tom", "handler", "intake");
    mara = await world.colleague("Mara", "handler", "intake");
    boss = await world.colleague("Boss", "manager");
    ada = await world.colleague("Ada", "admin");
    const taken = await tom.post("/complaints", call, once);
    ({ id, reference } = taken.body);
    await boss.post(`/complaints/${id}/assignment`, { ownerId: tom.id });
    await world.settle();
  });
  after(() => world.close());

  test("until then he has it, and his news say so", async () => {
    assert.equal(
      (await tom.post("/complaints", call, once)).body.id,
      id,
      "the same request, the same answer",
    );
    const { items, unread } = (await tom.get("/notices")).body;
    assert.deepEqual([items[0].kind, items[0].complaintId, unread], ["assignment", id, 1]);
    assert.equal((await tom.get("/routing")).body.workload.length, 1);
  });

  test("from the moment he is named, repeating his own request tells him nothing", async () => {
    assert.equal((await mara.post(`/complaints/${id}/conflicts`, { personId: tom.id })).status, 201);
    const again = await tom.post("/complaints", call, once);
    assert.equal(again.status, 404);
    assert.doesNotMatch(JSON.stringify(again.body), new RegExp(`${reference}|${id}`));
  });

  test("his news no longer hold it, and count it no longer", async () => {
    const { items, unread } = (await tom.get("/notices")).body;
    assert.deepEqual([items, unread], [[], 0]);
  });

  test("a digest of the morning before loses its line, and counts one less", async () => {
    await world.desk.db
      .insertInto("notice")
      .values({
        id: crypto.randomUUID(),
        person_id: tom.id,
        kind: "digest",
        subject: "2026-10-02",
        facts: JSON.stringify({
          date: "2026-10-02",
          late: 1,
          today: 1,
          lines: [reference, "CT-2026-009999-9"].map((each, index) => ({
            reference: each,
            clock: "proposal",
            dueAt: world.now(),
            late: index === 0,
          })),
        }),
        message_id: "<digest@ctterra.com>",
        state: "accepted",
        created_at: world.now(),
      })
      .execute();
    const [{ facts }] = (await tom.get("/notices")).body.items;
    assert.deepEqual([facts.late, facts.today, facts.lines.length], [0, 1, 1]);
    assert.equal(facts.lines[0].reference, "CT-2026-009999-9");
  });

  test("no number of the office counts it for him, and every number does for the others", async () => {
    assert.equal((await tom.get("/routing")).body.unassigned, 0);
    assert.equal((await mara.get("/routing")).body.unassigned, 1);
    assert.equal(
      (await ada.get("/routing")).body.unassigned,
      1,
      "whoever keeps the table must see what it misses",
    );
    await boss.post(`/complaints/${id}/assignment`, { ownerId: mara.id });
    assert.deepEqual((await tom.get("/routing")).body.workload, []);
    assert.deepEqual((await boss.get("/routing")).body.workload, [{ person: mara.id, open: 1 }]);
  });

  test("a mail with news of it that had not left yet is not sent", async () => {
    const { body } = await mara.post("/complaints", { ...call, complainant: { name: "Berta" } });
    await boss.post(`/complaints/${body.id}/escalation`, { toId: tom.id, reason: "Please look." });
    await mara.post(`/complaints/${body.id}/conflicts`, { personId: tom.id });
    await world.settle();
    assert.ok(!world.letters.some(({ subject = "" }) => subject.includes(body.reference)));
  });

  test("that another complaint repeats it stands in that one's timeline for others, and not for him", async () => {
    const { body: later } = await mara.post("/complaints", { ...call, statement: "Again." });
    await mara.post(`/complaints/${later.id}/repeats`, { of: id, kind: "repeat_of", reason: "Tom again." });
    const told = async (who: Colleague) =>
      JSON.stringify([
        (await who.get(`/complaints/${later.id}/events`)).body,
        (await who.get(`/complaints/${later.id}/investigation`)).body,
      ]);
    assert.match(await told(boss), /Tom again/);
    assert.doesNotMatch(await told(tom), new RegExp(`Tom again|${id}|${reference}`));
    const found = (await tom.get("/complaints?q=again")).body.items.map((row: { id: string }) => row.id);
    assert.deepEqual(found, [later.id]);
  });
});
