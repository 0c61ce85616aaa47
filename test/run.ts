import { writeSync } from "node:fs";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { startTestServer } from "./database.ts";

// One PostgreSQL for all files, unless an outside one is named; each file has databases of its own in it.
const server = process.env.DATABASE_URL ? undefined : await startTestServer();
if (server) process.env.REDRESS_TEST_SOCKET = server.socket;

const patience = 300_000;
let passed = 0;
let failed = 0;
// What hangs is a failure too: a test has five minutes, on a machine that others use too.
const stream = run({
  files: process.argv.slice(2),
  concurrency: 2,
  execArgv: process.execArgv,
  timeout: patience,
});
stream.on("test:pass", ({ details }) => void (details.type === "suite" || (passed += 1)));
stream.on("test:fail", ({ details }) => void (details.type === "suite" || (failed += 1)));
stream.compose(spec).pipe(process.stdout);
// A test that failed before it closed what it had opened keeps its file from ending, and this from ever being done.
let stuck = false;
let silentSince = performance.now();
stream.on("data", () => void (silentSince = performance.now()));
const ended = Promise.withResolvers<void>();
stream.once("end", ended.resolve);
const watch = setInterval(() => {
  if (performance.now() - silentSince < patience) return;
  process.stdout.write("\n✖ nothing has happened for five minutes: a test file does not end\n");
  failed += 1;
  stuck = true;
  ended.resolve();
}, 5_000);
await ended.promise;
clearInterval(watch);
await server?.stop();
writeSync(3, `${passed} ${failed}\n`);
process.exitCode = failed === 0 ? 0 : 1;
if (stuck) process.exit(1);
