import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { storeRaw } from "../src/channels/email/ledger.ts";
import { eraseComplaint } from "../src/casework/complaints/erasing.ts";
import { documentOf } from "../src/areas/dossier/document.ts";
import { gather } from "../src/areas/dossier/dossier.ts";
import { verify } from "../src/record/journal/verify.ts";
import { readModels } from "../src/casework/complaints/projections/read-models.ts";
import { unzip } from "./unzip.ts";
import { openWorld, type Colleague, type World } from "./world.ts";

const mail = [
  "From: Anna Kundin <anna@kundin.example>",
  "To: mb@ctterra.com",
  "Subject: =?utf-8?q?Kurs_ausgefallen?=",
  "Message-ID: <one@kundin.example>",
  'Content-Type: multipart/mixed; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: 8bit",
  "",
  '=HYPERLINK("x") Der Kurs fiel aus. Frau Tremmel war grob zu mir, und Tom Tremmels Kollege lachte. #strong[x] 😀',
  "--b",
  "Content-Type: application/pdf",
  'Content-Disposition: attachment; filename="../../CON.pdf"',
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from("%PDF-1.4 invoice").toString("base64"),
  "--b",
  "Content-Type: text/plain",
  'Content-Disposition: attachment; filename="con.txt"',
  "",
  "Tremmel",
  "--b--",
  "",
].join("\r\n");

