import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eraseComplaint } from "../../src/casework/complaints/erasing.ts";
import { readModels, rebuild } from "../../src/casework/complaints/projections/read-models.ts";
import { verify } from "../../src/record/journal/verify.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const iban = "DE89370400440532013000";
const byLetter = (a: string, b: string) => (a < b ? -1 : 1);
const flat = (text = "") => text.replace(/\s+/g, " ");

describe("A refund goes from acceptance to the customer's account", () => {
  let world: World;
  let mara: Colleague;
  let ada: Colleague;
  let boss: Colleague;
  let chief: Colleague;
  let admin: Colleague;
  let id = "";
  let payment = "";
  let file = "";

  before(async () => {
    world = await openWorld({ start: "2026-11-24T09:00:00+01:00" });
    mara = await world.colleague("Mara", "handler");
    ada = await world.colleague("Ada", "approver");
    boss = await world.colleague("Boss", "manager");
    chief = await world.colleague("Chief", "manager");
    admin = await world.colleague("Root", "admin");
  });
  after(() => world.close());

  async function accepted(name: string, ...amounts: number[]): Promise<string> {
    const { id: fresh } = (
      await mara.post("/complaints", {
        platform: "ctterra",
        channel: "phone",
        complainant: { name, email: `${name.length}@kundin.example`, language: "en" },
        subject: { kind: "programme" },
        statement: "The course was cancelled.",
      })
    ).body;
    await mara.post(`/complaints/${fresh}/assignment`, { ownerId: mara.id });
    await mara.post(`/complaints/${fresh}/investigation`);
    await mara.post(`/complaints/${fresh}/findings`, { allegation: "a", outcome: "upheld", reasons: "r" });
    await mara.post(`/complaints/${fresh}/proposals`, {
      explanation: "We are sorry.",
      measures: [
        ...amounts.map((amountCents) => ({
          kind: "refund",
          description: "Course fee",
          amountCents,
          basis: "claim",
        })),
        { kind: "corrective_action", description: "Two people look", dueOn: "2027-03-01" },
      ],
    });
    await boss.post(`/complaints/${fresh}/proposals/1/approval`);
    await mara.post(`/complaints/${fresh}/proposals/1/dispatch`, { via: "phone" });
    const decided = await mara.post(`/complaints/${fresh}/decision`, {
      decision: "accept",
      proposal: 1,
      via: "phone",
      words: "Yes.",
    });
    assert.equal(decided.body.stage, "accepted", JSON.stringify(decided.body));
    return fresh;
  }
  const enter = (complaint: string, more: object = {}) =>
    mara.post(`/complaints/${complaint}/payments`, { measure: "1.1", payee: "Jürgen Groß", iban, ...more });
  const list = async (who: Colleague, query = "") => (await who.get(`/payments${query}`)).body.items;
  const download = (who: Colleague, which = file) =>
    world.server.inject({
      method: "GET",
      url: `/api/v1/payments/files/${which}.xml`,
      headers: who.headers,
    });

  test("an IBAN that is none, one outside the SEPA area and a name that banks cannot read are refused", async () => {
    id = await accepted("Jürgen Groß", 24_050);
    for (const [more, code] of [
      [{ iban: "DE89370400440532013001" }, "iban-invalid"],
      [{ iban: "DE8937040044053201300" }, "iban-invalid"],
      [{ iban: "hello" }, "iban-invalid"],
      [{ iban: "BR1500000000000010932840814P2" }, "iban-not-sepa"],
      [{ payee: "王小明" }, "payee-unreadable"],
      [{ measure: "1.2" }, "not-a-refund"],
    ] as const) {
      const refused = await enter(id, more);
      assert.deepEqual([refused.status, refused.body.code], [409, code]);
      assert.match(refused.body.detail, /Nothing was recorded/);
    }
    assert.deepEqual(await list(boss), []);
  });

  test("Mara enters it; the list, the timeline and the search know the account by its end alone", async () => {
    const entered = await enter(id, { iban: "de89 3704 0044 0532 0130 00" });
    assert.equal(entered.status, 201);
    assert.equal(entered.body.proposals[0].measures[0].payment.state, "entered");
    const [row] = await list(boss);
    payment = row.id;
    assert.deepEqual(
      [row.payee, row.ibanEnding, row.amountCents, row.state, row.hands],
      ["Jürgen Groß", "3000", 24_050, "entered", [mara.id]],
    );
    const everywhere = JSON.stringify([
      await list(boss),
      (await boss.get(`/complaints/${id}`)).body,
      (await boss.get(`/complaints/${id}/events`)).body,
    ]);
    assert.ok(!everywhere.includes(iban.slice(0, -4)));
    assert.deepEqual((await mara.get(`/complaints?q=${iban}`)).body.items, []);
    const stored = await world.desk.db.selectFrom("complaint_event").select("data").execute();
    assert.ok(!JSON.stringify(stored).includes(iban) && !JSON.stringify(stored).includes("Groß"));
  });

  test("whoever entered it does not release it, nor record by hand that it is done", async () => {
    await enter(id).then(({ body }) => assert.equal(body.code, "payment-exists"));
    const own = await accepted("Own", 100);
    await boss.post(`/complaints/${own}/payments`, { measure: "1.1", payee: "Own", iban });
    const mine = (await boss.get(`/complaints/${own}/payments`)).body.items[0].id;
    const refused = await boss.post(`/payments/${mine}/release`);
    assert.deepEqual([refused.status, refused.body.code], [409, "own-payment"]);
    await boss.post(`/payments/${mine}/cancellation`, { reason: "It was a test." });
    assert.equal((await mara.post(`/payments/${payment}/release`)).status, 403);
    const byHand = await mara.post(`/complaints/${id}/implementation`, { measure: "1.1" });
    assert.equal(byHand.body.code, "payment-open");
  });

  test("a change after the release takes the release away, and the changer cannot give it back", async () => {
    assert.equal((await ada.post(`/payments/${payment}/release`)).body.state, "released");
    const changed = await ada.put(`/payments/${payment}`, { payee: "Jürgen Groß & Söhne", iban });
    assert.deepEqual([changed.body.state, changed.body.hands], ["entered", [mara.id, ada.id]]);
    assert.equal((await ada.post(`/payments/${payment}/release`)).body.code, "own-payment");
    const { version } = (await boss.get(`/complaints/${id}`)).body;
    const stale = await boss.post(`/payments/${payment}/release`, {}, { "if-match": `"${version - 1}"` });
    assert.equal(stale.body.code, "stale");
    const fresh = await boss.post(`/payments/${payment}/release`, {}, { "if-match": `"${version}"` });
    assert.equal(fresh.body.releasedBy, boss.id);
  });

  test("there is no order without an account of ours, which an administrator sets", async () => {
    assert.equal((await boss.post("/payments/files")).body.code, "account-unset");
    const account = { holder: "Übungs GmbH", iban: "DE02 1203 0000 0000 2020 51", bic: "BYLADEM1001" };
    assert.equal((await boss.put("/office/account", account)).status, 403);
    assert.equal(
      (await admin.put("/office/account", { ...account, iban: "DE00" })).body.code,
      "iban-invalid",
    );
    assert.equal((await admin.put("/office/account", account)).body.account.iban, "DE02120300000000202051");
    assert.equal((await boss.get("/office/account")).body.account.holder, "Übungs GmbH");
    assert.equal((await mara.get("/office/account")).status, 403);
    assert.equal((await boss.get("/office/history/account")).status, 403);
    assert.equal((await admin.get("/office/history/account")).body.items.length, 1);
  });

  test("the order holds every released payment once, to the cent, in characters that banks read", async () => {
    const second = await accepted("Łukasz Ørsted", 1999);
    await enter(second, { payee: "Łukasz Ørsted", iban: "NL91 ABNA 0417 1643 00" });
    const [other] = (await boss.get(`/complaints/${second}/payments`)).body.items;
    await boss.post(`/payments/${other.id}/release`);
    const waiting = await accepted("Waits", 500);
    await enter(waiting, { payee: "Waits" });
    assert.equal((await mara.post("/payments/files")).status, 403);
    const made = await boss.post("/payments/files");
    assert.deepEqual(
      [made.status, made.body.number, made.body.count, made.body.controlCents, made.body.executeOn],
      [201, 1, 2, 26_049, "2026-11-24"],
    );
    file = made.body.id;
    const answer = await download(boss);
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers["content-disposition"]), /attachment.*payments-1\.xml/);
    const all = (tag: string) =>
      [...answer.body.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, "g"))].map(
        ([, text]) => text!,
      );
    assert.match(answer.body, /xmlns="urn:iso:std:iso:20022:tech:xsd:pain\.001\.001\.09"/);
    assert.deepEqual(all("NbOfTxs"), ["2", "2"]);
    assert.deepEqual(all("CtrlSum"), ["260.49", "260.49"]);
    assert.deepEqual(all("InstdAmt").toSorted(byLetter), ["19.99", "240.50"]);
    assert.deepEqual(all("IBAN").toSorted(byLetter), [
      "DE02120300000000202051",
      "DE89370400440532013000",
      "NL91ABNA0417164300",
    ]);
    assert.deepEqual(all("Nm").toSorted(byLetter), [
      "Juergen Gross + Soehne",
      "Lukasz Orsted",
      "Uebungs GmbH",
      "Uebungs GmbH",
    ]);
    assert.deepEqual(all("BICFI"), ["BYLADEM1001"]);
    assert.deepEqual(all("Dt"), ["2026-11-24"]);
    assert.deepEqual(all("CreDtTm"), ["2026-11-24T09:00:00"]);
    assert.ok(all("EndToEndId").includes(payment.replaceAll("-", "")));
    assert.ok(all("Ustrd").every((text) => /^Erstattung \/ refund CT-2026-\d{6}-\d$/.test(text)));
    assert.match(answer.body.replace(/<[^>]*>/g, ""), /^[A-Za-z0-9/?:().,'+ -]*$/);
  });

  test("downloaded again it is the same file, and no payment gets into a second one", async () => {
    const [first, again] = await Promise.all([download(boss), download(chief)]);
    assert.equal(first.body, again.body);
    assert.equal((await boss.post("/payments/files")).body.code, "no-payment-released");
    assert.equal((await download(mara)).statusCode, 404);
    assert.equal((await download(admin)).statusCode, 404);
    assert.equal(
      (await ada.put(`/payments/${payment}`, { payee: "Anna", iban })).body.code,
      "payment-ordered",
    );
  });

  test("two people who order at the same moment make one order of each payment", async () => {
    const fresh = await Promise.all([1, 2, 3].map((n) => accepted(`Many ${"x".repeat(n)}`, 100 * n)));
    for (const each of fresh) {
      await enter(each, { payee: "Many" });
      const [row] = (await boss.get(`/complaints/${each}/payments`)).body.items;
      await boss.post(`/payments/${row.id}/release`);
    }
    const answers = await Promise.all([boss.post("/payments/files"), chief.post("/payments/files")]);
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409],
    );
    assert.equal(answers.find(({ status }) => status === 201)?.body.count, 3);
    const releases = await accepted("Twice", 700);
    await enter(releases, { payee: "Twice" });
    const [row] = (await boss.get(`/complaints/${releases}/payments`)).body.items;
    const both = await Promise.all([boss, chief, ada].map((who) => who.post(`/payments/${row.id}/release`)));
    assert.deepEqual(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409, 409],
    );
  });

  test("marked as paid it completes the implementation, and the letter says how much and to which account", async () => {
    world.at("2026-11-26T10:00:00+01:00");
    assert.equal(
      (await boss.post(`/payments/${payment}/paid`, { paidOn: "2026-11-27" })).body.code,
      "in-the-future",
    );
    assert.equal(
      (await boss.post(`/payments/${payment}/paid`, { paidOn: "2026-11-23" })).body.code,
      "paid-before-order",
    );
    const paid = await boss.post(`/payments/${payment}/paid`, { paidOn: "2026-11-25" });
    assert.deepEqual([paid.body.state, paid.body.paidAt], ["paid", "2026-11-25T11:00:00.000Z"]);
    const complaint = (await mara.get(`/complaints/${id}`)).body;
    assert.equal(complaint.stage, "implemented", "the long-term action does not hold it up");
    const clock = complaint.clocks.find(({ kind }: { kind: string }) => kind === "implementation");
    assert.deepEqual([clock.status, clock.metAt], ["met", "2026-11-25T11:00:00.000Z"]);
    await world.settle();
    const text = flat(world.letter(/what we promised is done/).text);
    assert.match(text, /Paid back: €240\.50, by bank transfer to the account ending in 3000\./);
    assert.ok(!text.includes(iban.slice(0, -4)));
    assert.equal((await boss.post(`/payments/${payment}/paid`)).body.code, "payment-not-ordered");
    assert.equal((await list(boss, "?state=paid")).length, 1);
  });

  test("whoever is complained about sees no payment, no order that holds one, and can do nothing", async () => {
    const other = await accepted("About Chief", 900);
    await enter(other, { payee: "About Chief" });
    const [row] = (await boss.get(`/complaints/${other}/payments`)).body.items;
    await mara.post(`/complaints/${other}/conflicts`, { personId: chief.id });
    assert.ok(!(await list(chief)).some((each: { id: string }) => each.id === row.id));
    assert.ok((await list(boss)).some((each: { id: string }) => each.id === row.id));
    assert.equal((await chief.get(`/complaints/${other}/payments`)).status, 404);
    for (const [path, body] of [
      ["release", {}],
      ["paid", {}],
      ["cancellation", { reason: "r" }],
    ] as const)
      assert.equal((await chief.post(`/payments/${row.id}/${path}`, body)).status, 404);
    assert.equal((await chief.put(`/payments/${row.id}`, { payee: "Chief", iban })).status, 404);
    await boss.post(`/payments/${row.id}/release`);
    const made = await boss.post("/payments/files");
    assert.equal((await download(chief, made.body.id)).statusCode, 404);
    assert.ok(
      !(await chief.get("/payments/files")).body.items.some(
        (each: { id: string }) => each.id === made.body.id,
      ),
    );
  });

  test("the journal verifies and the list is the same when it is folded anew", async () => {
    const rows = () => world.desk.db.selectFrom("payment").selectAll().orderBy("id").execute();
    const before = await rows();
    assert.ok(before.length >= 8);
    await rebuild(world.desk.db);
    assert.deepEqual(await rows(), before);
    const checked = await verify(world.desk.db, world.desk.keys, readModels);
    assert.ok(!("broken" in checked) || checked.broken === undefined, JSON.stringify(checked));
  });

  test("an erasure waits for money on its way, and takes the order's bytes with it", async () => {
    const system = { kind: "system", id: "story" } as const;
    const [open] = await list(boss, "?limit=1");
    assert.deepEqual(await eraseComplaint(world.desk, system, open.complaintId, "gdpr-17"), {
      refused: "payment-open",
    });
    assert.equal(await eraseComplaint(world.desk, system, id, "gdpr-17"), undefined);
    assert.equal((await download(boss)).statusCode, 404);
    const [row] = (await boss.get("/payments?state=paid")).body.items;
    assert.deepEqual([row.payee, row.ibanEnding, row.amountCents], [undefined, undefined, 24_050]);
  });
});
