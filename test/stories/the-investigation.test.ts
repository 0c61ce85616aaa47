import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { readModels, rebuild } from "../../src/casework/complaints/projections/read-models.ts";
import { openApp } from "../../src/app.ts";
import { register } from "../../src/casework/complaints/queries/register-pages.ts";
import { RegisterQuery } from "../../src/casework/complaints/contract.ts";
import { eraseComplaint } from "../../src/casework/complaints/erasing.ts";
import { verify } from "../../src/record/journal/verify.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

describe("Two allegations, an interview that few may read, and a proposal that waits for the last finding", () => {
  let world: World;
  let mara: Colleague;
  let ines: Colleague;
  let boss: Colleague;
  let tom: Colleague;
  let paula: Colleague;
  let vera: Colleague;
  let ada: Colleague;
  let id: string;
  let earlier: string;

  const say = (path: string, body: object, who = mara, headers = {}) =>
    who.post(`/complaints/${id}/${path}`, body, headers);
  const seen = async (who = mara) => (await who.get(`/complaints/${id}/investigation`)).body;

  before(async () => {
    world = await openWorld({ start: "2026-11-23T09:00:00+01:00" });
    mara = await world.colleague("Mara", "handler", "intake");
    ines = await world.colleague("Ines", "handler");
    boss = await world.colleague("Boss", "manager");
    tom = await world.colleague("Tom", "handler", "manager");
    paula = await world.colleague("Paula", "intake", "auditor");
    vera = await world.colleague("Vera", "approver");
    ada = await world.colleague("Ada", "admin");
    const receipt = {
      platform: "ctterra",
      channel: "email",
      complainant: { name: "Anna", email: "anna@kundin.example", language: "en" },
      subject: { kind: "programme", programme: "Wind I" },
      statement: "The course was cancelled and Tom was rude.",
      desiredOutcome: "My money back.",
      category: "scheduling",
    };
    earlier = (await mara.post("/complaints", receipt)).body.id;
    await mara.post("/complaints", {
      ...receipt,
      complainant: { name: "Otto", phone: "+49 30 1234567" },
      subject: { kind: "programme", programme: " wind  i " },
    });
    await mara.post("/complaints", { ...receipt, complainant: { name: "Zoe" }, category: "venue" });
    world.at("2026-11-24T09:00:00+01:00");
    const answered = await mara.post("/complaints", { ...receipt, category: undefined });
    id = answered.body.id;
  });
  after(() => world.close());

  test("triage: how serious, how far it reaches, what it is about and what she needs", async () => {
    const told = await say("assessment", {
      severity: 2,
      impact: "group",
      category: "scheduling",
      desiredOutcome: "The fee back, and an apology of the trainer.",
    });
    assert.deepEqual([told.status, told.body.priority, told.body.impact], [201, "high", "group"]);
    const wrong = await say("assessment", { severity: 2, category: "nonsense" });
    assert.deepEqual([wrong.status, wrong.body.errors[0].code], [422, "unknown_code"]);
    assert.equal((await say("assessment", { severity: 2, impact: "huge" })).status, 422);
    await say("support-needs", { needs: ["interpreter", "trusted_person"], note: "Her sister comes along." });
    assert.equal((await say("support-needs", { needs: ["a_throne"] })).status, 422);
    const { supportNeeds, desiredOutcome, priority } = await seen();
    assert.deepEqual(supportNeeds, {
      codes: ["interpreter", "trusted_person"],
      note: "Her sister comes along.",
    });
    assert.deepEqual([desiredOutcome, priority], ["The fee back, and an apology of the trainer.", "high"]);
    const { body } = await mara.get(`/complaints/${id}`);
    assert.equal(body.desiredOutcome, "My money back.", "what she said first stays");
  });

  test("what it may repeat is suggested with the reason, among what the asker may see; a person confirms it", async () => {
    const candidates = async (who = mara) => (await who.get(`/complaints/${id}/repeats`)).body.items;
    const found = await candidates();
    assert.deepEqual(
      found.map(({ reasons }: { reasons: string[] }) => reasons),
      [["same_person", "same_programme_and_category"], ["same_programme_and_category"]],
    );
    assert.equal(found[0].id, earlier);
    await mara.post(`/complaints/${earlier}/conflicts`, { personId: ines.id });
    assert.equal((await candidates(ines)).length, 1, "what is not hers to see is not suggested either");
    assert.equal((await say("repeats", { kind: "repeat_of", of: id })).body.code, "repeat-of-itself");
    const barred = await say("repeats", { kind: "repeat_of", of: earlier }, ines);
    assert.deepEqual([barred.status, barred.body.errors[0].code], [422, "unknown_complaint"]);
    const { reference } = found[0];
    assert.equal((await say("repeats", { kind: "repeat_of", of: reference, reason: "Again" })).status, 201);
    assert.equal((await say("repeats", { kind: "duplicate_of", of: earlier })).body.code, "already-linked");
    assert.equal((await candidates())[0].confirmed, "repeat_of");
    const [repeat] = (await seen()).repeats;
    assert.deepEqual(repeat, { kind: "repeat_of", id: earlier, reference, reason: "Again" });
    assert.deepEqual((await seen(ines)).repeats, []);
    const other = (await mara.get(`/complaints/${earlier}/investigation`)).body;
    assert.equal(other.repeatedBy[0].id, id);
  });

  test("several complaints are grouped under one issue, which counts those one may see", async () => {
    const named = { name: "Wind I is cancelled again and again", description: "Third time this year." };
    const key = { "idempotency-key": "issue-1" };
    const opened = await mara.post("/issues", named, key);
    assert.equal(opened.status, 201);
    const again = await mara.post("/issues", named, key);
    assert.equal(again.body.id, opened.body.id, "the same request again is the same issue");
    assert.equal((await mara.post("/issues", { name: "Other" }, key)).status, 422);
    assert.equal((await paula.post("/issues", named)).status, 403);
    const issueId = opened.body.id;
    await say("issues", { issueId });
    await mara.post(`/complaints/${earlier}/issues`, { issueId });
    assert.equal((await say("issues", { issueId })).body.code, "already-linked");
    assert.equal((await say("issues", { issueId: crypto.randomUUID() })).status, 422);
    const count = async (who: Colleague) => (await who.get("/issues")).body.items[0].complaints;
    assert.deepEqual([await count(mara), await count(ines)], [2, 1]);
    const details = (await mara.get(`/issues/${issueId}`)).body;
    assert.deepEqual(
      details.members.map(({ id: each }: { id: string }) => each),
      [id, earlier],
    );
    assert.equal((await ada.get("/issues")).status, 403, "an administrator reads no complaints");
    const change = { ...named, version: 1, closed: true };
    assert.equal((await mara.put(`/issues/${issueId}`, change)).body.closed, true);
    assert.equal((await mara.put(`/issues/${issueId}`, change)).status, 409);
    assert.deepEqual((await seen()).issues, [{ id: issueId, name: named.name }]);
    await mara.post(`/complaints/${earlier}/issues/removal`, { issueId, reason: "Another course" });
    assert.equal(await count(mara), 1);
  });

  test("evidence: its digest is counted here, it is never changed, and what is struck stays readable", async () => {
    const bytes = Buffer.from("%PDF-1.7 the booking");
    const file = { name: "booking.pdf", type: "application/pdf", base64: bytes.toString("base64") };
    assert.equal((await say("evidence", { title: "Booking", origin: "customer", file })).status, 201);
    const text = "She was told on the phone: „nächste Woche“.";
    await say("evidence", { title: "Note of the call", origin: "staff", text });
    const program = { name: "notes.pdf", base64: Buffer.from("#!/bin/sh\nexit").toString("base64") };
    await say("evidence", { title: "Odd", origin: "third_party", file: program });
    const { evidence } = await seen();
    assert.deepEqual(
      evidence.map(({ sha256: digest }: { sha256: string }) => digest),
      [sha256(bytes), sha256(text), sha256("#!/bin/sh\nexit")],
    );
    assert.equal(evidence[2].file.held, "script");
    const { version, index } = evidence[0].file;
    const kept = await world.server.inject({
      url: `/api/v1/complaints/${id}/files/${version}/${index}`,
      headers: mara.headers,
    });
    assert.deepEqual(kept.rawPayload, bytes);
    assert.equal(
      (await say("evidence/3/striking", { reason: "Not hers" })).body.code,
      undefined,
      "struck with a reason",
    );
    assert.equal((await say("evidence/3/striking", { reason: "x" })).body.code, "evidence-struck");
    const struck = (await seen()).evidence[2];
    assert.deepEqual([struck.struck.reason, struck.title], ["Not hers", "Odd"]);
    for (const bad of [
      { title: "x", origin: "staff" },
      { title: "x", origin: "staff", text: "a", file },
      { title: "x", origin: "nowhere", text: "a" },
      { title: " ", origin: "staff", text: "a" },
      { title: "x", origin: "staff", file: { ...file, base64: "not base64!" } },
    ])
      assert.equal((await say("evidence", bad)).status, 422, JSON.stringify(bad));
    const rows = await world.desk.db.selectFrom("complaint_event").select("data").execute();
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(sha256(text)), "no digest in clear in the chain");
  });

  test("the plan, requests and materials wait until the investigation has begun", async () => {
    const step = { what: "Look at the booking", personId: ines.id, dueOn: "2026-11-26" };
    assert.equal((await say("plan", step)).body.code, "not-investigating");
    await say("assignment", { ownerId: mara.id });
    await say("investigation", { investigatorId: ines.id, plan: "Booking first, then the people." });
    assert.equal((await say("plan", step)).status, 201);
    assert.equal((await say("plan", { ...step, personId: crypto.randomUUID() })).status, 422);
    await say("plan/1/completion", { note: "It was cancelled by us." });
    await say("requests", { question: "Who cancelled?", to: "Booking office", dueOn: "2026-11-26" });
    await say("requests", { question: "Were you there?", toId: vera.id, dueOn: "2026-11-26" });
    assert.equal((await say("requests", { question: "?", dueOn: "2026-11-26" })).body.code, "nobody-asked");
    await say("requests/1/answer", { answer: "The trainer was ill." });
    await say("materials", { course: "Wind I", module: "Safety", version: "2025-03" });
    await say("calls", { direction: "out", reached: true, summary: "She sends the receipt." });
    const { plan, requests, materials } = await seen();
    assert.equal(plan.note, "Booking first, then the people.");
    assert.deepEqual(
      plan.steps.map(({ what, note }: { what: string; note: string }) => [what, note]),
      [["Look at the booking", "It was cancelled by us."]],
    );
    assert.deepEqual(
      requests.map(({ to, toId, answer }: Record<string, string>) => to ?? [toId, answer]),
      ["Booking office", [vera.id, undefined]],
    );
    assert.equal(requests[0].answer, "The trainer was ill.");
    assert.equal(materials[0].version, "2025-03");
  });

  test("an interview is read by investigator, owner and approver; by nobody else, nowhere", async () => {
    const invitation = { as: "complained_about", personId: tom.id, purpose: "What happened on 20 November" };
    assert.equal(
      (await say("interviews", invitation, boss)).status,
      403,
      "only owner and investigator lead it",
    );
    assert.equal((await say("interviews", invitation)).status, 201);
    assert.equal((await say("interviews/1/presentation", {})).body.code, "interview-not-held");
    await say(
      "interviews/1/record",
      { present: "Tom, Ines, works council", summary: "He said xylophone." },
      ines,
    );
    assert.equal(
      (await say("interviews/1/answer", { answer: "confirmed" })).body.code,
      "interview-not-shown",
    );
    await say("interviews/1/presentation", {});
    assert.equal((await say("interviews/1/answer", { answer: "commented" })).body.code, "words-missing");
    await say("interviews/1/answer", { answer: "commented", comment: "I said marimba." });
    await say("interviews/1/answer", { answer: "replied", comment: "I was polite." });
    for (const reader of [mara, ines, boss, vera]) {
      const [interview] = (await seen(reader)).interviews;
      assert.equal(interview.summary, "He said xylophone.");
      assert.deepEqual(
        interview.answers.map(({ answer, comment }: Record<string, string>) => [answer, comment]),
        [
          ["commented", "I said marimba."],
          ["replied", "I was polite."],
        ],
      );
    }
    const other = await world.colleague("Olaf", "handler", "intake", "auditor");
    for (const stranger of [paula, other]) {
      assert.equal((await seen(stranger)).interviews, undefined);
      assert.ok(!(await seen(stranger)).may.includes("arrange-interview"));
      for (const path of [
        `/complaints/${id}`,
        `/complaints/${id}/events`,
        `/complaints/${id}/investigation`,
      ]) {
        const told = JSON.stringify((await stranger.get(path)).body);
        assert.doesNotMatch(told, /xylophone|marimba|works council|20 November|Interview/, path);
      }
    }
    assert.equal((await tom.get(`/complaints/${id}`)).status, 404, "who is heard on it does not read it");
    assert.deepEqual((await mara.get("/complaints?q=xylophone")).body.items, []);
    const node = await openApp({ ...world.parts, now: world.now });
    const anybody = { kind: "system", id: "story" } as const;
    assert.deepEqual(await register(node.desk, anybody, RegisterQuery.parse({ q: "marimba" })), {
      items: [],
    });
    await node.stop();
    assert.deepEqual((await mara.get("/complaints?q=marimba")).body.items, []);
    assert.equal((await mara.get("/complaints?q=trainer")).body.items.length > 0, true);
  });

  test("a proposal is not sent while an allegation has no finding, and the refusal names which", async () => {
    await say("allegations", { allegation: "Cancelled on the same morning", said: "customer" });
    await say("allegations", { allegation: "Tom was rude", said: "customer" });
    await say("allegations", { allegation: "Cancelled too late", said: "staff" });
    await say("allegations/2/wording", { allegation: "Tom was rude on the phone" });
    await say("allegations/3/merger", { into: 1, reason: "The same" });
    await say("findings", {
      allegation: 1,
      outcome: "upheld",
      reasons: "Nobody was told.",
      rootCause: "communication_late",
    });
    assert.equal(
      (await say("findings", { allegation: 3, outcome: "upheld", reasons: "x" })).body.code,
      "allegation-ended",
    );
    assert.equal(
      (await say("findings", { allegation: 2, outcome: "upheld", reasons: "x", rootCause: "magic" })).status,
      422,
    );
    await say("proposals", {
      explanation: "We are sorry.",
      measures: [{ kind: "refund", description: "Fee", amountCents: 24_000, basis: "claim" }],
    });
    await say("proposals/1/approval", {}, vera);
    const refused = await say("proposals/1/dispatch", { via: "email" });
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.errors[0].field, refused.body.errors.length],
      [409, "allegation-without-finding", "allegations.2", 1],
    );
    assert.match(refused.body.detail, /Nothing was sent and the approval stands/);
    const version = (await mara.get(`/complaints/${id}`)).body.version;
    const reasons = { allegation: 2, outcome: "not_determinable", reasons: "Word against word." };
    assert.equal((await say("findings", reasons, mara, { "if-match": `"${version - 1}"` })).status, 409);
    const key = { "idempotency-key": "finding-2" };
    const once = await say("findings", reasons, mara, key);
    const twice = await say("findings", reasons, mara, key);
    assert.equal(twice.body.version, once.body.version);
    assert.equal((await say("proposals/1/dispatch", { via: "email" })).body.stage, "proposed");
    await world.settle();
    const letter = world.letter(/proposal|proposed|propose/i).text ?? "";
    assert.match(letter, /Cancelled on the same morning: upheld\. Nobody was told\./);
    assert.match(letter, /Tom was rude on the phone: not determinable/);
    assert.doesNotMatch(letter, /Cancelled too late|xylophone|marimba/);
  });

  test("the file holds: verified, rebuilt to the same, and forgotten whole", async () => {
    const sound = async () => (await verify(world.desk.db, world.desk.keys, readModels)).broken;
    assert.equal(await sound(), undefined);
    await rebuild(world.desk.db);
    assert.equal(await sound(), undefined);
    await eraseComplaint(world.desk, { kind: "system", id: "story" }, id, "story");
    assert.equal(await sound(), undefined);
    const left = await seen();
    assert.deepEqual(left.may, []);
    assert.deepEqual(
      left.evidence.map(({ sha256: digest, title }: Record<string, string>) => [digest, title]),
      [
        ["", ""],
        ["", ""],
        ["", ""],
      ],
    );
    const rows = await world.desk.db
      .selectFrom("complaint_programme")
      .select("digest")
      .where("complaint_id", "=", id)
      .execute();
    assert.equal(rows.length, 0);
  });
});

