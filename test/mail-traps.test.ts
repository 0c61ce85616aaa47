import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { SMTPServer } from "smtp-server";
import { storeRaw } from "../src/channels/email/ledger.ts";
import { placeMessage } from "../src/channels/email/placing.ts";
import { openMailOut, openOutbox, sendLetter, type MailOut } from "../src/channels/email/sending.ts";
import { listenForMail } from "../src/channels/email/smtp.ts";
import { keep } from "../src/record/content/content.ts";
import { openWorld, type Colleague, type World } from "./world.ts";

const mail = (lines: string[], body: string) => Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}\r\n`);
let people = 0;
/** Each time from another person: nobody gets more than three automatic letters a day. */
const plain = () => [
  `From: Anna <anna${(people += 1)}@kundin.example>`,
  "To: mb@ctterra.com",
  "Subject: Cancelled",
];

describe("the traps of the mail room", () => {
  let world: World;
  let mara: Colleague;

  before(async () => {
    world = await openWorld();
    mara = await world.colleague("Mara", "handler");
  });
  after(() => world.close());

  const row = (id: string) =>
    world.desk.db.selectFrom("intake_message").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  async function bring(raw: Buffer) {
    const id = await storeRaw(world.desk, { mailbox: "story", raw });
    await world.settle();
    return row(id);
  }

  test("the same bytes delivered three times at the same moment are one complaint, not three", async () => {
    for (let round = 0; round < 5; round += 1) {
      const raw = mail(plain(), `Delivered three times, round ${round}.`);
      const ids = await Promise.all([1, 2, 3].map(() => storeRaw(world.desk, { mailbox: "smtp", raw })));
      await Promise.all(ids.map((id) => placeMessage(world.app.room, id)));
      const placed = await Promise.all(ids.map(row));
      assert.deepEqual(placed.map(({ disposition }) => String(disposition)).toSorted(), [
        "complaint",
        "duplicate",
        "duplicate",
      ]);
      assert.equal(new Set(placed.map(({ complaint_id }) => complaint_id)).size, 1);
    }
    await world.settle();
  });

  test("a message whose envelope has no sender, as bounces have, waits for a person and is never answered", async () => {
    const listener = await listenForMail(world.desk, { host: "127.0.0.1", port: 0, lmtp: false }, () => {});
    const letters = world.letters.length;
    await say(listener.port, [
      "EHLO there",
      "MAIL FROM:<>",
      "RCPT TO:<mb@ctterra.com>",
      "DATA",
      `${mail(plain(), "I am away until Monday.").toString()}.`,
      "QUIT",
    ]);
    await world.settle();
    await listener.stop();
    const [item] = (await mara.get("/intake?disposition=quarantine")).body.items;
    assert.deepEqual([item?.mailbox, item?.reason], ["smtp", "empty-return-path"]);
    assert.equal(world.letters.length, letters);
  });

  test("a letter of ours that comes back, or mail from our own address with a tag, starts no conversation with ourselves", async () => {
    await bring(mail(plain(), "The first one."));
    const letters = world.letters.length;
    const redirected = world.letters
      .at(-1)!
      .raw.replace(/^From: .*$/m, "From: list@where.example")
      .replace(/^Auto-Submitted: .*\r\n/m, "");
    const returned = await bring(Buffer.from(redirected));
    assert.deepEqual([returned.disposition, returned.reason], ["automatic", "own-mail"]);
    const tagged = await bring(mail(["From: MB+loop@ctterra.com", "Subject: loop"], "Round and round."));
    assert.deepEqual([tagged.disposition, tagged.reason], ["automatic", "own-mail"]);
    assert.equal(world.letters.length, letters);
  });

  test("a form on a web site that sends in our name, or as nobody, is a complaint of whoever stands in Reply-To", async () => {
    for (const from of ["mb@ctterra.com", "no-reply@website.example"]) {
      const written = [`From: ${from}`, "Reply-To: Anna <anna.form@kundin.example>", "Subject: Form"];
      const { disposition, complaint_id } = await bring(mail(written, `Written in a form of ${from}.`));
      assert.equal(disposition, "complaint");
      const { complainant } = (await mara.get(`/complaints/${complaint_id}`)).body;
      assert.deepEqual([complainant.email, complainant.name], ["anna.form@kundin.example", "Anna"]);
    }
    const loop = ["From: mb@ctterra.com", "Reply-To: mb+tag@ctterra.com", "Subject: loop"];
    assert.equal((await bring(mail(loop, "Round."))).reason, "own-mail");
  });

  test("a reply counts from when it reached us, however late it is placed", async () => {
    const first = await bring(mail(plain(), "Another first one."));
    const answer = [...plain(), `In-Reply-To: ${world.letters.at(-1)!.messageId}`];
    const id = await storeRaw(world.desk, { mailbox: "story", raw: mail(answer, "In time.") });
    const arrived = world.now();
    world.at({ hours: 30 });
    await world.settle();
    assert.deepEqual(
      [(await row(id)).disposition, (await row(id)).complaint_id],
      ["reply", first.complaint_id],
    );
    const { items } = (await mara.get(`/complaints/${first.complaint_id}/events`)).body;
    assert.equal(items.at(-1).type, "MessageReceived");
    assert.equal(items.at(-1).data.at, arrived);
  });

  /** A complaint whose acknowledgement is owed and has not been tried. */
  async function owed(words: string) {
    const id = await storeRaw(world.desk, { mailbox: "story", raw: mail(plain(), words) });
    await placeMessage(world.app.room, id);
    const { complaint_id } = await row(id);
    const letter = () =>
      world.desk.db
        .selectFrom("letter")
        .selectAll()
        .where("complaint_id", "=", complaint_id!)
        .executeTakeFirstOrThrow();
    return { complaintId: complaint_id!, letter, id: (await letter()).id };
  }
  const refusing = (error: object): MailOut => ({
    send: async () => {
      throw Object.assign(new Error("refused for the story"), error);
    },
    close: () => {},
  });

  test("our own relay refusing us is no fault of the letter: it waits; the recipient refused for good has failed", async () => {
    const refusals: [string, string][] = [
      ["CONN", "queued"],
      ["AUTH PLAIN", "queued"],
      ["MAIL FROM", "queued"],
      ["RCPT TO", "failed"],
      ["DATA", "failed"],
    ];
    for (const [command, state] of refusals) {
      const { id, letter } = await owed(`Refused at ${command}.`);
      await sendLetter(openOutbox(world.desk, refusing({ responseCode: 550, command })), id);
      assert.deepEqual([(await letter()).state, (await letter()).last_error], [state, "550"], command);
    }
  });

  test("a letter that cannot be written waits with a reason that staff see, and the fault is heard", async () => {
    const { id, letter } = await owed("Cannot be written.");
    const broken = { ...world.desk, policy: () => Promise.reject(new Error("no such policy")) };
    await assert.rejects(sendLetter(openOutbox(broken, refusing({})), id), /no such policy/);
    const { state, last_error, attempts, next_attempt_at } = await letter();
    assert.deepEqual([state, last_error, attempts], ["queued", "not-written", 1]);
    assert.ok(next_attempt_at! > world.now());
  });

  test("what was once written is what is sent, though the words of letters change meanwhile", async () => {
    const { complaintId, id } = await owed("Written once.");
    const kept = Buffer.from("Subject: as it was written\r\n\r\nUnchanged.\r\n");
    await world.desk.db
      .transaction()
      .execute((tx) => keep(tx, world.desk.keys, complaintId, 0, new Map([[`letter:${id}`, kept]])));
    await world.desk.db.updateTable("letter").set({ written_at: world.now() }).where("id", "=", id).execute();
    const sent: Buffer[] = [];
    const out: MailOut = { send: async (_, raw) => void sent.push(raw), close: () => {} };
    await sendLetter(openOutbox(world.desk, out), id);
    await sendLetter(openOutbox(world.desk, out), id);
    assert.deepEqual(sent, [kept], "the same bytes, and not again after they have gone");
  });

  test("letters go out over one connection that stays open", async () => {
    let connections = 0;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      onConnect: (_, done) => {
        connections += 1;
        done();
      },
      onData: (stream, _, done) => void stream.on("end", () => done()).resume(),
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", () => resolve()));
    const out = openMailOut(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
    for (let n = 0; n < 5; n += 1)
      await out.send({ from: "a@b.example", to: "c@d.example" }, mail(plain(), String(n)));
    assert.equal(connections, 1);
    out.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  test("a page mark that we did not make is told so, in both ledgers", async () => {
    const id = "00000000-0000-4000-8000-000000000000";
    for (const cursor of [
      "x",
      `2026-99-99T00:00:00.000Z_${id}`,
      `2026-11-24T::Z_${id}`,
      `2026-11-24T10:00:00.000Z_${"-".repeat(36)}`,
    ])
      for (const list of ["intake", "outbox"])
        assert.equal(
          (await mara.get(`/${list}?cursor=${encodeURIComponent(cursor)}`)).status,
          422,
          `${list} ${cursor}`,
        );
  });

  test("both ledgers turn page by page without losing or repeating a line", async () => {
    for (const list of ["intake", "outbox"]) {
      const all: string[] = (await mara.get(`/${list}?limit=200`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
      const turned: string[] = [];
      let next: string | undefined = "";
      while (next !== undefined) {
        const { body } = await mara.get(`/${list}?limit=3${next && `&cursor=${encodeURIComponent(next)}`}`);
        turned.push(...body.items.map(({ id }: { id: string }) => id));
        next = body.next;
      }
      assert.ok(all.length > 6);
      assert.deepEqual(turned, all);
    }
  });
});

/** Speaks SMTP by hand, one line after each answer. */
async function say(port: number, lines: string[]): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  const rest = [...lines];
  socket.on("data", (answer: Buffer) => {
    const last = answer.toString().trimEnd().split("\r\n").at(-1) ?? "";
    const next = /^[23]\d\d /.test(last) ? rest.shift() : undefined;
    if (next === undefined) socket.end();
    else socket.write(`${next}\r\n`);
  });
  await once(socket, "close");
  assert.equal(rest.length, 0, "every line was accepted");
}
