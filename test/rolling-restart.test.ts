import assert from "node:assert/strict";
import { test } from "node:test";
import { freshDatabase } from "./database.ts";
import { rollingRestarts } from "./rolling.ts";

test("each of two nodes behind a proxy is restarted under load, and no request fails", async () => {
  const database = await freshDatabase();
  const { failed, created, read, restarts } = await rollingRestarts(database, 1);
  assert.deepEqual(failed, []);
  assert.equal(restarts, 2);
  assert.ok(created > 20 && read > 20, `${created} created, ${read} read`);
  await database.drop();
});
