import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addPerson, disablePerson, rolesOfScope } from "../src/organisation/staff/accounts.ts";
import { firstInvitation, invite } from "../src/organisation/staff/invitations.ts";
import { openWorld, type World } from "./world.ts";

const password = "correct horse battery";

describe("signing in", () => {
  let world: World;
  before(async () => void (world = await openWorld()));
  after(() => world.close());

  const send = (
    method: "POST" | "GET" | "DELETE",
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ) =>
    world.server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...(body && { "content-type": "application/json" }), ...headers },
      ...(body && { payload: JSON.stringify(body) }),
    });
  const cookieOf = (answer: Awaited<ReturnType<typeof send>>) =>
    String(answer.headers["set-cookie"]).split(";")[0]!;
  const me = (cookie: string) => send("GET", "/session", undefined, { cookie });

  test("the first start offers one link, which works once and makes an administrator with every role", async () => {
    const early = await firstInvitation(world.desk.db, world.now());
    const token = await firstInvitation(world.desk.db, world.now());
    assert.equal(
      (await send("POST", "/set-up", { token: early, name: "X", email: "x@office.test", password }))
        .statusCode,
      404,
      "an earlier link has ended",
    );
    const made = await send("POST", "/set-up", { token, name: "Mara", email: "Mara@Office.test", password });
    assert.equal(made.statusCode, 201);
    assert.match(String(made.headers["set-cookie"]), /HttpOnly; SameSite=Strict/);
    assert.equal(
      (await send("POST", "/set-up", { token, name: "Eve", email: "eve@office.test", password })).statusCode,
      404,
    );
    assert.equal((await me(cookieOf(made))).json().roles.length, 6);
    assert.equal(await firstInvitation(world.desk.db, world.now()), undefined);
    const left = await invite(world.desk.db, null, world.now());
    assert.equal(
      (await send("POST", "/set-up", { token: left, name: "Eve", email: "eve@office.test", password }))
        .statusCode,
      404,
      "nobody becomes the first twice, whatever link another node told",
    );
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const [wrong, unknown] = [
      await send("POST", "/session", { email: "mara@office.test", password: "wrong wrong wrong" }),
      await send("POST", "/session", { email: "nobody@office.test", password: "wrong wrong wrong" }),
    ];
    const body = (answer: typeof wrong) => ({ ...answer.json(), instance: "" });
    assert.equal(wrong.statusCode, 401);
    assert.deepEqual(body(wrong), body(unknown));
  });

  test("the right password opens a session of twelve hours, two without a sign of life, and signing out ends it", async () => {
    const signed = await send("POST", "/session", { email: "MARA@office.test", password });
    assert.equal(signed.statusCode, 201);
    const cookie = cookieOf(signed);
    assert.equal((await me(cookie)).statusCode, 200);
    for (let hour = 0; hour < 7; hour += 1) {
      world.at({ minutes: 100 });
      assert.equal((await me(cookie)).statusCode, 200);
    }
    world.at({ minutes: 100 });
    assert.equal((await me(cookie)).statusCode, 401, "over at last");
    const again = cookieOf(await send("POST", "/session", { email: "mara@office.test", password }));
    world.at({ minutes: 121 });
    assert.equal((await me(again)).statusCode, 401, "left alone");
    const third = cookieOf(await send("POST", "/session", { email: "mara@office.test", password }));
    assert.equal((await send("DELETE", "/session", undefined, { cookie: third })).statusCode, 204);
    assert.equal((await me(third)).statusCode, 401);
  });

  test("guessing is slowed down, for nobody else and not for ever", async () => {
    await addPerson(
      world.desk.db,
      { email: "otto@office.test", name: "Otto", roles: ["intake"], password },
      world.now(),
    );
    const guess = (word: string) => send("POST", "/session", { email: "otto@office.test", password: word });
    const codes = [];
    for (let n = 0; n < 8; n += 1) codes.push((await guess(`guess number ${n}`)).statusCode);
    assert.ok(codes.includes(429), codes.join());
    world.at({ minutes: 16 });
    assert.equal((await guess(password)).statusCode, 201, "the right person gets in after a while");
  });

  test("a request that another site made in the person's browser is refused", async () => {
    world.at({ hours: 1 });
    const cookie = cookieOf(await send("POST", "/session", { email: "mara@office.test", password }));
    const complaint = {
      platform: "ctterra",
      channel: "phone",
      complainant: {},
      subject: { kind: "other" },
      statement: "x",
    };
    for (const headers of [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ] as Record<string, string>[])
      assert.equal(
        (await send("POST", "/complaints", complaint, { cookie, ...headers })).json().code,
        "from-elsewhere",
      );
    assert.equal(
      (
        await send("POST", "/complaints", complaint, {
          cookie,
          origin: world.desk.url,
          "sec-fetch-site": "same-origin",
        })
      ).statusCode,
      201,
    );
    assert.equal(
      (
        await send(
          "POST",
          "/session",
          { email: "mara@office.test", password },
          { origin: "https://evil.example" },
        )
      ).statusCode,
      403,
    );
  });

  test("who loses the account is out at once; an invitation is good for 72 hours", async () => {
    const added = await addPerson(
      world.desk.db,
      { email: "ida@office.test", name: "Ida", roles: ["auditor"] },
      world.now(),
    );
    assert.ok(!("refused" in added));
    const old = await invite(world.desk.db, added.id, world.now());
    world.at({ hours: 73 });
    assert.equal((await send("POST", "/set-up", { token: old, password })).statusCode, 404);
    const made = await send("POST", "/set-up", {
      token: await invite(world.desk.db, added.id, world.now()),
      password,
    });
    assert.equal((await me(cookieOf(made))).statusCode, 200);
    await disablePerson(world.desk.db, added.id, world.now());
    assert.equal((await me(cookieOf(made))).statusCode, 401);
    assert.equal((await send("POST", "/session", { email: "ida@office.test", password })).statusCode, 401);
    assert.deepEqual(
      await addPerson(
        world.desk.db,
        { email: "IDA@office.test", name: "Second", roles: ["admin"] },
        world.now(),
      ),
      { refused: "address-taken" },
    );
  });

  test("no password, session or key stands in the database as it is used", async () => {
    const cookie = cookieOf(await send("POST", "/session", { email: "mara@office.test", password }));
    const token = cookie.split("=")[1]!;
    for (const table of ["person", "session", "api_key", "invitation"] as const) {
      const text = JSON.stringify(await world.desk.db.selectFrom(table).selectAll().execute(), (_, value) =>
        value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
      );
      for (const secret of [password, token]) assert.ok(!text.includes(secret), table);
    }
  });

  test("a short password is refused with the field named, and a scope says which roles it means", async () => {
    const refused = await send("POST", "/set-up", { token: "x".repeat(43), password: "short" });
    assert.deepEqual([refused.statusCode, refused.json().errors[0].field], [422, "password"]);
    assert.deepEqual(rolesOfScope("read"), ["auditor"]);
    assert.deepEqual(rolesOfScope("handler, approver"), ["handler", "approver"]);
    assert.equal(rolesOfScope("root"), undefined);
  });
});
