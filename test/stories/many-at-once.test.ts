import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createTransport } from "nodemailer";
import { openWorld, type Colleague, type World } from "../world.ts";
import { listenForMail, type Listener } from "../../src/channels/email/smtp.ts";
import { SecondConnection } from "../../src/engine/database/trouble.ts";

describe("sixty-four of everything at the same moment", () => {
  let world: World;
  let mara: Colleague;
  let listener: Listener;
  const many = Array.from({ length: 64 }, (_, index) => index);
  const complaint = (index: number) => ({
    platform: "ctterra",
    channel: "phone",
    complainant: { name: `Customer ${index}`, email: `c${index}@customers.example` },
    subject: { kind: "other" },
    statement: `Number ${index} was not called back.`,
  });

  before(async () => {
    world = await openWorld();
    mara = await world.colleague("Mara", "handler", "intake");
    listener = await listenForMail(world.desk, { host: "127.0.0.1", port: 0, lmtp: false }, () => {});
  });
  after(async () => {
    await listener.stop();
    await world.close();
  });

  test("creations, commands and mails all end, none is lost and none doubled", async () => {
    const first = await Promise.all(many.map((index) => mara.post("/complaints", complaint(index))));
    assert.deepEqual(
      first.map(({ status }) => status),
      many.map(() => 201),
    );
    const mail = createTransport({ host: "127.0.0.1", port: listener.port, pool: true, maxConnections: 32 });
    const [created, noted, mailed] = await Promise.all([
      Promise.all(many.map((index) => mara.post("/complaints", complaint(100 + index)))),
      Promise.all(first.map(({ body }) => mara.post(`/complaints/${body.id}/notes`, { note: "Seen." }))),
      Promise.all(
        many.map((index) =>
          mail.sendMail({
            from: `m${index}@customers.example`,
            to: "mb@ctterra.com",
            subject: `Complaint ${index}`,
            text: `The course number ${index} was cancelled.`,
          }),
        ),
      ),
    ]);
    mail.close();
    assert.ok(created.every(({ status }) => status === 201));
    assert.ok(noted.every(({ status }) => status < 300));
    assert.ok(mailed.every(({ response }) => response.startsWith("250")));
    await world.settle();
    const { count } = await world.desk.db
      .selectFrom("complaint")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    assert.equal(count, 3 * 64);
    const references = await world.desk.db.selectFrom("complaint").select("reference").distinct().execute();
    assert.equal(references.length, 3 * 64);
  });

  test("a transaction that asks for a second connection is refused, not left to wait", async () => {
    const { db } = world.desk;
    await assert.rejects(
      db.transaction().execute(() => db.selectFrom("complaint").select("id").limit(1).execute()),
      SecondConnection,
    );
  });

  test("one that ended a moment ago holds nobody back", async () => {
    const { db } = world.desk;
    const later = await db.transaction().execute(async (tx) => {
      await tx.selectFrom("complaint").select("id").limit(1).execute();
      return { ask: () => db.selectFrom("complaint").select("id").limit(1).execute() };
    });
    assert.equal((await later.ask()).length, 1);
  });
});
