import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createTransport } from "nodemailer";
import { storeAll } from "../src/channels/email/ledger.ts";
import { placeMessage } from "../src/channels/email/placing.ts";
import { openMailOut, openOutbox, sendLetter } from "../src/channels/email/sending.ts";
import { listenForMail } from "../src/channels/email/smtp.ts";
import { verify } from "../src/record/journal/verify.ts";
import { readModels } from "../src/casework/complaints/projections/read-models.ts";
import { openWorld, type World } from "./world.ts";

const mail = (n: number | string, id = `${n}`) =>
  Buffer.from(
    `From: k${n}@kundin.example\r\nTo: mb@ctterra.com\r\nSubject: Number ${n}\r\nMessage-ID: <${id}@kundin.example>\r\n\r\nThe course ${n} was cancelled.\r\n`,
  );

describe("mail that comes all at once", () => {
  let world: World;
  before(async () => (world = await openWorld()));
  after(() => world.close());

  const rows = (ids: string[]) =>
    world.desk.db.selectFrom("intake_message").selectAll().where("id", "in", ids).execute();
  const bring = (raws: Buffer[]) =>
    storeAll(
      world.desk,
      raws.map((raw) => ({ mailbox: "story", raw })),
    );
  const numbers = async () => {
    const all = await world.desk.db.selectFrom("complaint").select("reference").execute();
    return all.map(({ reference }) => Number(reference.slice(8, 14))).toSorted((a, b) => a - b);
  };

  test("forty messages over eight connections are forty lines, forty complaints and forty letters, numbered without a gap", async () => {
    const { port, stop } = await listenForMail(
      world.desk,
      { host: "127.0.0.1", port: 0, lmtp: false },
      () => {},
    );
    const client = createTransport({
      host: "127.0.0.1",
      port,
      ignoreTLS: true,
      pool: true,
      maxConnections: 8,
    } as object);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        client.sendMail({ envelope: { from: `k${n}@kundin.example`, to: "mb@ctterra.com" }, raw: mail(n) }),
      ),
    );
    client.close();
    await stop();
    const ids = answers.map(({ response }) => /stored as (\S+)/.exec(response)![1]!);
    assert.equal(new Set(ids).size, 40);
    await Promise.all(ids.map((id) => placeMessage(world.app.room, id)));
    const placed = await rows(ids);
    assert.ok(placed.every(({ disposition, complaint_id }) => disposition === "complaint" && complaint_id));
    assert.deepEqual(
      await numbers(),
      Array.from({ length: 40 }, (_, n) => n + 1),
    );

    const letters = await world.desk.db.selectFrom("letter").select("id").execute();
    const out = openMailOut(world.parts.settings.mail.out!);
    const outbox = openOutbox(world.desk, out);
    // Each is asked for twice at the same moment, as a job that was put back and a requeued one would.
    await Promise.all([...letters, ...letters].map(({ id }) => sendLetter(outbox, id)));
    out.close();
    await world.settle();
    assert.equal(world.letters.length, 40);
    assert.equal(new Set(world.letters.map(({ messageId }) => messageId)).size, 40);
    const met = await world.desk.db
      .selectFrom("complaint_clock")
      .select("met_at")
      .where("kind", "=", "acknowledgement")
      .execute();
    assert.ok(met.length === 40 && met.every(({ met_at }) => met_at !== null));
    assert.equal((await verify(world.desk.db, world.desk.keys, readModels)).broken, undefined);
  });

  test("one that cannot be placed harms none of those beside it, and costs no number", async () => {
    const ids = await bring(["a", "b", "c", "d"].map((n) => mail(n)));
    const broken = { as: "reply", complaintId: "no complaint at all" } as const;
    const outcomes = await Promise.allSettled(
      ids.map((id, index) => placeMessage(world.app.room, id, index === 1 ? broken : undefined)),
    );
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ["fulfilled", "rejected", "fulfilled", "fulfilled"],
    );
    const placed = new Map((await rows(ids)).map((row) => [row.id, row.disposition]));
    assert.deepEqual(
      ids.map((id) => placed.get(id)),
      ["complaint", null, "complaint", "complaint"],
    );
    assert.deepEqual(
      await numbers(),
      Array.from({ length: 43 }, (_, n) => n + 1),
    );
  });

  test("two with one Message-ID that come together: the second is kept, and says so", async () => {
    const ids = await bring([mail("e", "same"), mail("f", "same")]);
    await Promise.all(ids.map((id) => placeMessage(world.app.room, id)));
    const placed = await rows(ids);
    assert.ok(placed.every(({ disposition }) => disposition === "complaint"));
    const flagged = placed.filter(({ verdicts }) => (verdicts as { sameMessageId?: true }).sameMessageId);
    assert.equal(flagged.length, 1);
  });
});
