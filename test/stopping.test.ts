import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { test } from "node:test";
import pino from "pino";
import { openServer } from "../src/http/server.ts";

test("twenty people who are being answered when Redress is stopped get their answers", async () => {
  const app = await openServer(pino({ level: "silent" }));
  const asked = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<void>();
  let count = 0;
  app.get("/slow", async () => {
    count += 1;
    if (count === 20) asked.resolve();
    await stopped.promise;
    return { done: true };
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const idle = connect(port, "127.0.0.1");
  await once(idle, "connect");
  idle.resume();
  const answers = Array.from({ length: 20 }, () => fetch(`http://127.0.0.1:${port}/slow`));
  await asked.promise;
  const closed = app.close();
  await assert.rejects(fetch(`http://127.0.0.1:${port}/slow`), "nobody new is taken");
  stopped.resolve();
  for (const answer of await Promise.all(answers)) {
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("connection"), "close");
    assert.deepEqual(await answer.json(), { done: true });
  }
  await closed;
  idle.destroy();
});
