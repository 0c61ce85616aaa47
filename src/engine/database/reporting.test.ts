import assert from "node:assert/strict";
import { test } from "node:test";
import { reporting } from "./reporting.ts";

test("an outage that lasts is one line a minute, without a stack; a fault of ours is told each time", () => {
  const told: [level: string, what: object][] = [];
  const log = {
    warn: (what: object) => void told.push(["warn", what]),
    error: (what: object) => void told.push(["error", what]),
  } as unknown as Parameters<typeof reporting>[0];
  let now = 0;
  const report = reporting(log, () => now);
  const outage = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  for (; now < 150_000; now += 300) report(outage);
  assert.deepEqual(
    told,
    Array.from({ length: 3 }, () => ["warn", { code: "ECONNREFUSED" }]),
  );
  report(new TypeError("ours"));
  report(new TypeError("ours"));
  assert.deepEqual(
    told.slice(3).map(([level]) => level),
    ["error", "error"],
  );
});
