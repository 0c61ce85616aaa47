import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { connect } from "../src/channels/email/imap/connecting.ts";
import { raiseMailAlarms } from "../src/channels/email/alarms.ts";
import { accountAt } from "../src/channels/email/imap/account.ts";
import { watch, type Watch } from "../src/channels/email/imap/watching.ts";
import { startDovecot, type Dovecot } from "./dovecot.ts";
import { openFaultProxy } from "./fault-proxy.ts";
import { openWorld, type World } from "./world.ts";

const mail = (subject: string, body = "The course was cancelled.") =>
  `From: Anna <anna@kundin.example>\r\nTo: mb@ctterra.com\r\nSubject: ${subject}\r\n\r\n${body}\r\n`;
const quick = { look: 500, recount: 3_600_000, first: 20, longest: 200 };

describe("collecting from a mailbox", () => {
  let dovecot: Dovecot;
  let world: World;
  let watches: Watch[] = [];

  before(async () => {
    [dovecot, world] = await Promise.all([startDovecot(), openWorld()]);
    world.at(Temporal.Now.instant().toString());
  });
  afterEach(async () => {
    await Promise.all(watches.map(({ stop }) => stop()));
    watches = [];
  });
  after(async () => {
    await world.close();
    await dovecot.stop();
  });

  const collectFrom = (address: string, pauses = quick) => {
    const started = watch(
      world.desk,
      accountAt(address, () => ""),
      () => {},
      pauses,
    );
    watches.push(started);
    return started;
  };
  const rows = (user: string) =>
    world.desk.db
      .selectFrom("intake_message")
      .selectAll()
      .where("mailbox", "like", `${user}@%`)
      .orderBy("uid")
      .execute();
  const mailbox = (user: string) =>
    world.desk.db.selectFrom("mailbox").selectAll().where("name", "like", `${user}@%`).executeTakeFirst();
  /** Until it is so, by looking; what never comes fails with what there is. */
  async function until<T>(look: () => Promise<T>, good: (seen: T) => boolean): Promise<T> {
    for (const end = performance.now() + 20_000; ;) {
      const seen = await look();
      if (good(seen)) return seen;
      if (performance.now() > end) assert.fail(`still ${JSON.stringify(seen).slice(0, 2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const stored = (user: string, count: number) =>
    until(
      () => rows(user),
      (all) => all.length >= count,
    );

  test("what waits there and what comes while we watch is stored, becomes complaints, and is marked as read only then", async () => {
    dovecot.deliver("anna", mail("First"));
    dovecot.deliver("anna", mail("Second", "Another matter."));
    collectFrom(dovecot.address("anna"), { ...quick, look: 60_000 });
    await stored("anna", 2);
    await until(
      () => mailbox("anna"),
      (box) => box?.state === "connected",
    );
    dovecot.deliver("anna", mail("Third", "A third matter, while you watch."));
    await stored("anna", 3);
    await world.settle();
    assert.deepEqual(
      (await rows("anna")).map(({ disposition }) => disposition),
      ["complaint", "complaint", "complaint"],
    );
    await until(
      async () => dovecot.files("anna"),
      (files) => files.length === 3 && files.every((file) => file.endsWith("S")),
    );
  });

  test("its time of receipt is when it reached the mailbox, however late we collect it and whatever it claims", async () => {
    const reached = new Date(Date.now() - 20 * 3_600_000);
    dovecot.deliver("late", `Date: Mon, 01 Jan 2090 00:00:00 +0000\r\n${mail("Late")}`, reached);
    collectFrom(dovecot.address("late"));
    const [row] = await stored("late", 1);
    assert.equal(
      Temporal.Instant.from(row!.received_at).epochMilliseconds,
      Math.floor(reached.getTime() / 1000) * 1000,
    );
  });

  test("what is older than the promise when we first look is stored, and waits for a person's word instead of being answered", async () => {
    dovecot.deliver("old", mail("Old"), new Date(Date.now() - 40 * 24 * 3_600_000));
    collectFrom(dovecot.address("old"));
    await stored("old", 1);
    const before = world.letters.length;
    await world.settle();
    const [row] = await rows("old");
    assert.deepEqual([row!.disposition, row!.reason], ["quarantine", "before-start"]);
    assert.equal(world.letters.length, before);
  });

  test("a month without us loses nothing: the mailbox is known, so its mail is a complaint of that day", async () => {
    const first = collectFrom(dovecot.address("month"));
    await until(
      () => mailbox("month"),
      (box) => box?.state === "connected",
    );
    await first.stop();
    await world.desk.db
      .updateTable("mailbox")
      .set({
        began_at: Temporal.Now.instant()
          .subtract({ hours: 24 * 90 })
          .toString(),
      })
      .where("name", "like", "month@%")
      .execute();
    dovecot.deliver("month", mail("A month ago"), new Date(Date.now() - 29 * 24 * 3_600_000));
    collectFrom(dovecot.address("month"));
    await stored("month", 1);
    await world.settle();
    assert.equal((await rows("month"))[0]!.disposition, "complaint");
  });

  test("a new numbering of the mailbox doubles nothing and loses nothing", async () => {
    for (const n of [1, 2, 3]) dovecot.deliver("renumbered", mail(`No. ${n}`, `Matter ${n}`));
    const first = collectFrom(dovecot.address("renumbered"));
    await stored("renumbered", 3);
    await first.stop();
    const validity = (await mailbox("renumbered"))!.uid_validity;
    // Dovecot numbers by the second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    dovecot.renumber("renumbered");
    dovecot.deliver("renumbered", mail("No. 4", "Matter 4"));
    collectFrom(dovecot.address("renumbered"));
    await stored("renumbered", 4);
    const box = await until(
      () => mailbox("renumbered"),
      (seen) => seen?.state === "connected",
    );
    assert.notEqual(box!.uid_validity, validity);
    assert.deepEqual([box!.on_server, box!.in_ledger, (await rows("renumbered")).length], [4, 4, 4]);
  });

  test("the same bytes delivered twice, or to two mailboxes, are one complaint and duplicates of it", async () => {
    for (const user of ["twice", "twice", "elsewhere"]) dovecot.deliver(user, mail("Twice", "Said once."));
    collectFrom(dovecot.address("twice"));
    await stored("twice", 2);
    collectFrom(dovecot.address("elsewhere"));
    await stored("elsewhere", 1);
    await world.settle();
    const all = [...(await rows("twice")), ...(await rows("elsewhere"))].map(
      ({ disposition }) => disposition,
    );
    assert.deepEqual(
      ["complaint", "duplicate"].map((each) => all.filter((one) => one === each).length),
      [1, 2],
    );
  });

  test("messages that another program removes while we collect shift nothing (osTicket #6979)", async () => {
    for (let n = 0; n < 6; n += 1) dovecot.deliver("shifting", mail(`Six ${n}`, `One of six: ${n}`));
    collectFrom(dovecot.address("shifting", "?move=Done"));
    await stored("shifting", 6);
    await world.settle();
    assert.equal((await rows("shifting")).filter(({ disposition }) => disposition === "complaint").length, 6);
  });

  test("a message that was taken away before we saw it is counted, and an administrator hears of it", async () => {
    const admin = await world.colleague("Ada", "admin");
    const first = collectFrom(dovecot.address("vanishing"));
    await until(
      () => mailbox("vanishing"),
      (box) => box?.counted_at !== null && box?.counted_at !== undefined,
    );
    await first.stop();
    dovecot.deliver("vanishing", mail("Unseen", "Nobody will read this."));
    // Another mail program shows it, which gives it its number, and then a rule removes it.
    const other = await connect(accountAt(dovecot.address("vanishing"), () => ""));
    await other.messageDelete("1:*", { uid: true });
    await other.logout();
    collectFrom(dovecot.address("vanishing"));
    await until(
      () => mailbox("vanishing"),
      (box) => box?.vanished === 1,
    );
    await raiseMailAlarms(world.desk);
    await raiseMailAlarms(world.desk);
    const { items } = (await admin.get("/notices")).body;
    assert.deepEqual(
      items.map(({ kind, facts }: { kind: string; facts: { problem: string } }) => [kind, facts.problem]),
      [["mailbox", "vanished"]],
    );
  });

  test("when the server ends the connection while we wait, we are back at once", async () => {
    dovecot.deliver("kicked", mail("Before", "Before the kick."));
    collectFrom(dovecot.address("kicked"), { ...quick, look: 60_000 });
    await stored("kicked", 1);
    await until(
      () => mailbox("kicked"),
      (box) => box?.state === "connected",
    );
    dovecot.kick();
    dovecot.deliver("kicked", mail("After", "After the kick."));
    await stored("kicked", 2);
  });

  test("the figures say whether all that is there is here, and are made anew when somebody asks", async () => {
    const mara = await world.colleague("Mara", "handler");
    dovecot.deliver("figures", mail("Figures", "One of two."));
    const watching = collectFrom(dovecot.address("figures"), { ...quick, look: 60_000 });
    world.app.watches.push(watching);
    await stored("figures", 1);
    const figures = async () =>
      (await mara.get("/mailboxes")).body.mailboxes.find(({ name }: { name: string }) =>
        name.startsWith("figures@"),
      );
    await until(figures, (box) => box?.onServer === 1 && box.missing === 0);
    const { id } = (await rows("figures"))[0]!;
    await world.desk.db.updateTable("intake_message").set({ uid: 77 }).where("id", "=", id).execute();
    assert.equal((await mara.post("/mailboxes/counts")).status, 201);
    await world.settle();
    // What the ledger lacks is not only counted: it is collected.
    await until(figures, (box) => box?.onServer === 1 && box.missing === 0);
    await stored("figures", 2);
  });

  test("a line cut at any byte loses nothing, doubles nothing, and is taken up again", async () => {
    const proxy = await openFaultProxy(dovecot.port);
    for (let n = 0; n < 20; n += 1) dovecot.deliver("cut", mail(`Cut ${n}`, `${n} ${"x".repeat(3000)}`));
    let bytes = 150;
    proxy.cutAfter(bytes);
    const more = setInterval(() => proxy.cutAfter((bytes = bytes * 1.2 + 40)), 60);
    collectFrom(dovecot.address("cut", "", proxy.port), { ...quick, longest: 20 });
    const all = await stored("cut", 20);
    clearInterval(more);
    proxy.cutAfter(undefined);
    assert.equal(new Set(all.map(({ uid }) => uid)).size, 20);
    assert.ok(proxy.connections() > 3, "it was really cut");
    await until(
      () => mailbox("cut"),
      (box) => box?.in_ledger === 20,
    );
    await proxy.stop();
  });

  test("two nodes that collect from one mailbox store each message once", async () => {
    for (let n = 0; n < 30; n += 1) dovecot.deliver("both", mail(`Both ${n}`, `Matter ${n}`));
    collectFrom(dovecot.address("both"));
    collectFrom(dovecot.address("both"));
    await stored("both", 30);
    await world.settle();
    assert.deepEqual(
      new Set((await rows("both")).map(({ disposition }) => disposition)),
      new Set(["complaint"]),
    );
    assert.equal((await rows("both")).length, 30);
  });

  test("a folder that lets nobody write is collected all the same, once", async () => {
    dovecot.deliver("readonly", mail("Read-only"));
    dovecot.files("readonly");
    const first = collectFrom(dovecot.address("readonly"));
    await stored("readonly", 1);
    await first.stop();
    collectFrom(dovecot.address("readonly"));
    await until(
      () => mailbox("readonly"),
      (box) => box?.state === "connected",
    );
    assert.equal((await rows("readonly")).length, 1);
  });

  test("a wrong password, a folder that is not there and a server that is gone are told apart and shown", async () => {
    const wrong = dovecot.address("wrong").replace("geheim", "falsch");
    collectFrom(wrong);
    await until(
      () => mailbox("wrong"),
      (box) => box?.state === "refused",
    );
    collectFrom(dovecot.address("nofolder").replace("INBOX", "Nowhere"));
    await until(
      () => mailbox("nofolder"),
      (box) => box?.state === "no-folder",
    );
    collectFrom(dovecot.address("gone", "", 9));
    const box = await until(
      () => mailbox("gone"),
      (seen) => seen?.state === "unreachable",
    );
    assert.equal(box!.last_error, "ECONNREFUSED");
  });

  test("a message larger than we take keeps its place in the mailbox, and its beginning is shown as quarantine", async () => {
    dovecot.deliver("large", mail("Large", "x".repeat(37 * 1024 * 1024)));
    dovecot.deliver("large", mail("Small", "After the large one."));
    collectFrom(dovecot.address("large"));
    await stored("large", 2);
    await world.settle();
    assert.deepEqual(
      (await rows("large")).map(({ disposition, reason }) => [disposition, reason]),
      [
        ["quarantine", "too-large"],
        ["complaint", null],
      ],
    );
  });
});
