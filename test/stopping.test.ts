import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import pino from "pino";
import { openApp } from "../src/app.ts";
import { listenForMail } from "../src/channels/email/smtp.ts";
import { closeServer, openServer } from "../src/faces/http/server.ts";
import { openQueue, type JobHandlers } from "../src/engine/queue/queue.ts";
import { openFaultProxy } from "./fault-proxy.ts";
import { idleJobs } from "./idle-jobs.ts";
import { openWorld, type World } from "./world.ts";

const never = new AbortController().signal;

describe("twenty people are being answered when Redress is stopped", () => {
  async function asked() {
    const stopping = new AbortController();
    const app = await openServer(pino({ level: "silent" }), stopping.signal);
    const all = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    let count = 0;
    app.get("/slow", async () => {
      count += 1;
      if (count === 20) all.resolve();
      await go.promise;
      return { done: true };
    });
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const idle = connect(port, "127.0.0.1");
    await once(idle, "connect");
    idle.resume();
    const ask = () => fetch(`http://127.0.0.1:${port}/slow`);
    const answers = Promise.allSettled(Array.from({ length: 20 }, ask));
    await all.promise;
    return { app, stopping, ask, go: go.resolve, answers, idle };
  }

  test("all get their answers, and nobody new is taken", async () => {
    const { app, stopping, ask, go, answers, idle } = await asked();
    stopping.abort();
    const closed = closeServer(app, never);
    await assert.rejects(ask());
    go();
    for (const answer of await answers) {
      assert.ok(answer.status === "fulfilled");
      assert.equal(answer.value.status, 200);
      assert.equal(answer.value.headers.get("connection"), "close");
      assert.deepEqual(await answer.value.json(), { done: true });
    }
    assert.equal(await closed, 0);
    idle.destroy();
  });

  test("who is still not answered when the time is over is cut off and counted", async () => {
    const { app, answers, idle } = await asked();
    assert.equal(await closeServer(app, AbortSignal.timeout(100)), 20);
    assert.ok((await answers).every(({ status }) => status === "rejected"));
    idle.destroy();
  });
});

describe("a node is stopped", () => {
  let world: World;
  before(async () => {
    world = await openWorld({ mailOut: false });
  });
  after(() => world.close());

  /** A mail server that speaks to us line by line. */
  async function sender(port: number) {
    const socket: Socket = connect(port, "127.0.0.1");
    const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
    const hear = async () => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) return "closed";
        if (!/^\d{3}-/.test(value)) return value.slice(0, 3);
      }
    };
    const say = async (line: string) => {
      socket.write(`${line}\r\n`);
      return hear();
    };
    assert.equal(await hear(), "220");
    await say("EHLO there.example");
    return { say, hear, socket };
  }

  test("the message that is on its way in is stored, and then everybody is told to come again", async () => {
    const { port, stop } = await listenForMail(
      world.desk,
      { host: "127.0.0.1", port: 0, lmtp: false },
      () => {},
    );
    const busy = await sender(port);
    const quiet = await sender(port);
    await busy.say("MAIL FROM:<anna@kundin.example>");
    await busy.say("RCPT TO:<mb@ctterra.com>");
    assert.equal(await busy.say("DATA"), "354");
    const stopped = stop(never);
    assert.deepEqual([await quiet.hear(), await quiet.hear()], ["421", "closed"]);
    assert.equal(await busy.say("Subject: Cancelled\r\n\r\nThe course was cancelled.\r\n."), "250");
    assert.deepEqual([await busy.hear(), await busy.hear()], ["421", "closed"]);
    assert.equal(await stopped, 0);
    const stored = await world.desk.db.selectFrom("intake_message").select("id").execute();
    assert.equal(stored.length, 1);
  });

  test("a sender who never ends a message is cut off and counted", async () => {
    const { port, stop } = await listenForMail(
      world.desk,
      { host: "127.0.0.1", port: 0, lmtp: false },
      () => {},
    );
    const slow = await sender(port);
    await slow.say("MAIL FROM:<anna@kundin.example>");
    await slow.say("RCPT TO:<mb@ctterra.com>");
    await slow.say("DATA");
    slow.socket.write("Subject: Canc");
    assert.equal(await stop(AbortSignal.timeout(100)), 1);
  });

  test("a job that it does not finish is taken up by another node within seconds", async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: takenUp, resolve: takeUp } = Promise.withResolvers<void>();
    const doing = (run: () => Promise<void>): JobHandlers => ({ ...idleJobs, "send-notice": run });
    const first = await openQueue(world.database.app, () => {});
    const second = await openQueue(world.database.app, () => {});
    await first.start(doing(() => (begin(), new Promise(() => {}))));
    await world.desk.db
      .transaction()
      .execute((tx) => first.add(tx, "send-notice", { noticeId: crypto.randomUUID() }));
    await begun;
    await second.start(doing(async () => takeUp()));
    void first.rest();
    const since = performance.now();
    assert.equal(first.inHand(), 1);
    await first.stop();
    await takenUp;
    assert.ok(performance.now() - since < 3_000, "long before the claim would have expired");
    await second.rest();
    await second.stop();
  });

  test("proxies are told first, and requests are taken until they have turned away", async () => {
    const { settings } = world.parts;
    const node = await openApp({
      ...world.parts,
      settings: { ...settings, http: { ...settings.http, shutdownDelay: 300 } },
    });
    const server = await node.server();
    await server.listen({ host: "127.0.0.1", port: 0 });
    const address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    const ask = async (path: string) => (await fetch(`${address}${path}`)).status;
    assert.equal(await ask("/readyz"), 200);
    const stopped = node.stop();
    assert.deepEqual([await ask("/readyz"), await ask("/healthz")], [503, 200]);
    await stopped;
    await assert.rejects(ask("/healthz"));
  });

  test("a second signal ends it at once; the echo of the first does not", async () => {
    const signals = join(import.meta.dirname, "../src/commands/signals.ts");
    const program = `const { signalled } = await import("${signals}");
      setInterval(() => {}, 1000); const ended = signalled(); console.log("ready"); await ended; console.log("stopping");`;
    const child = spawn(process.execPath, [...process.execArgv, "--input-type=module", "-e", program]);
    const lines = createInterface({ input: child.stdout });
    await once(lines, "line");
    child.kill("SIGINT");
    child.kill("SIGINT");
    assert.deepEqual(await once(lines, "line"), ["stopping"]);
    await pause(1_100);
    assert.equal(child.exitCode, null);
    child.kill("SIGTERM");
    assert.deepEqual(await once(child, "exit"), [1, null]);
  });

  test("it ends although the database does not answer any more", async () => {
    const { app } = world.database;
    const line = await openFaultProxy(join(app.host!, ".s.PGSQL.5432"));
    const node = await openApp({
      ...world.parts,
      access: { ...world.database, app: { ...app, host: "127.0.0.1", port: line.port } },
    });
    await node.work();
    const server = await node.server();
    await server.listen({ host: "127.0.0.1", port: 0 });
    line.stall(true);
    const asking = fetch(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}/metrics`);
    await once(server.server, "request");
    const since = performance.now();
    await Promise.all([node.stop(300), assert.rejects(asking)]);
    assert.ok(performance.now() - since < 2_000);
    await line.stop();
  });
});
