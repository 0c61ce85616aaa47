import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { roles, type Role } from "../src/core/access/access.ts";
import { complaintOperations } from "../src/casework/complaints/contract.ts";
import { openWorld, type Colleague, type World } from "./world.ts";

const complaint = {
  platform: "ctterra",
  channel: "phone",
  complainant: { name: "Anna" },
  subject: { kind: "other" },
  statement: "It was too loud.",
};

describe("the API", () => {
  let world: World;
  let mara: Colleague;

  before(async () => {
    world = await openWorld();
    mara = await world.colleague("Mara", "handler", "intake");
  });
  after(() => world.close());

  const facts = async () =>
    (
      await world.desk.db
        .selectFrom("complaint_event")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow()
    ).n;
  const send = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    world.server.inject({
      method: "POST",
      url: "/api/v1/complaints",
      payload,
      headers: { "content-type": "application/json", ...headers },
    });

  test("refuses bad input with nothing recorded, and names the field", async () => {
    const before = await facts();
    const wrong: [object, string][] = [
      [{ ...complaint, statement: "" }, "statement"],
      [{ ...complaint, statement: " \n " }, "statement"],
      [{ ...complaint, statement: "x".repeat(50_001) }, "statement"],
      [{ ...complaint, statement: "half \ud800 of a character" }, "statement"],
      [{ ...complaint, statement: "a NUL \0" }, "statement"],
      [{ ...complaint, statement: undefined }, "statement"],
      [{ ...complaint, statement: 5 }, "statement"],
      [{ ...complaint, channel: "pigeon" }, "channel"],
      [{ ...complaint, platform: "elsewhere" }, "platform"],
      [{ ...complaint, priority: "high" }, "priority"],
      [{ ...complaint, complainant: { name: "A", vip: true } }, "complainant.vip"],
      [{ ...complaint, complainant: { email: "no@address" } }, "complainant.email"],
      [{ ...complaint, receivedAt: "yesterday" }, "receivedAt"],
      [{ ...complaint, reference: "CT-2026-000001-3" }, "reference"],
    ];
    for (const [body, field] of wrong) {
      const answer = await mara.post("/complaints", body);
      assert.equal(answer.status, 422, JSON.stringify(body).slice(0, 100));
      assert.match(String(answer.headers["content-type"]), /application\/problem\+json/);
      assert.equal(answer.body.errors[0].field, field);
      assert.match(answer.body.detail, /Nothing was recorded/);
    }
    const future = await mara.post("/complaints", { ...complaint, receivedAt: "2031-01-01T00:00:00Z" });
    assert.deepEqual(
      [future.status, future.body.code, future.body.errors[0].field],
      [409, "reason-missing", "receivedAtReason"],
    );
    assert.equal(await facts(), before);
  });

  test("refuses what is no JSON, no UTF-8, too large, or another kind of content, without a trace of our insides", async () => {
    const key = await authorization(world);
    const before = await facts();
    const bytes = Buffer.concat([
      Buffer.from('{"statement":"'),
      Buffer.from([0xff, 0xfe, 0xc3]),
      Buffer.from('"}'),
    ]);
    for (const [payload, headers, status] of [
      ["{", {}, 400],
      [bytes, {}, 400],
      [JSON.stringify({ statement: "x".repeat(1_100_000) }), {}, 413],
      ["<xml/>", { "content-type": "text/xml" }, 415],
    ] as [string | Buffer, Record<string, string>, number][]) {
      const answer = await send(payload, { authorization: key, ...headers });
      assert.equal(answer.statusCode, status);
      assert.doesNotMatch(answer.body, /\.ts:|node_modules|select /i);
    }
    assert.equal(await facts(), before);
  });

  test("knows no operation, stage, sort or decision that is not in its contract", async () => {
    assert.equal((await mara.post("/complaints/x/teleportation")).status, 404);
    for (const query of ["stage=lost", "sort=random", "limit=0", "limit=5000", "colour=red", "cursor=%00"]) {
      const answer = await mara.get(`/complaints?${query}`);
      assert.equal(answer.status, 422, query);
      assert.equal(answer.body.errors[0].field, query.split("=")[0], query);
    }
    const { body } = await mara.post("/complaints", complaint);
    const decision = await mara.post(`/complaints/${body.id}/decision`, {
      decision: "maybe",
      proposal: 1,
      via: "phone",
    });
    assert.equal(decision.body.errors[0].field, "decision");
    assert.equal(
      (await mara.get("/complaints/CT-2026-000001-9")).body.errors[0].message.includes("typing error"),
      true,
    );
    assert.equal(
      (await mara.get("/complaints/CT-2026-999999-2")).status === 404 ||
        (await mara.get("/complaints/CT-2026-999999-2")).status === 422,
      true,
    );
  });

  test("does what was asked once, however often it is asked, and tells another question under the same key apart", async () => {
    const before = (await mara.get("/complaints?limit=200")).body.items.length;
    const once = await Promise.all(
      Array.from({ length: 12 }, () =>
        mara.post("/complaints", { ...complaint, statement: "Only once." }, { "idempotency-key": "abc-1" }),
      ),
    );
    assert.deepEqual(new Set(once.map(({ status }) => status)), new Set([201]));
    assert.equal(new Set(once.map(({ body }) => body.id)).size, 1);
    assert.equal((await mara.get("/complaints?limit=200")).body.items.length, before + 1);
    const other = await mara.post(
      "/complaints",
      { ...complaint, statement: "Something else." },
      { "idempotency-key": "abc-1" },
    );
    assert.deepEqual([other.status, other.body.code], [422, "key-reused"]);
    const { id } = once[0]!.body;
    for (let time = 0; time < 3; time += 1)
      assert.equal(
        (await mara.post(`/complaints/${id}/notes`, { note: "n" }, { "idempotency-key": "abc-2" })).body
          .version,
        2,
      );
    const tom = await world.colleague("Tom", "handler", "intake");
    assert.equal(
      (
        await tom.post(
          "/complaints",
          { ...complaint, statement: "Tom's own." },
          { "idempotency-key": "abc-1" },
        )
      ).status,
      201,
      "a key belongs to who uses it",
    );
  });

  test("refuses a page that is no longer up to date, and says which version there is", async () => {
    const { body, headers } = await mara.post("/complaints", complaint);
    assert.equal(headers.etag, '"1"');
    await mara.post(`/complaints/${body.id}/notes`, { note: "meanwhile" });
    const stale = await mara.post(
      `/complaints/${body.id}/notes`,
      { note: "from an old page" },
      { "if-match": '"1"' },
    );
    assert.deepEqual([stale.status, stale.body.code, stale.body.version], [409, "stale", 2]);
    assert.equal(
      (await mara.post(`/complaints/${body.id}/notes`, { note: "from the new page" }, { "if-match": '"2"' }))
        .status,
      201,
    );
    assert.equal(
      (await mara.post(`/complaints/${body.id}/notes`, { note: "x" }, { "if-match": "2" })).status,
      422,
    );
  });

  test("leads through the register page by page without losing or repeating a line, most urgent first", async () => {
    for (let n = 0; n < 12; n += 1) {
      world.at({ minutes: n % 3 });
      await mara.post("/complaints", { ...complaint, statement: `Number ${n}` });
    }
    for (const sort of ["due", "received"]) {
      const seen: { id: string; nextDue: { dueAt: string }; receivedAt: string }[] = [];
      let cursor = "";
      do {
        const { body } = await mara.get(`/complaints?limit=5&sort=${sort}${cursor && `&cursor=${cursor}`}`);
        seen.push(...body.items);
        cursor = body.next;
      } while (cursor);
      assert.equal(new Set(seen.map(({ id }) => id)).size, seen.length);
      const order = seen.map(({ nextDue, receivedAt }) => (sort === "due" ? nextDue.dueAt : receivedAt));
      assert.deepEqual(order, sort === "due" ? order.toSorted() : order.toSorted().toReversed());
    }
  });

  test("finds words in German and English whatever their ending, and nothing else", async () => {
    await mara.post("/complaints", {
      ...complaint,
      statement: "Die Rechnungen waren falsch; the invoices were wrong.",
    });
    for (const q of ["Rechnung", "invoice", '"invoices were wrong"'])
      assert.equal((await mara.get(`/complaints?q=${encodeURIComponent(q)}`)).body.items.length, 1, q);
    for (const q of ["zeppelin", "' or 1=1 --", "!!&|", "((", "%00"])
      assert.deepEqual(
        (await mara.get(`/complaints?q=${q === "%00" ? q : encodeURIComponent(q)}`)).body.items,
        [],
        q,
      );
  });

  test("lets each role do what it may and nothing more", async () => {
    const { body } = await mara.post("/complaints", complaint);
    const expected: Record<string, Role[]> = {
      "GET /complaints/:id": ["intake", "handler", "approver", "manager", "auditor"],
      "POST /complaints/:id/notes": ["intake", "handler", "approver", "manager"],
      "POST /complaints/:id/assignment": ["handler", "manager"],
      "POST /complaints/:id/findings": ["handler", "manager"],
      "POST /complaints/:id/proposals/:n/approval": ["approver", "manager"],
      "POST /complaints/:id/withdrawal": ["intake", "handler", "manager"],
    };
    const bodies: Record<string, object> = {
      notes: { note: "x" },
      assignment: { ownerId: mara.id },
      findings: { allegation: "a", outcome: "upheld", reasons: "r" },
      withdrawal: { via: "phone", at: "2000-01-01T00:00:00Z" },
    };
    for (const role of roles) {
      const person = await world.colleague(`The-${role}`, role);
      for (const [operation, allowed] of Object.entries(expected)) {
        const [method, path] = operation.split(" ") as ["GET" | "POST", string];
        const url = path.replace(":id", body.id).replace(":n", "1");
        const { status } =
          method === "GET"
            ? await person.get(url)
            : await person.post(url, bodies[url.split("/").at(-1)!] ?? {});
        const barred = role === "admin" ? 404 : 403;
        if (allowed.includes(role))
          assert.notEqual([403, 404].includes(status), true, `${role}: ${operation} gave ${status}`);
        else assert.equal(status, barred, `${role}: ${operation}`);
      }
      assert.equal(
        (await person.get("/complaints")).body.items.length > 0,
        expected["GET /complaints/:id"]!.includes(role),
        role,
      );
    }
  });

  test("asks everybody who they are, on every operation that there is", async () => {
    for (const key of Object.keys(complaintOperations)) {
      const [method, path] = key.split(" ") as ["GET" | "POST", string];
      for (const headers of [
        {},
        { authorization: "Bearer rd_wrong" },
        { cookie: "redress_session=" },
        { cookie: "redress_session=0" },
      ] as Record<string, string>[]) {
        const answer = await world.server.inject({
          method,
          url: `/api/v1${path.replace(":id", "x").replace(":n", "1")}`,
          headers,
        });
        assert.equal(answer.statusCode, 401, key);
      }
    }
  });

  test("describes itself in OpenAPI 3.1, every operation of the contract included", async () => {
    const { openapi, paths } = (await world.server.inject("/api/v1/openapi.json")).json();
    assert.equal(openapi, "3.1.0");
    for (const key of Object.keys(complaintOperations)) {
      const [method, path] = key.split(" ") as [string, string];
      const described = paths[`/api/v1${path.replace(/:(\w+)/g, "{$1}")}`]?.[method.toLowerCase()];
      assert.ok(described?.summary && described.responses, key);
    }
  });
});

/** A key of its own, made as an operator would. */
async function authorization(world: World): Promise<string> {
  const { addKey } = await import("../src/organisation/staff/api-keys.ts");
  return `Bearer ${await addKey(world.desk.db, { name: "raw", roles: ["intake"] }, world.now())}`;
}
