import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { openDatabase } from "../src/engine/database/database.ts";
import { startEmbedded, type Embedded } from "../src/engine/database/embedded.ts";
import { clientOf, readHosts } from "../src/engine/database/hosts.ts";
import { NoDatabase, outside } from "../src/engine/database/outside.ts";
import { openClient } from "../src/engine/database/client.ts";
import type { ServerNews } from "../src/engine/database/watching.ts";
import { noticeInWords } from "../src/texts/notices.ts";
import { openFaultProxy, type FaultProxy } from "./fault-proxy.ts";
import { freePort } from "./free-port.ts";
import { openWorld, type Colleague, type World } from "./world.ts";

/** Asks until it answers true, for ten seconds. */
async function within10s(what: string, ask: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 10_000;
  while (performance.now() < until) {
    if (await ask().catch(() => false)) return;
    await pause(100);
  }
  assert.fail(`not within ten seconds: ${what}`);
}

describe("the database goes away and comes back", () => {
  let folder: string;
  let server: Embedded;
  let world: World;
  let mara: Colleague;
  const news: ServerNews["what"][] = [];
  const complaint = (name: string) => ({
    platform: "ctterra",
    channel: "phone",
    complainant: { name },
    subject: { kind: "other" },
    statement: "Nobody called back.",
  });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "redress-back-"));
    server = await startEmbedded({ folder, news: ({ what }) => void news.push(what) });
    await prepareDatabase(server, () => {});
    world = await openWorld({
      database: { ...server, name: "redress", drop: async () => {} },
      mailOut: false,
    });
    mara = await world.colleague("Mara", "handler", "intake");
  });
  after(async () => {
    await world.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const postmaster = () => Number(readFileSync(join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]);

  test("killed while ten people write: nothing acknowledged is lost, and the same node goes on", async () => {
    const acknowledged: string[] = [];
    const seen = new Set<number>();
    const enough = new AbortController();
    const writers = Array.from({ length: 10 }, async (_, index) => {
      for (let turn = 0; !enough.signal.aborted; turn += 1) {
        const { status, body, headers } = await mara.post(
          "/complaints",
          complaint(`Writer ${index} ${turn}`),
        );
        seen.add(status);
        if (status === 201) acknowledged.push(body.id);
        else assert.ok(headers["retry-after"], `${status} says when to come back`);
        await pause(20);
      }
    });
    await within10s("the first are stored", async () => acknowledged.length > 20);
    process.kill(postmaster(), "SIGKILL");
    await within10s("the server is up again", async () => news.includes("started-again"));
    const before = acknowledged.length;
    await within10s("people write again", async () => acknowledged.length > before + 10);
    enough.abort();
    await Promise.all(writers);
    assert.deepEqual(
      [...seen].toSorted((a, b) => a - b).filter((status) => ![201, 503].includes(status)),
      [],
    );
    const kept = await world.desk.db.selectFrom("complaint").select("id").execute();
    const ids = new Set(kept.map(({ id }) => id));
    assert.deepEqual(
      acknowledged.filter((id) => !ids.has(id)),
      [],
    );
    assert.equal((await world.server.inject("/readyz")).statusCode, 200);
  });

  test("administrators hear of it, once", async () => {
    const ada = await world.colleague("Ada", "admin");
    const heard = async () =>
      (await ada.get("/notices")).body.items.filter(({ kind }: { kind: string }) => kind === "database");
    await world.app.jobs.tick({});
    assert.deepEqual(await heard(), [], "this node has seen no other start yet");
    news.length = 0;
    process.kill(postmaster(), "SIGKILL");
    await within10s("the server is up again", async () => news.includes("started-again"));
    for (let minute = 0; minute < 2; minute += 1)
      await within10s("a minute passes", () => world.app.jobs.tick({}).then(() => true));
    const [notice, ...more] = await heard();
    assert.deepEqual(more, []);
    for (const [language, words] of [
      ["en", /started again/],
      ["de", /neu gestartet/],
    ] as const)
      assert.match(
        noticeInWords(language, "database", notice.facts, { url: "", zone: "Europe/Berlin" }).subject,
        words,
      );
  });

  test("one session that is ended while idle or in use takes nothing else along", async () => {
    const owner = await openClient({ host: server.socket, user: "postgres", database: "redress" });
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'redress_app' and pid <> pg_backend_pid()",
    );
    await owner.end();
    await within10s(
      "people write again",
      async () => (await mara.post("/complaints", complaint("After"))).status === 201,
    );
  });

  test("a commit whose wait for the standby was cancelled is not called a success", async () => {
    const owner = await openClient({ host: server.socket, user: "postgres", database: "redress" });
    const reload = async (names: string) => {
      await owner.query(`alter system set synchronous_standby_names = '${names}'`);
      await owner.query("select pg_reload_conf()");
      await pause(200);
    };
    await reload("nobody");
    const answer = mara.post("/complaints", complaint("Unsure"));
    await within10s("the commit waits", async () => {
      const { rowCount } = await owner.query(
        "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'",
      );
      return rowCount === 1;
    });
    const { status, body } = await answer;
    assert.equal(status, 503);
    assert.equal(body.code, "outcome-unknown");
    await reload("");
    assert.equal((await mara.post("/complaints", complaint("Sure"))).status, 201);
    await owner.end();
  });
});

