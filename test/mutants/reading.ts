import assert from "node:assert/strict";
import { test } from "node:test";
import { automaticSign } from "../../src/channels/email/automatic.ts";
import { bounceSign } from "../../src/channels/email/delivery-reports.ts";
import { guessLanguage } from "../../src/channels/email/language.ts";
import { parseMail } from "../../src/channels/email/parsing.ts";
import { holdFiles } from "../../src/record/content/holding.ts";
import { foldQuotes } from "../../src/core/complaint/quoting.ts";
import { corpus, mutant } from "../mutations.ts";

/** Twenty thousand in all, in four files, so that they are read side by side. */
const each = 5_000;

export function readMutants(quarter: number): void {
  test(`damaged mails, quarter ${quarter}: none stops the reader, takes long, or fills the memory`, async () => {
    const mails = corpus();
    let slowest = 0;
    let unreadable = 0;
    for (let n = quarter * each; n < (quarter + 1) * each; n += 1) {
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
    assert.ok(unreadable < each / 20, `${unreadable} could not be read at all`);
    assert.ok(process.memoryUsage.rss() < 1500 * 1024 * 1024);
  });
}
