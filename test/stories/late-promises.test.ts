import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sendNotice } from "../../src/channels/email/notices.ts";
import { openApp } from "../../src/app.ts";
import { raiseAlerts } from "../../src/casework/alerts/alerts.ts";
import { morningDigest } from "../../src/casework/alerts/digest.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const complaint = {
  platform: "ctterra",
  channel: "phone",
  complainant: { name: "Anna", email: "anna@kundin.example", language: "de" },
  subject: { kind: "service" },
  statement: "The secret word is rhubarb.",
};

describe("A promise gets late, and the right people hear of it in time, each once", () => {
  let world: World;
  let ada: Colleague;
  let mara: Colleague;
  let dora: Colleague;
  let chief: Colleague;
  let id: string;

  /** One line per notice about a clock: who, which clock, which level. */
  const told = async () => {
    const lines: string[] = [];
    for (const [name, who] of Object.entries({ ada, mara, dora, chief })) {
      const { items } = (await who.get("/notices")).body;
      for (const { kind, facts } of items)
        if (kind === "clock") lines.push(`${name} ${facts.clock} ${facts.level}`);
    }
    return lines.toSorted();
  };
  const minute = async () => {
    await world.app.jobs.tick({});
    await world.settle();
  };

  before(async () => {
    world = await openWorld({ start: "2026-11-23T09:30:00+01:00" });
    ada = await world.colleague("Ada", "admin");
    mara = await world.colleague("Mara", "handler");
    dora = await world.colleague("Dora", "handler");
    chief = await world.colleague("Chief", "manager");
  });
  after(() => world.close());

  test("who stands in and who is escalated to is set by an administrator, with history", async () => {
    assert.ok((await ada.get("/office")).body.warnings.includes("no_escalation_contact"));
    assert.equal((await mara.put("/office/deputies", { deputies: {} })).status, 403);
    const own = await ada.put("/office/deputies", { deputies: { [mara.id]: mara.id } });
    assert.deepEqual([own.status, own.body.code], [409, "own-deputy"]);
    const stranger = "00000000-0000-4000-8000-000000000000";
    assert.equal((await ada.put("/office/escalation-contacts", { people: [stranger] })).status, 422);
    await ada.put("/office/deputies", { deputies: { [mara.id]: dora.id } });
    const { warnings } = (await ada.put("/office/escalation-contacts", { people: [mara.id, chief.id] })).body;
    assert.deepEqual(warnings, ["intake_is_escalation", "calendar_unconfirmed", "training_unrecorded"]);
  });

  test("four office hours without an owner alarm the escalation contacts", async () => {
    id = (await mara.post("/complaints", complaint)).body.id;
    await world.settle();
    world.at("2026-11-23T13:30:00+01:00");
    await minute();
    assert.deepEqual(await told(), [], "not a moment too early");
    world.at("2026-11-23T13:31:00+01:00");
    await minute();
    assert.deepEqual(await told(), ["chief assignment 4", "mara assignment 4"]);
    const letter = world.letters.findLast(({ envelopeTo }) => envelopeTo.includes("chief@office.test"))!;
    assert.match(letter.subject ?? "", /^CT-2026-000001-\d: Zuständigkeit geklärt, versäumt$/);
    assert.match(letter.text ?? "", /Für diese Beschwerde ist noch niemand zuständig/);
    assert.doesNotMatch(letter.raw, /rhubarb|Anna/, "no word of the complaint leaves by mail");
  });

  test("a colleague who is given the complaint hears of it; whoever takes it does not", async () => {
    await chief.post(`/complaints/${id}/assignment`, { ownerId: mara.id });
    const { items } = (await mara.get("/notices?unread=true")).body;
    const latest = items.find(({ kind }: { kind: string }) => kind === "assignment");
    assert.equal(latest?.complaintId, id);
    const read = await mara.post("/notices/reading", { ids: [latest.id] });
    assert.equal(read.body.unread, (await mara.get("/notices")).body.unread);
    const other = (await mara.post("/complaints", complaint)).body.id;
    await mara.post(`/complaints/${other}/assignment`, { ownerId: mara.id });
    assert.equal(
      (await mara.get("/notices?unread=true")).body.items.filter(
        ({ kind }: { kind: string }) => kind === "assignment",
      ).length,
      0,
    );
    await mara.post(`/complaints/${other}/withdrawal`, { via: "phone" });
  });

  test("half of the way the owner is told, then also the deputy, then the escalation contact, never the owner as such", async () => {
    const [clock] = (await mara.get(`/complaints/${id}`)).body.clocks.filter(
      ({ kind }: { kind: string }) => kind === "proposal",
    );
    assert.equal(clock.dueAt, "2026-11-30T16:00:00.000Z");
    await mara.post(`/complaints/${id}/assessment`, { severity: 2, category: "invoice" });
    const proposal = async () => (await told()).filter((line) => line.includes(" proposal "));
    world.at("2026-11-27T09:00:00+01:00");
    await minute();
    assert.deepEqual(await proposal(), ["mara proposal 1"]);
    world.at("2026-11-29T09:00:00+01:00");
    await minute();
    assert.deepEqual(await proposal(), ["dora proposal 2", "mara proposal 1", "mara proposal 2"]);
    world.at("2026-11-30T09:00:00+01:00");
    await minute();
    assert.deepEqual(
      (await proposal()).filter((line) => line.endsWith("3")),
      ["chief proposal 3", "dora proposal 3", "mara proposal 3"],
    );
    await minute();
    await minute();
    assert.equal((await proposal()).length, 6, "each once, however often it is looked at");
  });

  test("the customer is told before the miss that it needs longer; the promise stays where it is", async () => {
    const early = await mara.post(`/complaints/${id}/holding-letter`, {
      clock: "proposal",
      reason: "complexity",
      explanation: "Zwei Lehrkräfte müssen noch gehört werden.",
      via: "email",
      expectedOn: "2026-11-20",
    });
    assert.deepEqual([early.status, early.body.code], [409, "in-the-past"]);
    const sent = await mara.post(`/complaints/${id}/holding-letter`, {
      clock: "proposal",
      reason: "complexity",
      explanation: "Zwei Lehrkräfte müssen noch gehört werden.",
      via: "email",
      expectedOn: "2026-12-02",
    });
    assert.equal(sent.status, 201);
    const clock = sent.body.clocks.find(({ kind }: { kind: string }) => kind === "proposal");
    assert.deepEqual(
      [clock.dueAt, clock.status, clock.lateReason],
      ["2026-11-30T16:00:00.000Z", "running", "complexity"],
    );
    await world.settle();
    const letter = world.letter(/braucht länger/);
    for (const words of [
      /Bis Montag, 30\. November 2026 um 17:00 hatten wir Ihnen zugesagt: Lösungsvorschlag/,
      /Grund: Komplexität|Grund: .*/,
      /Zu erwarten am: Mittwoch, 2\. Dezember 2026/,
      /Zwei Lehrkräfte müssen noch gehört werden/,
      /eskalieren/,
      /mb@ctterra\.com/,
    ])
      assert.match((letter.text ?? "").replace(/\s+/g, " "), words);
  });

  test("missed is missed: all hear, and the page says that we are late and sorry", async () => {
    world.at("2026-11-30T17:00:00.001+01:00");
    await minute();
    assert.deepEqual(
      (await told()).filter((line) => line.endsWith("proposal 4")),
      ["chief proposal 4", "dora proposal 4", "mara proposal 4"],
    );
    const clock = (await mara.get(`/complaints/${id}`)).body.clocks.find(
      ({ kind }: { kind: string }) => kind === "proposal",
    );
    assert.equal(clock.status, "missed");
  });

  test("after an outage over two days only the latest level is told", async () => {
    const other = (await mara.post("/complaints", complaint)).body.id;
    await mara.post(`/complaints/${other}/assignment`, { ownerId: dora.id });
    await mara.post(`/complaints/${other}/assessment`, { severity: 1 });
    await world.settle();
    world.at("2026-12-07T09:00:00+01:00");
    await minute();
    const mine = (await dora.get("/notices")).body.items.filter(
      ({ complaintId, kind }: { complaintId: string; kind: string }) =>
        complaintId === other && kind === "clock",
    );
    assert.deepEqual(
      mine.map(({ facts }: { facts: { level: number } }) => facts.level),
      [3],
    );
  });

  test("two nodes that look at the same moment tell once", async () => {
    world.at("2026-12-07T17:30:00+01:00");
    const before = (await told()).length;
    const second = await openApp({ ...world.parts, now: world.now });
    await Promise.all([raiseAlerts(world.desk), raiseAlerts(second.desk), raiseAlerts(world.desk)]);
    const lines = await told();
    // Dora owns it and nobody stands in for her; Mara and the chief are the contacts.
    assert.equal(lines.length - before, 3);
    world.at("2026-12-08T09:00:00+01:00");
    await Promise.all([morningDigest(world.desk), morningDigest(second.desk)]);
    const digests = (await mara.get("/notices")).body.items.filter(
      ({ kind, facts }: { kind: string; facts: { date?: string } }) =>
        kind === "digest" && facts.date === "2026-12-08",
    );
    assert.equal(digests.length, 1);
    await second.stop();
  });

  test("the morning digest tells what is due or late, on business days, from the opening on", async () => {
    const digest = async () =>
      (await mara.get("/notices")).body.items.find(({ kind }: { kind: string }) => kind === "digest")?.facts;
    const before = (await digest())?.date;
    world.at("2026-12-12T10:00:00+01:00");
    await minute();
    assert.equal((await digest()).date, before, "not on a Saturday");
    world.at("2026-12-14T08:59:00+01:00");
    await minute();
    assert.equal((await digest()).date, before, "not before the desk opens");
    world.at("2026-12-14T11:15:00+01:00");
    await minute();
    const { date, late, lines } = await digest();
    assert.deepEqual(
      [date, late > 0, lines.every((line: { reference: string }) => line.reference.startsWith("CT-"))],
      ["2026-12-14", true, true],
    );
    const mail = world.letters.findLast(
      ({ envelopeTo, subject }) =>
        envelopeTo.includes("mara@office.test") && (subject ?? "").startsWith("Heute"),
    )!;
    assert.match(
      mail.text ?? "",
      /CT-2026-000001-\d · Lösungsvorschlag · Montag, 30\. November 2026 um 17:00 ·\s+verspätet/,
    );
    assert.doesNotMatch(mail.raw, /rhubarb|Anna/);
  });

  test("the person complained about hears nothing of it, not even as an escalation contact", async () => {
    const about = (await mara.post("/complaints", complaint)).body.id;
    await mara.post(`/complaints/${about}/conflicts`, { personId: chief.id });
    world.at("2026-12-21T10:00:00+01:00");
    await minute();
    const heard = (who: Colleague) =>
      who
        .get("/notices")
        .then(({ body }) =>
          body.items.some(({ complaintId }: { complaintId?: string }) => complaintId === about),
        );
    assert.deepEqual([await heard(mara), await heard(chief)], [true, false]);
  });

  test("a statutory declaration runs beside the complaint, is told when it is late, and is settled by itself", async () => {
    const { id: other } = (await mara.post("/complaints", complaint)).body;
    await mara.post(`/complaints/${other}/assignment`, { ownerId: mara.id });
    const declared = await mara.post(`/complaints/${other}/declarations`, {
      kind: "data_protection_request",
      words: "Send me everything you have about me.",
    });
    assert.equal(declared.status, 201);
    const [{ dueAt, why, status }] = declared.body.declarations;
    assert.deepEqual([dueAt, status, why.rule], ["2027-01-21T16:00:00.000Z", "running", { months: 1 }]);
    await mara.post(`/complaints/${other}/withdrawal`, { via: "phone" });
    world.at("2027-01-22T10:00:00+01:00");
    await minute();
    assert.ok((await told()).includes("mara data_protection_request 4"), "though the complaint is withdrawn");
    const settled = await mara.post(`/complaints/${other}/settlement`, { declaration: 1 });
    assert.equal(settled.body.declarations[0].status, "missed", "late is late");
  });

  test("while Mara is on leave, Dora hears what Mara would hear, at the same moment", async () => {
    const { id: left } = (await mara.post("/complaints", complaint)).body;
    await mara.post(`/complaints/${left}/assignment`, { ownerId: mara.id });
    await mara.post(`/complaints/${left}/assessment`, { severity: 1 });
    // She is back before it is due, so it stays hers.
    await ada.put("/routing/absences", {
      absences: [{ person: mara.id, from: "2027-01-25", to: "2027-01-28" }],
    });
    await world.settle();
    const about = async (who: Colleague) =>
      (await who.get("/notices")).body.items
        .filter(({ complaintId, kind }: Record<string, string>) => complaintId === left && kind === "clock")
        .map(({ facts }: { facts: { clock: string; level: number } }) => `${facts.clock} ${facts.level}`);
    world.at("2027-01-26T18:00:00+01:00");
    await minute();
    assert.deepEqual([await about(mara), await about(dora)], [["proposal 1"], ["proposal 1"]]);
  });

  test("what falls due before she is back goes to whoever stands in for her; who may own nothing reads of it in the morning", async () => {
    const { id: passed, reference } = (await mara.post("/complaints", complaint)).body;
    await mara.post(`/complaints/${passed}/assignment`, { ownerId: mara.id });
    await mara.post(`/complaints/${passed}/assessment`, { severity: 1 });
    await ada.put("/office/deputies", { deputies: { [mara.id]: ada.id } });
    await ada.put("/routing/absences", {
      absences: [{ person: mara.id, from: "2027-01-26", to: "2027-02-12" }],
    });
    const owner = async () => (await chief.get(`/complaints/${passed}`)).body.ownerId;
    world.at("2027-02-03T09:30:00+01:00");
    await minute();
    assert.equal(await owner(), mara.id, "an administrator cannot own it");
    const news = async (who: Colleague, kind: string) =>
      (await who.get("/notices")).body.items.filter((each: Record<string, string>) => each.kind === kind);
    const [{ facts }] = await news(ada, "digest");
    assert.equal(facts.date, "2027-02-03");
    assert.ok(facts.lines.some((line: { reference: string }) => line.reference === reference));
    await ada.put("/office/deputies", { deputies: { [mara.id]: dora.id } });
    await minute();
    assert.equal(await owner(), dora.id);
    assert.ok(
      (await news(dora, "assignment")).some(
        ({ complaintId }: Record<string, string>) => complaintId === passed,
      ),
    );
    const refused = await chief.post(`/complaints/${passed}/assignment`, { ownerId: ada.id });
    assert.deepEqual([refused.status, refused.body.errors?.[0]?.field], [422, "ownerId"]);
  });
});

describe("Without outgoing mail staff are told in the app, and stale news is never sent", () => {
  test("notices wait, are shown, and are given up after two days", async () => {
    const world = await openWorld({ start: "2026-11-23T09:30:00+01:00", mailOut: false });
    try {
      const mara = await world.colleague("Mara", "manager");
      await mara.post("/complaints", complaint);
      world.at("2026-11-23T14:00:00+01:00");
      await world.app.jobs.tick({});
      await world.settle();
      const waiting = (await mara.get("/notices")).body.items;
      const states = (list: typeof waiting) =>
        list.map(({ kind, state }: { kind: string; state: string }) => `${kind} ${state}`);
      assert.deepEqual(states(waiting).toSorted(), ["calendar queued", "clock queued", "digest queued"]);
      world.at({ hours: 49 });
      const sent: object[] = [];
      const out = { send: async (envelope: object) => void sent.push(envelope), close: () => {} };
      for (const { id } of waiting) await sendNotice(world.desk, out, id);
      assert.deepEqual(sent, []);
      assert.deepEqual(states((await mara.get("/notices")).body.items).toSorted(), [
        "calendar failed",
        "clock failed",
        "digest failed",
      ]);
    } finally {
      await world.close();
    }
  });
});
