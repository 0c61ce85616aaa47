import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import { duePeriods } from "../../src/core/reporting/periods.ts";
import { stages } from "../../src/core/complaint/state.ts";
import { demoFolder, NotOurs } from "../../src/sample/demo/folder.ts";
import { openDemo, type Demo } from "../../src/sample/demo/opening.ts";
import {
  addressOf,
  passwordOf,
  sampleStaff,
  staffTable,
  type SampleName,
} from "../../src/sample/demo/staff.ts";
import { readModels } from "../../src/casework/complaints/projections/read-models.ts";
import { verify } from "../../src/record/journal/verify.ts";
import { ownSettings } from "../own-settings.ts";
import { freshDatabase, type TestDatabase } from "../database.ts";

let database: TestDatabase;
let demo: Demo;
let server: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), "redress-demo-"));

before(async () => {
  database = await freshDatabase();
  demo = await openDemo({
    access: database,
    settings: ownSettings({ folder, url: "http://localhost:8080" }),
    log: pino({ level: "silent" }),
    complaints: 40,
    passed: () => {},
    // TODAY=2027-05-01T12:00:00.000Z tries how the year comes out on another day.
    ...(process.env.TODAY && { present: () => process.env.TODAY! }),
  });
  ({ server } = await demo.serve());
});