describe("two processes on one embedded PostgreSQL", () => {
  const folder = mkdtempSync(join(tmpdir(), "redress-two-"));
  const settings = { fsync: "off" };
  after(() => rmSync(folder, { recursive: true, force: true }));
  const asks = async ({ app }: Embedded) => {
    const client = await openClient(app);
    await client.query("select 1");
    await client.end();
    return true;
  };

  test("the one that started it ends: the other starts its own", async () => {
    const news: string[] = [];
    const first = await startEmbedded({ folder, settings });
    const second = await startEmbedded({ folder, settings, news: ({ what }) => void news.push(what) });
    await first.stop();
    await within10s("the other has a server again", () => asks(second));
    assert.deepEqual(news, ["ended", "started-again"]);
    await second.stop();
    await assert.rejects(asks(second));
  });

  test("whoever starts while the other is being stopped waits, and does not lean on what will soon be gone", async () => {
    const first = await startEmbedded({ folder, settings });
    first.leaving();
    const news: string[] = [];
    const starting = startEmbedded({ folder, settings, news: ({ what }) => void news.push(what) });
    await pause(500);
    await first.stop();
    const second = await starting;
    assert.ok(await asks(second));
    await pause(1500);
    assert.deepEqual(news, []);
    await second.stop();
  });
});

describe("several hosts", () => {
  let folder: string;
  let server: Embedded;
  /** The embedded server listens on a socket alone; this is its door to the network. */
  let door: FaultProxy;
  let port: number;
  let dead: number;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "redress-hosts-"));
    dead = await freePort();
    server = await startEmbedded({ folder, settings: { fsync: "off" } });
    door = await openFaultProxy(join(server.socket, ".s.PGSQL.5432"));
    port = door.port;
  });
  after(async () => {
    await door.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the first is dead: the second is used, and the next connection goes there at once", async () => {
    const hosts = readHosts(`postgres://redress_owner@127.0.0.1:${dead},127.0.0.1:${port}/redress`)!;
    const db = openDatabase({ Client: clientOf(hosts) });
    try {
      await within10s(
        "it answers",
        async () => (await db.selectNoFrom(({ lit }) => lit(1).as("one")).execute()).length === 1,
      );
    } finally {
      await db.destroy();
    }
  });

  test("no host answers: one line names the setting and the hosts, and not the password", async () => {
    await assert.rejects(
      outside(
        `postgres://me:secret@127.0.0.1:${dead},127.0.0.1:${dead}/redress?target_session_attrs=read-write`,
      ),
      (error: Error) =>
        error instanceof NoDatabase && /DATABASE_URL/.test(error.message) && !/secret/.test(error.message),
    );
  });

  test("a server that takes no writes is passed over", async () => {
    const client = await openClient({ host: server.socket, user: "postgres", database: "postgres" });
    await client.query("alter database redress set default_transaction_read_only = on");
    try {
      const hosts = readHosts(
        `postgres://redress_owner@127.0.0.1:${port}/redress?target_session_attrs=read-write`,
      )!;
      await assert.rejects(openClient({ Client: clientOf(hosts) }), /takes no writes/);
    } finally {
      await client.query("alter database redress reset default_transaction_read_only");
      await client.end();
    }
  });
});
