import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { routeComplaints } from "../../src/casework/routing/routing.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

describe("Every complaint comes to the right desk", () => {
  let world: World;
  let ada: Colleague;
  let mara: Colleague;
  let emil: Colleague;
  let dora: Colleague;
  let ida: Colleague;
  let boss: Colleague;
  let otto: Colleague;
  let people = 0;

  before(async () => {
    world = await openWorld();
    ada = await world.colleague("Ada", "admin");
    [mara, emil, dora] = [
      await world.colleague("Mara", "handler"),
      await world.colleague("Emil", "handler"),
      await world.colleague("Dora", "handler"),
    ];
    ida = await world.colleague("Ida", "intake");
    boss = await world.colleague("Boss", "manager");
    otto = await world.colleague("Otto", "manager");
  });
  after(() => world.close());

  const complain = async (about: object = {}) => {
    const { body } = await ida.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna", email: `a${(people += 1)}@kundin.example` },
      subject: { kind: "programme" },
      statement: "The course was cancelled.",
      ...about,
    });
    return body.id as string;
  };
  const ownerOf = async (id: string) => (await otto.get(`/complaints/${id}`)).body.ownerId;
  const route = () => routeComplaints(world.desk);
  /** They attend a session that Ada records, and each confirms the policy. */
  const train = async (...colleagues: Colleague[]) => {
    const date = world.now().slice(0, 10);
    const session = { state: "held", date, trainerName: "Frau Dr. Lehr", content: "Listening first." };
    const { body } = await ada.post("/training/sessions", session);
    const there = colleagues.map(({ id: person }) => ({ person, attended: true }));
    await ada.post(`/training/sessions/${body.id}/attendance`, { people: there });
    for (const colleague of colleagues)
      assert.equal((await colleague.post("/training/confirmations", { policyVersion: 1 })).status, 201);
  };

  test("while no table is set, nothing is routed; only an administrator sets it, and only with people who work here", async () => {
    const id = await complain();
    assert.equal(await route(), 0);
    const table = { rules: [{ department: "Service", owners: [mara.id] }] };
    assert.equal((await mara.put("/routing", table)).status, 403);
    const stranger = { rules: [{ department: "Service", owners: [crypto.randomUUID()] }] };
    assert.equal((await ada.put("/routing", stranger)).status, 422);
    const nowhere = { rules: [{ platform: "nowhere", department: "Service", owners: [mara.id] }] };
    assert.equal((await ada.put("/routing", nowhere)).status, 422);
    assert.equal((await ada.put("/routing", table)).status, 200);
    await route();
    assert.equal(await ownerOf(id), mara.id);
    const { items } = (await mara.get("/notices")).body;
    assert.equal(items[0].kind, "assignment", "and Mara hears of it");
  });

  test("certificates go to the exams office, to whoever has less to do there, and to the deputy while both are away", async () => {
    await ada.put("/routing", {
      rules: [
        { category: "certificate", department: "Exams", owners: [mara.id, emil.id], deputy: dora.id },
        { department: "Service", owners: [mara.id] },
      ],
    });
    const first = await complain({ category: "certificate" });
    await route();
    assert.equal(await ownerOf(first), emil.id, "Mara has one already");
    const day = world.now().slice(0, 10);
    assert.equal(
      (await ada.put("/routing/absences", { absences: [{ person: mara.id, from: day, to: "2026-01-01" }] }))
        .status,
      422,
    );
    await ada.put("/routing/absences", {
      absences: [mara.id, emil.id].map((person) => ({ person, from: day, to: day })),
    });
    const second = await complain({ category: "certificate" });
    const third = await complain();
    await route();
    assert.equal(await ownerOf(second), dora.id);
    assert.equal(
      await ownerOf(third),
      undefined,
      "nobody of the service is there: better nobody than the wrong one",
    );
    await ada.put("/routing/absences", { absences: [] });
    await route();
    assert.equal(await ownerOf(third), mara.id);
  });

  test("only trained people own a complaint, by the table or by hand", async () => {
    await train(mara, dora, otto);
    assert.deepEqual(new Set((await ada.get("/routing")).body.trained), new Set([mara.id, dora.id, otto.id]));
    const id = await complain({ category: "certificate" });
    assert.equal(
      (await mara.post(`/complaints/${id}/assignment`, { ownerId: emil.id })).body.code,
      "not-trained",
    );
    await route();
    assert.equal(await ownerOf(id), mara.id, "Emil would have had less to do");
    await train(emil);
  });

  test("an owner who turns out to be complained about loses it at once, sees it no more, and the table finds another", async () => {
    const id = await complain({ category: "certificate" });
    await route();
    const first = await ownerOf(id);
    const owner = [mara, emil].find((each) => each.id === first)!;
    await ida.post(`/complaints/${id}/conflicts`, { personId: owner.id });
    assert.equal(await ownerOf(id), undefined);
    assert.equal((await owner.get(`/complaints/${id}`)).status, 404);
    await route();
    const next = await ownerOf(id);
    assert.ok(next !== undefined && next !== owner.id);
  });

  test("while an owner is away, what falls due before they are back goes to their deputy; what does not waits for them", async () => {
    await ada.put("/routing", { rules: [{ department: "Service", owners: [mara.id] }] });
    await ada.put("/office/deputies", { deputies: { [mara.id]: emil.id } });
    const id = await complain({ statement: "Nobody answers the phone." });
    await route();
    assert.equal(await ownerOf(id), mara.id);
    const today = world.now().slice(0, 10);
    const absent = (to: string) =>
      ada.put("/routing/absences", { absences: [{ person: mara.id, from: today, to }] });
    await absent(today);
    await route();
    assert.equal(await ownerOf(id), mara.id, "back tomorrow, and nothing is due before");
    await absent(Temporal.PlainDate.from(today).add({ days: 14 }).toString());
    await route();
    assert.equal(await ownerOf(id), emil.id);
    const { items } = (await emil.get("/notices")).body;
    assert.ok(
      items.some((each: Record<string, string>) => each.kind === "assignment" && each.complaintId === id),
    );
    await ada.put("/routing/absences", { absences: [] });
    await route();
    assert.equal(await ownerOf(id), emil.id, "it does not wander back");
  });

  test("a complaint about the boss goes past the front desk to Otto, and neither the boss nor the front desk sees it", async () => {
    await ada.put("/routing", {
      rules: [{ department: "Service", owners: [mara.id] }],
      management: { about: [boss.id], owner: otto.id, unseenBy: [ida.id] },
    });
    const id = await complain({ statement: "The boss shouted at me." });
    await ida.post(`/complaints/${id}/conflicts`, { personId: boss.id });
    // From that moment on, not only when the table was looked at.
    for (const unseeing of [boss, ida]) assert.equal((await unseeing.get(`/complaints/${id}`)).status, 404);
    await route();
    assert.equal(await ownerOf(id), otto.id);
    for (const unseeing of [boss, ida]) {
      assert.equal((await unseeing.get(`/complaints/${id}`)).status, 404);
      assert.equal((await unseeing.get(`/complaints/${id}/events`)).status, 404);
      const listed = (await unseeing.get("/complaints?limit=200")).body.items;
      assert.ok(!listed.some((row: { id: string }) => row.id === id));
      const found = (await unseeing.get("/complaints?q=shouted")).body.items;
      assert.deepEqual(found, []);
      const letters = (await unseeing.get("/outbox?limit=200")).body.items;
      assert.ok(!letters.some((row: { complaintId: string }) => row.complaintId === id));
    }
  });
});