describe("Administrators keep the lists by which complaints are told apart", () => {
  let world: World;
  let ada: Colleague;
  let mara: Colleague;
  before(async () => {
    world = await openWorld();
    ada = await world.colleague("Ada", "admin");
    mara = await world.colleague("Mara", "handler");
  });
  after(() => world.close());

  const list = async (name: string) =>
    (await mara.get("/taxonomies")).body.items.find((each: { name: string }) => each.name === name);

  test("a code is renamed, added and retired, never removed; facts keep the name they were given", async () => {
    const { version, entries } = await list("categories");
    assert.deepEqual([version, entries.length, (await list("root-causes")).entries.length], [0, 20, 15]);
    const retired = entries.map((each: { code: string }) =>
      each.code === "venue" ? { ...each, active: false } : each,
    );
    const added = [...retired, { code: "catering", en: "Catering", de: "Verpflegung", active: true }];
    const put = (who: Colleague, body: object) => who.put("/taxonomies/categories", body);
    assert.equal((await put(mara, { version: 0, entries: added })).status, 403);
    const saved = await put(ada, { version: 0, entries: added });
    assert.deepEqual([saved.status, saved.body.version], [200, 1]);
    assert.equal((await put(ada, { version: 0, entries: added })).body.code, "stale");
    assert.equal((await put(ada, { version: 1, entries: added.slice(1) })).body.code, "code-removed");
    assert.equal((await put(ada, { version: 1, entries: [...added, added[0]] })).status, 422);
    for (const wrong of [{ code: "Two Words" }, { en: "" }, { de: "x".repeat(81) }])
      assert.equal((await put(ada, { version: 1, entries: [{ ...added[0], ...wrong }] })).status, 422);
    const receipt = {
      platform: "ctterra",
      channel: "phone",
      complainant: {},
      subject: { kind: "service" },
      statement: "x",
    };
    const take = (category: string) => mara.post("/complaints", { ...receipt, category });
    assert.equal((await take("venue")).status, 422);
    assert.equal((await take("catering")).status, 201);
    const { items } = (await ada.get("/taxonomies/categories/history")).body;
    assert.deepEqual([items.length, items[0].recordedBy], [1, ada.id]);
  });
});
