import assert from "node:assert/strict";
import { test } from "node:test";
import { storeRaw } from "../../src/channels/email/ledger.ts";
import { corpus, mutant } from "../mutations.ts";
import { openWorld } from "../world.ts";

test("of three hundred damaged mails each has one end in the ledger", async (context) => {
  const world = await openWorld();
  context.after(() => world.close());
  const mails = corpus();
  for (let n = 0; n < 300; n += 1)
    await storeRaw(world.desk, { mailbox: "mutants", raw: mutant(mails, n * 61 + 1) });
  await world.settle();
  const rows = await world.desk.db.selectFrom("intake_message").select(["disposition", "reason"]).execute();
  assert.equal(rows.length, 300);
  assert.deepEqual(
    rows.filter(({ disposition, reason }) => disposition === null || reason === "failed"),
    [],
  );
});
