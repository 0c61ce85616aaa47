import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { openApp, type App } from "../src/app.ts";
import { accountAt } from "../src/channels/email/imap/account.ts";
import { watch } from "../src/channels/email/imap/watching.ts";
import { openClient } from "../src/engine/database/client.ts";
import { startDovecot, type Dovecot } from "./dovecot.ts";
import { openFaultProxy, type FaultProxy } from "./fault-proxy.ts";
import { openWorld, type World } from "./world.ts";

const mail = (id: string) =>
  `From: ${id}@kundin.example\r\nTo: mb@ctterra.com\r\nSubject: ${id}\r\nMessage-ID: <${id}@kundin.example>\r\n\r\nThe course of ${id} was cancelled.\r\n`;

describe("a working node whose database is away for a while", () => {
  let world: World;
  let dovecot: Dovecot;
  let line: FaultProxy;
  let node: App;
  let mailPort: number;

  before(async () => {
    [world, dovecot] = await Promise.all([
      openWorld({ mailOut: false, start: new Date().toISOString() }),
      startDovecot(),
    ]);
    const { app } = world.database;
    line = await openFaultProxy(join(app.host!, ".s.PGSQL.5432"));
    const { settings } = world.parts;
    const imap = [accountAt(dovecot.address("away"), () => "")];
    node = await openApp({
      ...world.parts,
      settings: { ...settings, mail: { ...settings.mail, imap } },
      access: { ...world.database, app: { ...app, host: "127.0.0.1", port: line.port } },
    });
    mailPort = (await node.work()).mailPort!;
  });
  after(async () => {
    await node.stop();
    await line.stop();
    await world.close();
    await dovecot.stop();
  });

  /** What our listener answers to a message: 250, or the code of its refusal. */
  async function send(id: string): Promise<number> {
    const transport = createTransport({ host: "127.0.0.1", port: mailPort, ignoreTLS: true });
    const envelope = { from: `${id}@kundin.example`, to: "mb@ctterra.com" };
    try {
      await transport.sendMail({ envelope, raw: mail(id) });
      return 250;
    } catch (error) {
      return (error as { responseCode?: number }).responseCode ?? 0;
    } finally {
      transport.close();
    }
  }
  const leave = () => {
    line.cutAfter(0);
    line.cut();
  };
  const comeBack = () => line.cutAfter(undefined);
  /** How often each message became a complaint, once there are so many. */
  async function complaints(count: number, within: number): Promise<number> {
    const until = performance.now() + within;
    for (;;) {
      const rows = await world.desk.db.selectFrom("complaint").select("id").execute();
      if (rows.length >= count || performance.now() > until) return rows.length;
      await pause(50);
    }
  }

  test("mail is asked to come again, and mailboxes and jobs go on within ten seconds of its return", async () => {
    assert.equal(await send("before"), 250);
    dovecot.deliver("away", mail("collected-before"));
    assert.equal(await complaints(2, 20_000), 2);
    leave();
    assert.equal(await send("during"), 451);
    dovecot.deliver("away", mail("collected-during"));
    // A mailbox that is watched from now on finds no database at first.
    dovecot.deliver("late", mail("collected-late"));
    const late = watch(
      node.desk,
      accountAt(dovecot.address("late"), () => ""),
      () => {},
    );
    await pause(3_000);
    assert.equal(await send("during"), 451);
    comeBack();
    const since = performance.now();
    assert.equal(await send("during"), 250);
    assert.equal(await complaints(5, 15_000), 5);
    assert.ok(performance.now() - since < 10_000);
    await late.stop();
  });

  test("sessions are ended again and again under load: nothing that was taken is lost or doubled", async () => {
    const owner = await openClient({ ...world.database.app, user: world.database.app.user! });
    const enough = new AbortController();
    const taken: string[] = [];
    const senders = [1, 2, 3, 4].map(async (sender) => {
      for (let n = 0; !enough.signal.aborted; n += 1) {
        const id = `sender-${sender}-${n}`;
        // As a mail server does: offered until it is taken.
        while ((await send(id)) !== 250) await pause(20);
        taken.push(id);
      }
    });
    for (let round = 0; round < 8; round += 1) {
      await pause(300);
      await owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'redress_app' and pid <> pg_backend_pid()",
      );
    }
    await owner.end();
    enough.abort();
    await Promise.all(senders);
    assert.ok(taken.length > 10, `${taken.length} were taken`);
    const expected = 5 + taken.length;
    assert.equal(await complaints(expected, 30_000), expected);
    await pause(500);
    assert.equal(await complaints(expected + 1, 0), expected);
  });
});
