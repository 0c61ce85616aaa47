import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createTransport } from "nodemailer";
import { requeueLetters } from "../src/channels/email/requeueing.ts";
import { storeRaw } from "../src/channels/email/ledger.ts";
import { parseMail } from "../src/channels/email/parsing.ts";
import { listenForMail, type Listener } from "../src/channels/email/smtp.ts";
import { messageId } from "../src/record/content/tokens.ts";
import { openWorld, type Colleague, type World } from "./world.ts";

const mail = (lines: string[], body = "The course was cancelled.\r\n") =>
  Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
const from = "From: Anna Kundin <anna@kundin.example>";
const first = [from, "To: mb@ctterra.com", "Subject: Cancelled"];
let people = 0;
/** Each time from another person: nobody gets more than three automatic letters a day. */
const plain = () => [
  `From: Kundin <k${(people += 1)}@kundin.example>`,
  "To: mb@ctterra.com",
  "Subject: Cancelled",
];

describe("the mail room", () => {
  let world: World;
  let listener: Listener;
  let mara: Colleague;

  before(async () => {
    world = await openWorld();
    listener = await listenForMail(world.desk, { host: "127.0.0.1", port: 0, lmtp: false }, () => {});
    mara = await world.colleague("Mara", "handler");
  });
  after(async () => {
    await listener.stop();
    await world.close();
  });

  /** Brings a message in and tells what became of it. */
  async function bring(raw: Buffer) {
    const id = await storeRaw(world.desk, { mailbox: "story", raw });
    await world.settle();
    return world.desk.db
      .selectFrom("intake_message")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
  }
  const complaints = async () => (await mara.get("/complaints?limit=200")).body.items.length;

  test("an ordinary message becomes a complaint with one acknowledgement", async () => {
    const { disposition, complaint_id } = await bring(mail([...first, "Message-ID: <one@kundin.example>"]));
    assert.equal(disposition, "complaint");
    const { statement, complainant } = (await mara.get(`/complaints/${complaint_id}`)).body;
    assert.deepEqual([statement, complainant.email], ["The course was cancelled.", "anna@kundin.example"]);
    assert.equal(world.letters.length, 1);
  });

  test("the same bytes twice are one complaint and one acknowledgement; the same Message-ID with other words is not the same", async () => {
    const before = await complaints();
    assert.equal(
      (await bring(mail([...first, "Message-ID: <one@kundin.example>"]))).disposition,
      "duplicate",
    );
    assert.equal(
      (await bring(mail([...first, "Message-ID: <one@kundin.example>"], "Something else happened.\r\n")))
        .disposition,
      "complaint",
    );
    assert.equal(await complaints(), before + 1);
  });

  test("what no person wrote is kept and never answered", async () => {
    const letters = world.letters.length;
    const before = await complaints();
    const automatic: [string[], string][] = [
      [["Auto-Submitted: auto-replied"], "automatic"],
      [["Auto-Submitted: auto-generated; x=y"], "automatic"],
      [["Precedence: bulk"], "automatic"],
      [["List-Id: <news.example>"], "automatic"],
      [["X-Auto-Response-Suppress: All", "Return-Path: <>"], "automatic"],
      [["X-Failed-Recipients: anna@kundin.example", "Return-Path: <>"], "bounce"],
      [['Content-Type: multipart/report; report-type=delivery-status; boundary="b"'], "bounce"],
    ];
    for (const [headers, disposition] of automatic)
      assert.equal((await bring(mail([...plain(), ...headers]))).disposition, disposition, headers.join());
    assert.equal(
      (await bring(mail(["From: mb@ctterra.com", "To: mb@ctterra.com", "Subject: loop"]))).disposition,
      "automatic",
    );
    assert.equal(
      (await bring(mail([...plain(), "Auto-Submitted: no"], "A person, after all.\r\n"))).disposition,
      "complaint",
    );
    assert.equal(world.letters.length, letters + 1);
    assert.equal(await complaints(), before + 1);
  });

  test("what a machine may have written, and what nobody would read an answer to, waits for a person", async () => {
    const letters = world.letters.length;
    for (const [reason, ...headers] of [
      ["empty-return-path", from, "Return-Path: <>"],
      ["no-reply", "From: no-reply@shop.example"],
      ["perhaps-automatic", from, "Subject: Automatic reply: Your complaint"],
      ["wants-no-answer", from, "X-Auto-Response-Suppress: DR, OOF, AutoReply"],
      ["wants-no-answer", from, "Precedence: bulk", "User-Agent: Mozilla Thunderbird"],
      ["passed-on", from, "List-Id: <news.example>", "Resent-From: anna@kundin.example"],
      ["postmaster", "From: postmaster@kundin.example"],
    ] as const) {
      const row = await bring(mail(headers));
      assert.deepEqual([row.disposition, row.reason], ["quarantine", reason]);
      await mara.post(`/intake/${row.id}/decisions`, { as: "discarded", reason: "A machine." });
    }
    assert.equal(world.letters.length, letters);
  });

  test("only a Message-ID that we issued joins a complaint; a guessed one, or our reference in a subject, does not", async () => {
    const { complaint_id } = await bring(mail(plain(), "The first one.\r\n"));
    const letter = await world.desk.db
      .selectFrom("letter")
      .select(["id", "message_id"])
      .where("complaint_id", "=", complaint_id!)
      .executeTakeFirstOrThrow();
    const { reference } = (await mara.get(`/complaints/${complaint_id}`)).body;
    const reply = await bring(
      mail([...plain(), `References: <else@where.example>\r\n ${letter.message_id}`], "One more thing.\r\n"),
    );
    assert.deepEqual([reply.disposition, reply.complaint_id], ["reply", complaint_id]);
    // Some programs lose the brackets, or write a second line of References instead of a longer one.
    for (const lines of [
      [`In-Reply-To: ${letter.message_id.slice(1, -1)}`],
      ["References: <else@where.example>", `References: ${letter.message_id}`],
    ]) {
      const again = await bring(mail([...plain(), ...lines], `Once more, ${lines.length}.\r\n`));
      assert.deepEqual([again.disposition, again.complaint_id], ["reply", complaint_id], lines.join());
    }
    const forged = messageId({ ...world.desk.keys, links: Buffer.alloc(32) }, letter.id, "redress.test");
    for (const headers of [
      [`In-Reply-To: ${forged}`],
      [`Subject: Re: ${reference}`],
      ["X-Redress-Complaint: " + complaint_id],
    ]) {
      const placed = await bring(mail([from, ...headers], `I am not ${headers.join()}\r\n`));
      assert.equal(placed.disposition, "complaint");
      assert.notEqual(placed.complaint_id, complaint_id);
    }
  });

  test("the time of receipt is ours, whatever the message claims", async () => {
    const { complaint_id } = await bring(
      mail([...plain(), "Date: Mon, 01 Jan 2090 00:00:00 +0000"], "From the future.\r\n"),
    );
    assert.equal((await mara.get(`/complaints/${complaint_id}`)).body.receivedAt, world.now());
  });

  test("what cannot be read is kept raw, visible as quarantine, with its 48 hours running", async () => {
    const raw = Buffer.concat([Buffer.from("\r\n\r\n"), Buffer.from([0, 255, 254, 7, 0])]);
    const { id, disposition, due_at } = await bring(raw);
    assert.equal(disposition, "quarantine");
    assert.equal(
      due_at,
      Temporal.Instant.from(world.now()).add({ hours: 48 }).toString({ fractionalSecondDigits: 3 }),
    );
    const listed = (await mara.get("/intake?disposition=quarantine")).body.items;
    assert.deepEqual(
      listed.map((each: { id: string }) => each.id),
      [id],
    );
  });

  test("strange messages become exactly one complaint each: no sender, no text, only HTML, broken characters, a name that is a trap", async () => {
    const strange: [Buffer, RegExp][] = [
      [mail(["Subject: nobody"]), /cancelled/],
      [mail([from, "Subject: empty"], ""), /no text|keinen Text/],
      [
        mail(
          [...plain(), "Content-Type: text/html; charset=utf-8"],
          '<p>Hello&nbsp;<b>there</b></p><script>alert(1)</script><img src="http://tracker.example/x">',
        ),
        /^Hello\sthere$/,
      ],
      [mail([...plain(), "Content-Type: text/plain; charset=klingon"], "caf\xe9 \x00 ok\r\n"), /ok/],
      [
        mail(
          [
            ...plain(),
            "Content-Type: text/plain; charset=iso-8859-1",
            "Content-Transfer-Encoding: quoted-printable",
          ],
          "Gr=FC=DFe\r\n",
        ),
        /^Grüße$/,
      ],
      [
        mail(['From: "Pay now http://evil.example" <trap@kundin.example>', "Subject: =?utf-8?B?8J+YgA==?="]),
        /cancelled/,
      ],
    ];
    for (const [raw, expected] of strange) {
      const before = await complaints();
      const { disposition, complaint_id } = await bring(raw);
      assert.equal(disposition, "complaint");
      assert.match((await mara.get(`/complaints/${complaint_id}`)).body.statement, expected);
      assert.equal(await complaints(), before + 1);
    }
    assert.doesNotMatch(
      world.letters.at(-1)!.text ?? "",
      /evil\.example/,
      "a name that is a link is not repeated",
    );
  });

  test("no header of a sender can add a recipient or a header to our answer", async () => {
    const before = world.letters.length;
    await bring(
      mail([
        'From: "A\\r\\nBcc: evil@x.example" <victim@kundin.example>',
        "Subject: =?utf-8?Q?x=0D=0ABcc:_evil@x.example?=",
        "Message-ID: <a@b>\r\n c>",
      ]),
    );
    const answer = world.letters[before]!;
    assert.deepEqual(answer.envelopeTo, ["victim@kundin.example"]);
    assert.doesNotMatch(answer.raw, /^bcc:/im);
  });

  test("while the customer's server refuses for now, the letter waits, is tried again later, and goes out once, unchanged", async () => {
    world.refuse.with = 451;
    const before = world.letters.length;
    const { complaint_id } = await bring(mail(plain(), "Greylisted.\r\n"));
    const row = () =>
      world.desk.db
        .selectFrom("letter")
        .selectAll()
        .where("complaint_id", "=", complaint_id!)
        .executeTakeFirstOrThrow();
    assert.deepEqual(
      [(await row()).state, (await row()).last_error, (await row()).attempts],
      ["queued", "451", 1],
    );
    assert.equal(
      (await mara.get(`/complaints/${complaint_id}`)).body.stage,
      "received",
      "nobody was told anything yet",
    );
    world.refuse.with = undefined;
    await requeueLetters(world.desk);
    await world.settle();
    assert.equal(world.letters.length, before, "not before its pause is over");
    world.at({ minutes: 3 });
    await requeueLetters(world.desk);
    await requeueLetters(world.desk);
    await world.settle();
    assert.equal(world.letters.length, before + 1);
    assert.equal((await row()).state, "accepted");
    assert.equal((await mara.get(`/complaints/${complaint_id}`)).body.clocks[0].status, "met");
  });

  test("a refusal for good is shown as failed, and the promise stays open for a call", async () => {
    world.refuse.with = 550;
    const { complaint_id } = await bring(mail(plain(), "No such mailbox.\r\n"));
    world.refuse.with = undefined;
    const [letter] = (await mara.get(`/outbox?complaint=${complaint_id}`)).body.items;
    assert.deepEqual([letter.state, letter.lastError], ["failed", "550"]);
    const { clocks, nextSteps } = (await mara.get(`/complaints/${complaint_id}`)).body;
    assert.equal(clocks[0].status, "running");
    assert.ok(nextSteps.includes("acknowledgement") || nextSteps.includes("assignment"));
  });

  test("a message is ours only once it is stored: while the database does not answer, the sender keeps it", async () => {
    const down = {
      ...world.desk,
      db: { transaction: () => ({ execute: () => Promise.reject(new Error("no database")) }) },
    } as unknown as typeof world.desk;
    const broken = await listenForMail(
      { ...down, policyAt: world.desk.policyAt },
      { host: "127.0.0.1", port: 0, lmtp: false },
      () => {},
    );
    const sending = createTransport({ host: "127.0.0.1", port: broken.port, ignoreTLS: true }).sendMail({
      from: "a@b.example",
      to: "mb@ctterra.com",
      text: "x",
    });
    await assert.rejects(sending, (error: { responseCode?: number }) => error.responseCode === 451);
    await broken.stop();
  });

  test("attachments and the original bytes come back exactly as they were sent, as downloads", async () => {
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, n) => n % 256));
    await createTransport({ host: "127.0.0.1", port: listener.port, ignoreTLS: true }).sendMail({
      from: "anna@kundin.example",
      to: "mb@ctterra.com",
      subject: "Proof",
      text: "See the file.",
      attachments: [{ filename: "../../évil\u202Efdp.html", content, contentType: "text/html" }],
    });
    await world.settle();
    const [row] = (await mara.get("/complaints?q=Proof")).body.items;
    const [{ files }] = (await mara.get(`/complaints/${row.id}/events`)).body.items;
    const [{ version, index }] = files;
    const key = await world.desk.db.selectFrom("api_key").select("id").executeTakeFirstOrThrow();
    assert.ok(key);
    const { attachment } = await import("../src/casework/complaints/queries/attachment.ts");
    const kept = await attachment(
      world.desk,
      { kind: "staff", id: mara.id, roles: ["handler"] },
      row.id,
      version,
      index,
    );
    assert.ok(kept && kept.bytes.equals(content));
    assert.equal(kept.type, "application/octet-stream");
    assert.equal(
      await attachment(world.desk, { kind: "staff", id: mara.id, roles: ["admin"] }, row.id, version, index),
      undefined,
    );
  });

  test("a parser is not stopped by depth, length or number", async () => {
    const deep = Array.from(
      { length: 60 },
      (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary="b${n + 1}"\r\n\r\n`,
    ).join("");
    const bombs = [
      mail([...plain(), 'Content-Type: multipart/mixed; boundary="b0"'], deep),
      mail([...plain(), ...Array.from({ length: 20_000 }, (_, n) => `X-${n}: y`)]),
      mail([...plain(), "Content-Type: text/html"], "<div>".repeat(50_000)),
      mail(plain(), "x".repeat(2_000_000)),
    ];
    for (const raw of bombs) {
      const parsed = await parseMail(raw).catch(() => "refused" as const);
      assert.ok(parsed === "refused" || parsed.text.length <= 50_000);
      assert.ok(["complaint", "quarantine"].includes((await bring(raw)).disposition ?? ""));
    }
  });

  test("without a way out letters wait, marked as not delivered, and nothing counts as acknowledged", async () => {
    const silent = await openWorld({ mailOut: false });
    const colleague = await silent.colleague("Ida", "handler");
    await storeRaw(silent.desk, { mailbox: "story", raw: mail(plain()) });
    await silent.settle();
    const [letter] = (await colleague.get("/outbox")).body.items;
    assert.deepEqual(
      [letter.kind, letter.state, letter.delivering, letter.attempts],
      ["acknowledgement", "queued", false, 0],
    );
    assert.equal((await colleague.get("/complaints")).body.items[0].stage, "received");
    await silent.close();
  });
});
