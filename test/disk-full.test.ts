import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { createTransport } from "nodemailer";
import { listenForMail } from "../src/channels/email/smtp.ts";
import { prepareDatabase } from "../src/commands/preparing.ts";
import { startEmbedded } from "../src/engine/database/embedded.ts";
import { openWorld } from "./world.ts";

const complaint = (statement: string) => ({
  platform: "ctterra",
  channel: "phone",
  complainant: { name: "Kim" },
  subject: { kind: "other" },
  statement,
});

test("a full disk: whoever writes is told to come back, nothing is half stored, and with room it goes on by itself", async (t) => {
  const disk = mkdtempSync(join(tmpdir(), "redress-disk-"));
  // A small disk of its own needs the right to mount one.
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=160m", "redress", disk]).status !== 0) {
    rmSync(disk, { recursive: true });
    t.skip("nobody may mount a disk here");
    return;
  }
  const server = await startEmbedded({
    folder: join(disk, "postgres"),
    settings: { max_wal_size: "32MB", min_wal_size: "32MB" },
  });
  await prepareDatabase(server);
  const world = await openWorld({
    database: { ...server, name: "redress", drop: async () => {} },
    mailOut: false,
  });
  const { port, stop } = await listenForMail(
    world.desk,
    { host: "127.0.0.1", port: 0, lmtp: false },
    () => {},
  );
  const post = createTransport({ host: "127.0.0.1", port, ignoreTLS: true } as object);
  const mail = (text: string) =>
    post.sendMail({ from: "kim@kundin.example", to: "mb@ctterra.com", subject: "Late", text });
  const ready = async () => (await world.server.inject("/readyz")).statusCode;
  const ballast = join(disk, "ballast");
  try {
    const mara = await world.colleague("Mara", "handler", "intake");
    assert.equal(await ready(), 200);
    writeFileSync(ballast, "");
    spawnSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=64k"]);
    const stored: string[] = [];
    const refused: { status: number; later: unknown }[] = [];
    // What PostgreSQL had room for in its files already is still stored.
    for (let turn = 0; refused.length < 3 && turn < 200; turn += 1) {
      const { status, body, headers } = await mara.post("/complaints", complaint("word ".repeat(10_000)));
      if (status === 201) stored.push(body.id);
      else refused.push({ status, later: headers["retry-after"] });
    }
    assert.deepEqual(
      refused,
      Array.from({ length: 3 }, () => ({ status: 503, later: "5" })),
    );
    assert.equal(await ready(), 503);
    await assert.rejects(mail("word ".repeat(200_000)), ({ responseCode }: { responseCode: number }) => {
      assert.ok(responseCode >= 400 && responseCode < 500, `SMTP said ${responseCode}`);
      return true;
    });
    rmSync(ballast);
    const until = performance.now() + 10_000;
    while ((await ready()) !== 200 && performance.now() < until) await pause(100);
    assert.equal(await ready(), 200);
    const { status, body } = await mara.post("/complaints", complaint("There is room."));
    assert.equal(status, 201);
    await mail("There is room.");
    const kept = await world.desk.db.selectFrom("complaint").select("id").execute();
    assert.deepEqual(new Set(kept.map(({ id }) => id)), new Set([...stored, body.id]));
    const { rows } = await sql<{ letters: number }>`select count(*) as letters from intake_message`.execute(
      world.desk.db,
    );
    assert.equal(rows[0]!.letters, 1);
  } finally {
    post.close();
    await stop();
    await world.close();
    await server.stop();
    spawnSync("umount", [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});
