import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { withoutWords } from "../src/engine/database/without-words.ts";
import { PolicyDocument } from "../src/organisation/policies/contract.ts";
import { seedPolicy } from "../src/organisation/policies/seed.ts";
import { addPerson } from "../src/organisation/staff/accounts.ts";
import { openWorld, type Colleague, type World } from "./world.ts";

const password = "correct horse battery";
const json = { "content-type": "application/json" };

describe("Somebody attacks a running Redress", () => {
  let world: World;
  let boss: Colleague;
  before(async () => {
    world = await openWorld();
    boss = await world.colleague("Boss", "manager", "admin");
    const mara = { email: "mara@office.test", name: "Mara", roles: ["handler"] as const, password };
    await addPerson(world.desk.db, mara, world.now());
  });
  after(() => world.close());

  const signIn = (email: string, word: string) =>
    world.server.inject({
      method: "POST",
      url: "/api/v1/session",
      headers: json,
      payload: JSON.stringify({ email, password: word }),
    });
  const count = (codes: number[], code: number) => codes.filter((each) => each === code).length;

  test("a name and password in an address do not pass another site's request off as one with a key", async () => {
    const cookie = String((await signIn("mara@office.test", password)).headers["set-cookie"]).split(";")[0]!;
    const answer = await world.server.inject({
      method: "POST",
      url: "/api/v1/complaints",
      headers: {
        ...json,
        cookie,
        origin: "https://evil.example",
        "sec-fetch-site": "cross-site",
        authorization: `Basic ${Buffer.from("x:y").toString("base64")}`,
      },
      payload: "{}",
    });
    assert.equal(answer.json().code, "from-elsewhere");
  });

  test("a hundred guesses at the same moment are slowed down like a hundred in a row", async () => {
    const guesses = Array.from({ length: 40 }, (_, n) => signIn("mara@office.test", `guess number ${n}`));
    const codes = (await Promise.all(guesses)).map(({ statusCode }) => statusCode);
    assert.deepEqual([count(codes, 401), count(codes, 429)], [5, 35]);
    world.at({ minutes: 16 });
    assert.equal((await signIn("mara@office.test", password)).statusCode, 201, "nobody is locked out");
    assert.equal((await signIn("mara@office.test", password)).statusCode, 201, "and a success is no failure");
  });

  test("codes for a reference are guessed no faster at the same moment", async () => {
    const complaint = {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna" },
      subject: { kind: "other" },
      statement: "It was too loud.",
    };
    const { reference } = (await boss.post("/complaints", complaint)).body;
    const guess = (n: number) =>
      world.server.inject({
        method: "POST",
        url: "/status",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ reference, code: `AAA-AAA-AAA-A${n}` }).toString(),
      });
    const codes = (await Promise.all(Array.from({ length: 20 }, (_, n) => guess(n)))).map(
      ({ statusCode }) => statusCode,
    );
    assert.deepEqual([count(codes, 422), count(codes, 429)], [5, 15]);
  });

  test("text that no database keeps is refused with its field named, wherever it stands", async () => {
    const nul = "a\0b";
    const half = "a\ud800b";
    const asked: [string, object, string][] = [
      ["/people", { email: "x@office.test", name: nul, roles: ["handler"] }, "name"],
      ["/people", { email: "x@office.test", name: half, roles: ["handler"] }, "name"],
      [
        "/calendar/changes",
        { kind: "holiday", date: "2026-12-01", name: { en: nul, de: "x" }, source: "x" },
        "name.en",
      ],
    ];
    for (const [path, body, field] of asked) {
      const { status, body: told } = await boss.post(path, body);
      assert.deepEqual(
        [status, told.errors?.[0].field, told.errors?.[0].code],
        [422, field, "not_utf8"],
        path,
      );
    }
    assert.equal((await signIn("a\0@office.test", password)).statusCode, 422);
  });

  test("places, instants and numbers that no database knows are refused by name", async () => {
    const complaint = "00000000-0000-4000-8000-000000000000";
    const mark = (text: string) => Buffer.from(text).toString("base64url");
    const asked: [string, string][] = [
      ["/complaints?platform=%00", "platform"],
      ["/intake?reason=%00", "reason"],
      ["/complaints?due_before=0001-01-01T00:00:00%2B14:00", "due_before"],
      ["/complaints?due_before=9999-12-31T23:59:59-14:00", "due_before"],
      ["/reports/2026-09?version=2147483648", "version"],
      ["/reports/2026-09.pdf?version=2147483648", "version"],
      ["/audit-pack.zip?from=0001-01-01&to=0001-01-01", "from"],
      ...["+275760-09-13T00:00:00Z", "0000-01-01T00:00:00Z", "2026-01-01T00:00:00Z[Europe/Berlin]"].flatMap(
        (at): [string, string][] => [
          [`/complaints?cursor=${mark(JSON.stringify([at, complaint]))}`, "cursor"],
          [`/payments?cursor=${mark(`${at} ${complaint}`)}`, "cursor"],
        ],
      ),
    ];
    for (const [path, field] of asked) {
      const { status, body } = await boss.get(path);
      assert.deepEqual([status, body.errors?.[0].field], [422, field], path);
    }
    const confirmed = await boss.post("/training/confirmations", { policyVersion: 2_147_483_648 });
    assert.deepEqual([confirmed.status, confirmed.body.errors[0].field], [422, "policyVersion"]);
  });

  test("what is wrong before there is a page says no more than any other unknown address", async () => {
    for (const url of ["/%", "/%ff", `/s/${"a".repeat(300)}`]) {
      const answer = await world.server.inject({ url });
      assert.deepEqual([answer.statusCode, answer.json().code], [404, "no-such-operation"], url);
      assert.equal(answer.headers["x-content-type-options"], "nosniff");
    }
  });

  test("what is nested a thousand times over cannot be read, even where nothing is asked for", async () => {
    const answer = await world.server.inject({
      method: "DELETE",
      url: "/api/v1/session",
      headers: json,
      payload: "[".repeat(200_000) + "]".repeat(200_000),
    });
    assert.deepEqual([answer.statusCode, answer.json().code], [400, "unreadable"]);
  });

  test("a log says where something failed and no word of what was said", () => {
    const error = Object.assign(new Error('invalid input: "Anna\n    at home, in bed"'), { code: "22P02" });
    const { stack, ...rest } = withoutWords(error);
    assert.deepEqual(rest, { failure: "Error", code: "22P02" });
    assert.ok(stack!.length > 0);
    assert.doesNotMatch(JSON.stringify(stack), /Anna|home/);
  });

  test("an address that names nothing is unknown, and no mistake of ours", async () => {
    const dashes = "-".repeat(36);
    for (const path of [
      `/intake/${dashes}/raw`,
      `/outbox/${dashes}/raw`,
      `/payments/files/${dashes}.xml`,
      `/actions/${dashes}/files/1`,
      `/complaints/${dashes}/files/1/0`,
    ])
      assert.equal((await boss.get(path)).status, 404, path);
    for (const kind of ["pdf", "csv", "xlsx"])
      assert.equal((await boss.get(`/reports/%00.${kind}`)).status, 422, kind);
  });

  test("files that are too large together are refused, however they are cut up, and the words are kept", async () => {
    const part = (name: string, rest: string, content: string | Buffer) => [
      Buffer.from(`--x\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from("\r\n"),
    ];
    const file = (n: number, bytes: number) =>
      part("files", `; filename="${n}.txt"\r\nContent-Type: text/plain`, Buffer.alloc(bytes, 97));
    for (const sizes of [[26 << 20], [13 << 20, 13 << 20, 1], [(25 << 20) + 1]]) {
      const answer = await world.server.inject({
        method: "POST",
        url: "/complain",
        headers: { "content-type": "multipart/form-data; boundary=x" },
        payload: Buffer.concat([
          ...part("statement", "", "It was too loud."),
          ...part("about", "", "other"),
          ...sizes.flatMap((bytes, n) => file(n, bytes)),
          Buffer.from("--x--\r\n"),
        ]),
      });
      assert.equal(answer.statusCode, 422, String(sizes));
      assert.match(answer.body, /too large together/);
      assert.match(answer.body, /It was too loud\./);
    }
  });

  test("a form that breaks off, or says nothing of its boundary, cannot be read", async () => {
    const half = '--x\r\nContent-Disposition: form-data; name="statement"\r\n\r\nabc';
    for (const [type, status] of [
      ["multipart/form-data; boundary=x", 400],
      ["multipart/form-data; boundary=", 415],
      ["multipart/form-data", 415],
    ] as const) {
      const answer = await world.server.inject({
        method: "POST",
        url: "/complain",
        headers: { "content-type": type },
        payload: half,
      });
      assert.ok([status, 400].includes(answer.statusCode), `${type}: ${answer.statusCode}`);
    }
  });
});

test("nothing comes into the headers and links of every page with the name of a platform's site", () => {
  const change = (platform: object) => ({
    ...seedPolicy,
    platforms: [{ ...seedPolicy.platforms[0], ...platform }],
  });
  assert.ok(PolicyDocument.safeParse(seedPolicy).success);
  for (const host of ["a.example; script-src *", "*", "a.example *", "a\r\nx: y", "a.example/x", "-a", ""])
    assert.ok(!PolicyDocument.safeParse(change({ hosts: [host] })).success, host);
  for (const website of ["javascript:alert(1)", "data:text/html,x", "ftp://a.example/"])
    assert.ok(!PolicyDocument.safeParse(change({ website })).success, website);
});