describe("an auditor takes the whole case along", () => {
  let world: World;
  let mara: Colleague;
  let boss: Colleague;
  let tom: Colleague;
  let ada: Colleague;
  let ina: Colleague;
  let id: string;
  let reference: string;

  before(async () => {
    world = await openWorld({ start: "2026-12-18T16:20:00+01:00" });
    mara = await world.colleague("Mara", "handler");
    boss = await world.colleague("Boss", "manager");
    tom = await world.colleague("Tremmel", "handler");
    ada = await world.colleague("Ada", "auditor");
    ina = await world.colleague("Ina", "intake");
    const intake = await storeRaw(world.desk, { mailbox: "story", raw: Buffer.from(mail) });
    await world.settle();
    ({ complaint_id: id } = (await world.desk.db
      .selectFrom("intake_message")
      .select("complaint_id")
      .where("id", "=", intake)
      .executeTakeFirstOrThrow()) as { complaint_id: string });
    ({ reference } = (await mara.get(`/complaints/${id}`)).body);
    await mara.post(`/complaints/${id}/conflicts`, { personId: tom.id });
    await mara.post(`/complaints/${id}/assignment`, { ownerId: mara.id });
    await mara.post(`/complaints/${id}/investigation`, {
      plan: "Ask Mr TREMMEL and Jürgen Groß (0176 1234567).",
    });
    await mara.post(`/complaints/${id}/findings`, {
      allegation: "Rudeness of Tremmel",
      outcome: "partly_upheld",
      reasons: "JUERGEN GROSS saw it.",
    });
    await mara.post(`/complaints/${id}/proposals`, {
      explanation: "We are sorry and pay the fee back.",
      measures: [
        { kind: "refund", description: "Course fee", amountCents: 24_000, basis: "claim" },
        { kind: "apology", description: "By the manager" },
      ],
    });
    await boss.post(`/complaints/${id}/proposals/1/approval`);
    world.at("2026-12-29T10:00:00+01:00");
    await mara.post(`/complaints/${id}/proposals/1/dispatch`, { via: "email" });
    await world.settle();
  });
  after(() => world.close());

  const take = async (who: Colleague, path: string) => {
    const answer = await world.server.inject({ url: `/api/v1/complaints/${path}`, headers: who.headers });
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
  };

  test("as a PDF, to the auditor, the manager and the owner only; whoever it is about learns nothing", async () => {
    const { status, headers, bytes } = await take(ada, `${id}/dossier.pdf?language=en`);
    assert.equal(status, 200);
    assert.equal(headers["content-type"], "application/pdf");
    assert.equal(headers["content-disposition"], `attachment; filename="${reference}.pdf"`);
    assert.equal(headers["cache-control"], "no-store");
    const text = bytes.toString("latin1");
    for (const mark of ["/StructTreeRoot", "/MarkInfo", "/Lang", "/Title"])
      assert.ok(text.includes(mark), mark);
    assert.equal((await take(mara, `${reference}/dossier.pdf`)).status, 200, "the owner, by reference");
    assert.equal((await take(boss, `${id}/dossier.pdf`)).status, 200);
    assert.equal((await take(ina, `${id}/dossier.pdf`)).status, 403);
    const never = await take(tom, "00000000-0000-4000-8000-000000000000/dossier.zip");
    const about = await take(tom, `${id}/dossier.zip`);
    const plain = (body: Buffer) => ({ ...(JSON.parse(body.toString()) as object), instance: "" });
    assert.deepEqual([about.status, plain(about.bytes)], [404, plain(never.bytes)]);
    const nobody = await world.server.inject({ url: `/api/v1/complaints/${id}/dossier.pdf` });
    assert.equal(nobody.statusCode, 401);
    const head = await world.server.inject({
      method: "HEAD",
      url: `/api/v1/complaints/${id}/dossier.pdf`,
      headers: ada.headers,
    });
    assert.equal(head.statusCode, 404);
    for (const wrong of [
      "redact=most",
      "also=Person%20A",
      "also=x",
      "language=fr",
      `${"also=Otto&".repeat(21)}x`,
    ])
      assert.equal((await take(ada, `${id}/dossier.pdf?${wrong}`)).status, 422, wrong);
  });

  test("that they took it is part of the case, and moves no promise", async () => {
    const { items } = (await boss.get(`/complaints/${id}/events`)).body;
    const handed = items.filter(({ type }: { type: string }) => type === "DossierHandedOut");
    assert.deepEqual(
      handed.map(({ actorName, data }: { actorName: string; data: object }) => [actorName, data]),
      [ada, mara, boss].map(({ id: by }, index) => [
        ["Ada", "Mara", "Boss"][index],
        { kind: "pdf", redaction: "none", by },
      ]),
    );
    const verdict = await verify(world.desk.db, world.desk.keys, readModels);
    assert.equal(verdict.broken, undefined);
  });

  const unpack = (files: Map<string, Buffer>) => {
    const folder = mkdtempSync(join(tmpdir(), "redress-dossier-"));
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const run = () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "verify-chain.mjs")], {
        encoding: "utf8",
      });
      return { status, said: `${stdout}${stderr}` };
    };
    return { folder, run };
  };

  test("as a ZIP with originals and a proof that anybody can compute again", async () => {
    const { status, bytes } = await take(ada, `${id}/dossier.zip?language=en`);
    assert.equal(status, 200);
    const files = unzip(bytes);
    assert.deepEqual(
      [...files.keys()],
      [
        "README.txt",
        "dossier.pdf",
        "timeline.json",
        "timeline.csv",
        "chain.json",
        "verify-chain.mjs",
        "mails/001-2026-12-18.eml",
        "letters/001-acknowledgement.eml",
        "letters/002-proposal.eml",
        "files/1-0-_CON.pdf",
        "files/1-1-_con.txt",
        "manifest.json",
      ],
    );
    assert.equal(files.get("mails/001-2026-12-18.eml")!.toString(), mail);
    assert.equal(files.get("files/1-0-_CON.pdf")!.toString(), "%PDF-1.4 invoice");
    assert.match(files.get("timeline.csv")!.toString(), /Finding recorded/);
    const { folder, run } = unpack(files);
    const whole = run();
    assert.deepEqual(
      [whole.status, /Everything holds/.test(whole.said), / 0 left out/.test(whole.said)],
      [0, true, true],
      whole.said,
    );
    const change = (path: string, from: string, to: string) => {
      const file = join(folder, path);
      const before = readFileSync(file);
      const text = before.toString("latin1");
      assert.ok(text.includes(from), from);
      writeFileSync(file, Buffer.from(text.replace(from, to), "latin1"));
      const found = run();
      writeFileSync(file, before);
      assert.equal(found.status, 1, found.said);
      return found.said;
    };
    assert.match(
      change("chain.json", "partly_upheld", "partly-upheld"),
      /event \d+ \(FindingRecorded\) is not the one/,
    );
    assert.match(
      change("chain.json", "Rudeness of", "Rudeness or"),
      /\(FindingRecorded\): "allegation" is not what/,
    );
    assert.match(
      change("files/1-0-_CON.pdf", "invoice", "invoicf"),
      /event 1 \(Received\): "file:0" is not what/,
    );
    assert.match(
      change("mails/001-2026-12-18.eml", "grob", "grub"),
      /mails\/001-2026-12-18.eml is not the file/,
    );
    rmSync(folder, { recursive: true });
  });

  test("with names hidden, no listed name is left in it, originals are only listed, and the proof still computes", async () => {
    const asked = "redact=all&also=J%C3%BCrgen%20Gro%C3%9F&also=0176%201234567&language=de";
    const { status, bytes } = await take(boss, `${id}/dossier.zip?${asked}`);
    assert.equal(status, 200);
    const files = unzip(bytes);
    assert.equal(
      [...files.keys()].some((path) => /^(mails|letters|files)\//.test(path)),
      false,
    );
    for (const path of ["README.txt", "timeline.json", "timeline.csv", "chain.json", "manifest.json"])
      assert.doesNotMatch(
        files.get(path)!.toString(),
        /tremmel|\bmara\b|\bboss\b|\bada\b|\banna\b|kundin@|kundin\.example|gro(ß|ss)|j(ü|ue)rgen|1234567/i,
        path,
      );
    assert.match(files.get("timeline.csv")!.toString(), /Person [A-Z] and Person [A-Z] \(Person [A-Z]\)/);
    // What is printed comes from the same gathering; a PDF's own text is packed and cannot be searched here.
    const who = { kind: "staff", id: boss.id, roles: ["manager"] } as const;
    const wanted = { redact: "all", also: ["Jürgen Groß", "0176 1234567"], language: "en" } as const;
    const dossier = (await gather(world.desk, who, id, wanted))!;
    const printed = JSON.stringify(documentOf(dossier, dossier.nameOf(boss.id)!));
    assert.doesNotMatch(
      printed,
      /tremmel|\bmara\b|\bboss\b|\bada\b|\banna\b|kundin|gro(ß|ss)|j(ü|ue)rgen|1234567/i,
    );
    const { leftOut } = JSON.parse(files.get("manifest.json")!.toString()) as {
      leftOut: { sha256: string }[];
    };
    assert.equal(leftOut.length, 5);
    const { folder, run } = unpack(files);
    const { status: verified, said } = run();
    assert.equal(verified, 0, said);
    assert.match(said, / [1-9]\d* left out/);
    rmSync(folder, { recursive: true });
    const { items } = (await boss.get(`/complaints/${id}/events`)).body;
    assert.deepEqual(items.at(-1).data, { kind: "zip", redaction: "all", also: 2, by: boss.id });
  });

  test("of an erased complaint the dates and the proof are left, and no word", async () => {
    await eraseComplaint(world.desk, { kind: "system", id: "operator" }, id, "request");
    const { status, bytes } = await take(ada, `${id}/dossier.zip`);
    assert.equal(status, 200);
    const files = unzip(bytes);
    assert.doesNotMatch(files.get("timeline.csv")!.toString(), /Tremmel war|Kundin/);
    const { folder, run } = unpack(files);
    const { status: verified, said } = run();
    assert.equal(verified, 0, said);
    rmSync(folder, { recursive: true });
  });
});
