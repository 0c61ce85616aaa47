import assert from "node:assert/strict";
import { test } from "node:test";
import { storeRaw } from "../src/channels/email/ledger.ts";
import { holdFiles } from "../src/content/holding.ts";
import { foldQuotes } from "../src/core/complaint/quoting.ts";
import { automaticSign, bounceSign } from "../src/channels/email/automatic.ts";
import { guessLanguage } from "../src/channels/email/language.ts";
import { parseMail } from "../src/channels/email/parsing.ts";
import { corpus, mutant } from "./mutations.ts";
import { openWorld } from "./world.ts";

const count = 20_000;

test("twenty thousand damaged mails: none stops the reader, takes long, or fills the memory", async () => {
  const mails = corpus();
  let slowest = 0;
  let unreadable = 0;
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    const mail = await parseMail(mutant(mails, n)).catch(() => undefined);
    if (!mail) unreadable += 1;
    else {
      foldQuotes(mail.text);
      automaticSign(mail);
      bounceSign(mail);
      guessLanguage(mail.text);
      await holdFiles(mail.files, undefined);
      assert.ok(mail.text.length <= 50_000 && mail.files.length <= 50 && mail.text.isWellFormed());
    }
    slowest = Math.max(slowest, performance.now() - begun);
  }
  assert.ok(slowest < 10_000, `the slowest took ${Math.round(slowest)} ms`);
  assert.ok(unreadable < count / 20, `${unreadable} could not be read at all`);
  assert.ok(process.memoryUsage.rss() < 1500 * 1024 * 1024);
});

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