after(async () => {
  await demo.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const page = async (url: string) => (await server.inject({ url })).body;

// oxlint-disable-next-line typescript/no-explicit-any -- answers of any operation, looked into by each test
async function signIn(name: SampleName): Promise<(path: string) => Promise<any>> {
  const session = await server.inject({
    method: "POST",
    url: "/api/v1/session",
    payload: { email: addressOf(name), password: passwordOf(name) },
  });
  assert.equal(session.statusCode, 201, session.body);
  const cookie = String(session.headers["set-cookie"]).split(";")[0]!;
  return async (path) => {
    const answer = await server.inject({ url: `/api/v1${path}`, headers: { cookie } });
    assert.equal(answer.statusCode, 200, `${path}: ${answer.body}`);
    return answer.json();
  };
}

describe("the demo", () => {
  test("tells its year without a refusal, and the journal is whole", async () => {
    assert.deepEqual(demo.refused, []);
    const { db, keys } = demo.app.desk;
    const { broken, facts } = await verify(db, keys, readModels);
    assert.equal(broken, undefined);
    assert.ok(facts > 500, `${facts} facts`);
  });

  test("has complaints in every stage, some of them late, and none dated ahead", async () => {
    const hanna = await signIn("hanna");
    for (const stage of stages) {
      const { items } = await hanna(`/complaints?stage=${stage}`);
      assert.ok(items.length > 0, `nothing is ${stage}`);
    }
    const { items } = await hanna("/complaints?limit=200");
    const now = demo.app.desk.now();
    assert.ok(items.every(({ receivedAt }: { receivedAt: string }) => receivedAt <= now));
    const late = items.filter(
      ({ nextDue }: { nextDue?: { dueAt: string } }) => nextDue && nextDue.dueAt < now,
    );
    assert.ok(late.length > 2, `${late.length} are late`);
  });

  test("has something on every screen", async () => {
    const maren = await signIn("maren");
    for (const path of [
      "/intake",
      "/outbox",
      "/issues",
      "/actions",
      "/reviews",
      "/reports",
      "/reports?kind=week",
      "/file-reviews",
      "/participants",
      "/payments?state=entered",
      "/payments?state=released",
      "/payments?state=ordered",
      "/payments?state=paid",
      "/payments?state=cancelled",
      "/payments/files",
      "/surveys/imports",
      "/surveys/answers",
      "/training/sessions",
      "/training/lessons",
      "/policies/versions",
      "/policies/drafts",
      "/people",
      "/notices",
    ]) {
      const { items } = await maren(path);
      assert.ok(items.length > 0, `${path} is empty`);
    }
    const ada = await signIn("ada");
    assert.equal((await ada("/office")).warnings.includes("no_escalation_contact"), false);
    assert.ok((await ada("/office/account")).account);
    assert.ok((await ada("/office/conciliation")).conciliation);
    assert.ok((await ada("/routing")).table.rules.length > 0);
    assert.ok((await maren("/intake?disposition=quarantine")).items.length > 0);
    for (const kind of ["duplicate", "bounce", "automatic"])
      assert.ok((await maren(`/intake?disposition=${kind}`)).items.length > 0, `no ${kind}`);
  });

  test("has a report for each month, each review but the latest signed, and a jump that an action ended", async () => {
    const maren = await signIn("maren");
    const items = (await maren("/reports")).items as { period: string; received: number }[];
    const { desk } = demo.app;
    const due = duePeriods(
      "month",
      items.at(-1)!.period,
      desk.now(),
      await desk.calendar(await desk.policyAt(desk.now())),
    );
    assert.deepEqual(items.map(({ period }) => period).toSorted(), due);
    assert.ok(due.length >= 11, `${due.length} reports`);
    const most = items.toSorted((a, b) => b.received - a.received)[0]!;
    const { figures } = await maren(`/reports/${most.period}`);
    assert.ok(figures.findings.length > 0);
    const reviews = (await maren("/reviews")).items as { state: string }[];
    assert.deepEqual([...new Set(reviews.slice(1).map(({ state }) => state))], ["signed"]);
    assert.notEqual(reviews[0]!.state, "signed");
    const actions = (await maren("/actions")).items as {
      verdict?: string;
      overdue: boolean;
      toCheck: boolean;
    }[];
    const found = new Set(actions.map(({ verdict }) => verdict));
    assert.ok(found.has("effective") && found.has("not_shown"), [...found].join());
    assert.ok(actions.some(({ overdue }) => overdue) && actions.some(({ toCheck }) => toCheck));
  });

  test("somebody's training has run out, and everybody can sign in with what the table says", async () => {
    const table = staffTable();
    for (const name of Object.keys(sampleStaff) as SampleName[]) {
      assert.match(table, new RegExp(`${addressOf(name)} +${passwordOf(name)}`));
      const own = await (await signIn(name))("/training/own");
      assert.equal(own.standing.trained, name !== "lea", name);
    }
  });

  test("a letter is read in the mailbox, and its link leads to the decision", async () => {
    const list = await page("/demo/mailbox?of=customers");
    assert.match(list, /customer\.example/);
    assert.doesNotMatch(list, /demo\.example ·/);
    const mails = demo.mailbox.mails();
    let link: string | undefined;
    for (const { id } of mails) {
      link = /http:\/\/localhost:8080(\/[^"<]*\/decision[^"<]*)"/.exec(
        await page(`/demo/mailbox/${id}`),
      )?.[1];
      if (link) break;
    }
    assert.ok(link, "no letter asks for a decision");
    assert.equal((await server.inject({ url: link })).statusCode, 200);
    assert.match(await page("/de/demo/mailbox"), /Das Postfach der Vorführung/);
    assert.equal((await server.inject({ url: "/demo/mailbox/999999" })).statusCode, 404);
  });

  test("a mail that is written there becomes a complaint", async () => {
    const post = (payload: object) =>
      server.inject({
        method: "POST",
        url: "/demo/mailbox/write",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams(Object.entries(payload)).toString(),
      });
    const empty = await post({ name: "Vera", address: "vera" });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /This is no address/);
    const written = {
      name: "Vera Versuch",
      address: "vera@customer.example",
      subject: "Quittenmus",
      text: "In der Pause gab es nur Quittenmus.",
    };
    assert.equal((await post(written)).statusCode, 303);
    const ines = await signIn("ines");
    let found = [];
    // The mail room works beside this test, as it does in the demo.
    for (let tries = 0; tries < 200 && found.length === 0; tries += 1) {
      await setTimeout(50);
      found = (await ines("/complaints?q=Quittenmus")).items;
    }
    assert.equal(found.length, 1);
  });

  test("a folder that the demo did not make is left alone; one that is half made is made anew", () => {
    const own = mkdtempSync(join(tmpdir(), "redress-folder-"));
    try {
      mkdirSync(join(own, "postgres"));
      assert.throws(() => demoFolder(own, true), NotOurs);
      assert.ok(existsSync(join(own, "postgres")));

      writeFileSync(join(own, "demo.json"), JSON.stringify({ pid: process.pid, made: false }));
      const { made, note } = demoFolder(own, false);
      assert.equal(made, false);
      assert.equal(existsSync(join(own, "postgres")), false);
      note(true);
      assert.equal(demoFolder(own, false).made, true);
      assert.equal(demoFolder(own, true).made, false);
      writeFileSync(join(own, "demo.json"), JSON.stringify({ pid: process.ppid, made: true }));
      assert.throws(() => demoFolder(own, false), /is running already/);
      assert.match(readFileSync(join(own, "demo.json"), "utf8"), /true/);
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });
});
