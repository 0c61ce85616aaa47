import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { openClient } from "../src/engine/database/client.ts";
import { startEmbedded, type Embedded } from "../src/engine/database/embedded.ts";
import { outside } from "../src/engine/database/outside.ts";
import { openFaultProxy, type FaultProxy } from "./fault-proxy.ts";
import { openWorld, type World } from "./world.ts";

const openDoor = ({ socket }: Embedded) => openFaultProxy(join(socket, ".s.PGSQL.5432"));

describe("the primary of a pair is lost while people write", () => {
  const folder = mkdtempSync(join(tmpdir(), "redress-failover-"));
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  let primary: Embedded;
  let standby: Embedded;
  let world: World;
  /** The servers listen on a socket alone; a door that is stopped is a machine that is gone. */
  let doors: FaultProxy[];

  before(async () => {
    chmodSync(folder, 0o711);
    primary = await startEmbedded({ folder: first });
    await prepareDatabase(primary);
    appendFileSync(join(first, "data/pg_hba.conf"), "local replication all peer map=redress\n");
    await primary.stop();
    mkdirSync(second, { mode: 0o711 });
    spawnSync("cp", ["-a", join(first, "data"), join(second, "data")]);
    writeFileSync(join(second, "data/standby.signal"), "");
    const from = `host=${primary.socket} port=5432 user=postgres application_name=standby`;
    appendFileSync(join(second, "data/postgresql.auto.conf"), `primary_conninfo = '${from}'\n`);
    primary = await startEmbedded({ folder: first, settings: { synchronous_standby_names: "standby" } });
    standby = await startEmbedded({ folder: second });
    doors = [await openDoor(primary), await openDoor(standby)];
    const hosts = doors.map(({ port }) => `127.0.0.1:${port}`).join(",");
    const access = await outside(`postgres://postgres@${hosts}/redress?target_session_attrs=read-write`);
    // As each start does.
    await prepareDatabase(access);
    world = await openWorld({
      database: { ...access, name: "redress", drop: async () => {} },
      mailOut: false,
    });
  });
  after(async () => {
    await world.close();
    for (const door of doors) await door.stop();
    await standby.stop();
    await primary.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the standby takes over: nothing acknowledged is lost, the same node goes on within ten seconds, and finds what it knew", async () => {
    const mara = await world.colleague("Mara", "handler", "intake");
    const acknowledged: string[] = [];
    const answers = new Set<number>();
    const enough = new AbortController();
    const writers = Array.from({ length: 5 }, async (_, index) => {
      while (!enough.signal.aborted) {
        const { status, body } = await mara.post("/complaints", {
          platform: "ctterra",
          channel: "phone",
          complainant: { name: `Writer ${index}` },
          subject: { kind: "other" },
          statement: "Nobody called back about the Sturmschutzkurs.",
        });
        answers.add(status);
        if (status === 201) acknowledged.push(body.id);
        await pause(20);
      }
    });
    while (acknowledged.length < 20) await pause(50);
    process.kill(Number(readFileSync(join(first, "data/postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
    doors[0]!.cut();
    await doors.shift()!.stop();
    const promoting = await openClient({ host: standby.socket, user: "postgres", database: "postgres" });
    await promoting.query("select pg_promote()");
    await promoting.end();
    const [before, promoted] = [acknowledged.length, performance.now()];
    while (acknowledged.length < before + 5 && performance.now() - promoted < 10_000) await pause(50);
    enough.abort();
    await Promise.all(writers);
    assert.ok(acknowledged.length >= before + 5, "people write again");
    assert.deepEqual(
      [...answers].toSorted((a, b) => a - b),
      [201, 503],
    );
    const kept = await world.desk.db.selectFrom("complaint").select("id").execute();
    const ids = new Set(kept.map(({ id }) => id));
    assert.deepEqual(
      acknowledged.filter((id) => !ids.has(id)),
      [],
    );
    assert.equal((await world.server.inject("/readyz")).statusCode, 200);
    const found = await mara.get("/complaints?q=Sturmschutz&limit=5");
    assert.equal(found.body.items.length, 5);
  });
});
