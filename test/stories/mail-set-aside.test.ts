import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { storeRaw } from "../../src/channels/email/ledger.ts";
import { requeueLetters } from "../../src/channels/email/requeueing.ts";
import { openScanner } from "../../src/record/content/scanning.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const mail = (lines: string[], body = "The course was cancelled.") =>
  Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}\r\n`);
let people = 0;
const from = () => `From: Kundin <someone${(people += 1)}@kundin.example>`;

describe("mail that was set aside", () => {
  let world: World;
  let mara: Colleague;

  before(async () => {
    world = await openWorld();
    mara = await world.colleague("Mara", "handler", "manager");
  });
  after(() => world.close());

  async function bring(raw: Buffer) {
    const id = await storeRaw(world.desk, { mailbox: "story", raw });
    await world.settle();
    return (await mara.get(`/intake/${id}`)).body;
  }
  const timeline = async (id: string) => (await mara.get(`/complaints/${id}/events`)).body.items;
  const decide = (id: string, decision: object) => mara.post(`/intake/${id}/decisions`, decision);

  test("a newsletter that turns out to be a complaint becomes one when a colleague says so, on the clock of its receipt", async () => {
    const arrived = world.now();
    const letters = world.letters.length;
    const set = await bring(mail([from(), "List-Id: <x.example>", "Subject: Not a newsletter"]));
    assert.deepEqual([set.disposition, set.reason], ["automatic", "list"]);
    world.at({ hours: 5 });
    assert.equal((await decide(set.id, { as: "complaint", reason: "A person wrote it." })).status, 201);
    await world.settle();
    const now = (await mara.get(`/intake/${set.id}`)).body;
    assert.equal(now.disposition, "complaint");
    assert.deepEqual(
      now.decisions.map(({ by, was, became, reason }: Record<string, string>) => [by, was, became, reason]),
      [["Mara", "automatic", "complaint", "A person wrote it."]],
    );
    assert.equal((await mara.get(`/complaints/${now.complaintId}`)).body.receivedAt, arrived);
    assert.equal(world.letters.length, letters + 1);
    assert.equal(
      (await decide(set.id, { as: "discarded", reason: "Too late." })).body.code,
      "message-settled",
    );
  });

  test("a message is discarded only with a reason and a name, stays in the ledger, and can be taken back", async () => {
    const set = await bring(mail([from(), "Precedence: bulk", "Subject: Advertising"]));
    assert.equal((await decide(set.id, { as: "discarded" })).status, 422);
    const discarded = (await decide(set.id, { as: "discarded", reason: "Advertising." })).body;
    assert.deepEqual([discarded.disposition, discarded.decisions[0].by], ["discarded", "Mara"]);
    await decide(set.id, { as: "retry" });
    await world.settle();
    assert.equal(
      (await mara.get(`/intake/${set.id}`)).body.disposition,
      "automatic",
      "the stages say the same again",
    );
  });

  test("what only speaks of a complaint is a hint; a colleague joins it, and may name only a complaint that they see", async () => {
    const first = await bring(mail([from(), "Subject: First"]));
    const second = await bring(
      mail([from(), `Subject: Re: ${first.reference}`, "Auto-Submitted: auto-replied"], "I am away."),
    );
    assert.equal(second.verdicts.mentions, first.reference);
    assert.equal(second.complaintId, undefined);
    assert.equal((await decide(second.id, { as: "reply", complaint: "CT-2026-999999-1" })).status, 422);
    await decide(second.id, { as: "reply", complaint: first.reference });
    await world.settle();
    assert.deepEqual(
      [
        (await mara.get(`/intake/${second.id}`)).body.disposition,
        (await timeline(first.complaintId)).at(-1).type,
      ],
      ["reply", "MessageReceived"],
    );
  });

  test("many are decided at once, and what was settled meanwhile is counted as refused", async () => {
    const set = [];
    for (let n = 0; n < 3; n += 1)
      set.push(await bring(mail([from(), "Precedence: junk", `Subject: Junk ${n}`])));
    const settled = await bring(mail([from(), "Subject: A complaint"]));
    const { body } = await mara.post("/intake/decisions", {
      ids: [...set, settled].map(({ id }) => id),
      decision: { as: "discarded", reason: "Junk." },
    });
    assert.deepEqual(body, { decided: 3, refused: 1, left: 0 });
    const again = await mara.post("/intake/decisions", {
      where: { disposition: "discarded", reason: "by-person" },
      decision: { as: "retry" },
    });
    assert.ok(again.body.decided >= 3);
    await world.settle();
  });

  test("who may not take complaints in decides nothing", async () => {
    const auditor = await world.colleague("Otto", "auditor");
    const set = await bring(mail([from(), "Precedence: bulk", "Subject: For the auditor"]));
    assert.equal((await auditor.get(`/intake/${set.id}`)).status, 200);
    for (const [path, body] of [
      [`/intake/${set.id}/decisions`, { as: "complaint" }],
      ["/intake/decisions", { ids: [set.id], decision: { as: "complaint" } }],
    ] as const)
      assert.equal((await auditor.post(path, body)).status, 403);
  });

  test("thirty mails in a victim's name send them three letters; every complaint is stored, a person is told, and may let a letter go", async () => {
    const victim = "From: Opfer <opfer@victim.example>";
    const sent = () =>
      world.letters.filter(({ envelopeTo }) => envelopeTo.includes("opfer@victim.example")).length;
    const ids = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        storeRaw(world.desk, { mailbox: "story", raw: mail([victim, `Subject: Flood ${n}`], `Flood ${n}`) }),
      ),
    );
    await world.settle();
    assert.equal(sent(), 3);
    const rows = await world.desk.db
      .selectFrom("intake_message")
      .select("disposition")
      .where("id", "in", ids)
      .execute();
    assert.ok(rows.every(({ disposition }) => disposition === "complaint"));
    const held = (await mara.get("/outbox?state=suppressed&limit=200")).body.items;
    assert.equal(held.length, 27);
    const { items } = (await mara.get("/notices")).body;
    const told = items.filter(({ kind }: { kind: string }) => kind === "suppressed");
    assert.equal(told.length, 1, "one piece of news for the whole flood");
    assert.equal((await mara.get(`/complaints/${held[0].complaintId}`)).body.clocks[0].status, "running");
    assert.equal((await mara.post(`/outbox/${held[0].id}/release`)).status, 201);
    await world.settle();
    assert.equal(sent(), 4);
    assert.equal((await mara.post(`/outbox/${held[0].id}/release`)).body.code, "letter-not-stopped");
    world.at({ hours: 25 });
  });

  test("two programs that answer each other stop after one letter; all that came is kept", async () => {
    const before = world.letters.length;
    const loop = from();
    await bring(mail([loop, "Subject: Hello"]));
    for (let round = 0; round < 5; round += 1) {
      const letter = world.letters.at(-1)!;
      await bring(
        mail(
          [loop, `In-Reply-To: ${letter.messageId}`, "Auto-Submitted: auto-replied", `Subject: Re: ${round}`],
          `Round ${round}`,
        ),
      );
    }
    assert.equal(world.letters.length - before, 1);
  });

  test("a domain that asks us to slow down gets no letter until its pause is over, and loses none", async () => {
    world.refuse.with = 450;
    await bring(mail(["From: A <a@slow.example>", "Subject: Slow one"], "One"));
    world.refuse.with = undefined;
    const before = world.letters.length;
    await bring(mail(["From: B <b@slow.example>", "Subject: Slow two"], "Two"));
    assert.equal(world.letters.length, before, "the other address of the domain waits too");
    await bring(mail(["From: C <c@quick.example>", "Subject: Quick"], "Three"));
    assert.equal(world.letters.length, before + 1, "other domains do not");
    world.at({ minutes: 3 });
    await requeueLetters(world.desk);
    await world.settle();
    assert.equal(world.letters.length, before + 3);
  });

  test("a letter of ours that is answered from another address is joined, and says so; nobody there is written to", async () => {
    const first = await bring(mail([from(), "Subject: Own"], "Mine."));
    const letter = world.letters.at(-1)!;
    const before = world.letters.length;
    const reply = await bring(mail([from(), `In-Reply-To: ${letter.messageId}`], "I speak for her."));
    assert.deepEqual([reply.disposition, reply.verdicts.sender], ["reply", "other-address"]);
    assert.equal((await timeline(first.complaintId)).at(-1).data.otherSender, true);
    assert.equal(world.letters.length, before);
  });

  test("the customer's own link and code in a quoted letter are not readable for staff; the quote is folded, the raw message whole", async () => {
    const own = from();
    const first = await bring(mail([own, "Subject: Quoted"], "Mine."));
    const letter = world.letters.at(-1)!;
    const quoted = letter
      .text!.split("\n")
      .map((line) => `> ${line}`)
      .join("\r\n");
    const reply = await bring(
      mail(
        [own, `In-Reply-To: ${letter.messageId}`],
        `One thing more.\r\n\r\nAm 3.10.2026 um 10:00 schrieb C.T. Terra:\r\n${quoted}`,
      ),
    );
    const event = (await timeline(first.complaintId)).at(-1);
    assert.equal(event.folded.said, "One thing more.");
    assert.match(event.folded.folded, /\[link removed\]/);
    assert.match(event.folded.folded, /\[code removed\]/);
    const token = /\/s\/([\w-]{43})/.exec(letter.text!)![1]!;
    assert.doesNotMatch(JSON.stringify(await timeline(first.complaintId)), new RegExp(token));
    assert.equal(reply.verdicts.quotes, true);
  });

  test("headers that claim to steer this program change nothing and are counted; a second message with the same Message-ID is kept and flagged", async () => {
    const lines = ["Subject: Steered", "Message-ID: <same@kundin.example>"];
    const steered = await bring(mail([from(), ...lines, "X-Redress-Owner: me", "X-Redress-Stage: closed"]));
    assert.equal(steered.verdicts.controlHeaders, 2);
    assert.equal((await mara.get(`/complaints/${steered.complaintId}`)).body.ownerId, undefined);
    const other = await bring(mail([from(), ...lines], "Something else."));
    assert.deepEqual([other.disposition, other.verdicts.sameMessageId], ["complaint", true]);
  });

  test("a message whose two versions say different things, and a forged token, are shown for what they are", async () => {
    const two = await bring(
      mail(
        [from(), "Subject: Two faces", 'Content-Type: multipart/alternative; boundary="b"'],
        "--b\r\nContent-Type: text/plain\r\n\r\nThank you very much for everything.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>I will come and burn your house down</p>\r\n--b--",
      ),
    );
    assert.deepEqual(two.verdicts.limits, ["parts-differ"]);
    const forged = await bring(
      mail([
        from(),
        "Subject: Forged",
        `In-Reply-To: <${crypto.randomUUID()}.${"0".repeat(20)}@ctterra.com>`,
      ]),
    );
    assert.deepEqual([forged.disposition, forged.verdicts.forged], ["complaint", true]);
  });

  test("only our own mail server's verdict on a sender is believed", async () => {
    world.app.room.receivers = ["mx.ctterra.com"];
    const said = await bring(
      mail([
        "Authentication-Results: evil.example; dkim=pass; spf=pass; dmarc=pass",
        "Authentication-Results: mx.ctterra.com; dkim=fail; spf=softfail smtp.mailfrom=x; dmarc=fail",
        from(),
        "Subject: Claimed",
      ]),
    );
    assert.deepEqual(said.verdicts.authentication, { dkim: "fail", spf: "softfail", dmarc: "fail" });
  });

  test("a program, a script and a file that is not what its name says are held, and come only to who insists; others come at once", async () => {
    const part = (name: string, bytes: Buffer) =>
      `--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString("base64")}`;
    const program = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(600)]);
    const files: [string, Buffer, string | null][] = [
      ["certificate.pdf", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), null],
      ["invoice.pdf", program, "program"],
      ["read-me.js", Buffer.from("alert(1)"), "script"],
      ["page.txt", Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), "web-page"],
      ["photo.jpg", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), "disguised"],
      ["letter.docm", Buffer.from("PK"), "macros"],
    ];
    const raw = mail(
      [from(), "Subject: Files", 'Content-Type: multipart/mixed; boundary="b"'],
      [
        "--b\r\nContent-Type: text/plain\r\n\r\nSee the files.",
        ...files.map(([name, bytes]) => part(name, bytes)),
        "--b--",
      ].join("\r\n"),
    );
    const { complaintId, verdicts } = await bring(raw);
    assert.deepEqual(
      verdicts.held,
      files.map(([, , held]) => held),
    );
    const [received] = await timeline(complaintId);
    assert.equal(received.files[1].held, "program");
    const path = (index: number) => `/complaints/${complaintId}/files/1/${index}`;
    const refused = await mara.get(path(1));
    assert.deepEqual([refused.status, refused.body.code], [409, "held"]);
    const { kept } = {
      kept: await world.server.inject({ url: `/api/v1${path(1)}?despite=held`, headers: mara.headers }),
    };
    assert.ok(kept.rawPayload.equals(program));
    assert.match(String(kept.headers["content-disposition"]), /^attachment/);
  });

  test("where a virus scanner listens, it is asked about each file; while it is down, what nobody looked at says so", async () => {
    const seen: Buffer[] = [];
    const clamd = createServer((socket) => {
      let all = Buffer.alloc(0);
      socket.on("data", (bytes: Buffer) => {
        all = Buffer.concat([all, bytes]);
        if (!all.subarray(-4).equals(Buffer.alloc(4))) return;
        seen.push(all);
        socket.end(all.includes("EICAR") ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
      });
    }).listen(0, "127.0.0.1");
    await once(clamd, "listening");
    const { port } = clamd.address() as AddressInfo;
    const scan = openScanner({ host: "127.0.0.1", port });
    assert.equal(await scan(Buffer.from("harmless")), undefined);
    assert.equal(await scan(Buffer.from("EICAR")), "Eicar-Test-Signature");
    assert.equal(await scan(Buffer.alloc(3_000_000, 1)), undefined);
    assert.ok(seen[0]!.subarray(0, 10).equals(Buffer.from("zINSTREAM\0")));
    world.desk.scan = scan;
    const attach = (words: string) =>
      mail(
        [from(), `Subject: ${words}`, 'Content-Type: multipart/mixed; boundary="b"'],
        `--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\n${words}\r\n--b--`,
      );
    assert.deepEqual((await bring(attach("EICAR"))).verdicts.held, ["virus"]);
    assert.deepEqual((await bring(attach("harmless"))).verdicts.held, [null]);
    clamd.close();
    assert.deepEqual((await bring(attach("nobody looked"))).verdicts.held, ["not-scanned"]);
    world.desk.scan = undefined;
  });
});
