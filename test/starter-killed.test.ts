import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./free-port.ts";

test("a starter that is killed at once takes Redress and its PostgreSQL along", async () => {
  const folder = mkdtempSync(join(tmpdir(), "redress-starter-"));
  chmodSync(folder, 0o711);
  const port = await freePort();
  const starter = spawn(process.execPath, [join(import.meta.dirname, "../bin/redress.mjs"), "serve"], {
    env: {
      PATH: process.env.PATH,
      REDRESS_DATA: join(folder, "data"),
      PORT: String(port),
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(starter, "exit");
  try {
    let ready = false;
    for await (const line of createInterface({ input: starter.stdout })) {
      ready = line.startsWith("Redress is ready");
      if (ready) break;
    }
    assert.ok(ready, "it was ready");
    const pid = readFileSync(join(folder, "data/postgres/data/postmaster.pid"), "utf8").split("\n")[0]!;
    starter.kill("SIGKILL");
    await gone;
    const isTaken = () =>
      new Promise<boolean>((resolve) => {
        const caller = connect(port, "127.0.0.1");
        caller.on("connect", () => resolve(true) ?? caller.destroy());
        caller.on("error", () => resolve(false));
      });
    const until = performance.now() + 20_000;
    const left = async () => (await isTaken()) || existsSync(`/proc/${pid}`);
    while ((await left()) && performance.now() < until) await pause(100);
    assert.equal(await isTaken(), false, "its port is free");
    assert.equal(existsSync(`/proc/${pid}`), false, "its PostgreSQL has ended");
  } finally {
    starter.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});

test("threads that come and go do not end the process that started them", async () => {
  const setup = pathToFileURL(join(import.meta.dirname, "../bin/setup.mjs")).href;
  const program = `data:text/javascript,${encodeURIComponent(
    `import { isMainThread, Worker } from "node:worker_threads";
     import { setTimeout as pause } from "node:timers/promises";
     const thread = async () => {
       const worker = new Worker(new URL("data:text/javascript,setInterval(() => {}, 1000)"));
       worker.on("error", ({ code }) => console.log(code));
       await pause(300);
       await worker.terminate();
     };
     if (isMainThread) {
       for (let turn = 0; turn < 3; turn += 1) await thread();
       console.log("alive");
     }`,
  )}`;
  const starter = spawn(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import { become } from "${setup}"; become(process.execPath, ["--import", "${program}", "--eval", "0"], process.env);`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const said = await Array.fromAsync(createInterface({ input: starter.stdout }));
  assert.deepEqual(said, ["alive"]);
});
