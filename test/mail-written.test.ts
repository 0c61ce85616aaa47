import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { verdictOf } from "../src/channels/email/bounces.ts";
import { bounceSign } from "../src/channels/email/delivery-reports.ts";
import { storeRaw } from "../src/channels/email/ledger.ts";
import { parseMail } from "../src/channels/email/parsing.ts";
import { fromItsWriter } from "../src/channels/email/sender.ts";
import { foldQuotes } from "../src/core/complaint/quoting.ts";
import { openWorld } from "./world.ts";

/** Mails written after what real programs send, each judged before it was first read; see the notes beside them. */
const folder = join(import.meta.dirname, "data/email/written");
type Expected = {
  /** Any of these dispositions is right; where two are, nobody but a person can tell. */
  ends: string[];
  /** What a report says of the letter; null where it says of no failure. */
  outcome?: string | null;
  language?: "en" | "de";
  mentions?: boolean;
  said?: string | null;
  saidContains?: string;
  contains?: string;
  absent?: string;
  text?: string;
  subject?: string;
  from?: string | null;
  senderName?: string;
  files?: number;
  fileName?: string;
};
const cases = Object.entries(
  JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Record<string, Expected>,
);
const rawOf = (name: string) => readFileSync(join(folder, `${name}.eml`));

describe("mails as real programs write them", () => {
  test("each ends where it should: no person is taken for a machine, and no machine is answered", async (context) => {
    const world = await openWorld();
    context.after(() => world.close());
    const ids = new Map<string, string>();
    for (const [name] of cases)
      ids.set(await storeRaw(world.desk, { mailbox: "written", raw: rawOf(name) }), name);
    assert.equal(ids.size, cases.length, "no two are the same");
    await world.settle();
    const rows = await world.desk.db
      .selectFrom("intake_message")
      .select(["id", "disposition", "reason", "verdicts"])
      .execute();
    const wrong: string[] = [];
    for (const { id, disposition, reason, verdicts } of rows) {
      const name = ids.get(id)!;
      const { ends, language, mentions } = cases.find(([each]) => each === name)![1];
      const found = verdicts as { language?: string; mentions?: string | false } | null;
      if (!ends.includes(String(disposition)))
        wrong.push(`${name}: ${disposition} ${reason} ≠ ${ends.join()}`);
      if (language !== undefined && found?.language !== language)
        wrong.push(`${name}: language ${found?.language}`);
      if (mentions !== undefined && (found?.mentions !== false) !== mentions)
        wrong.push(`${name}: mentions ${found?.mentions}`);
    }
    assert.deepEqual(wrong, []);
  });

  for (const [name, expected] of cases)
    test(`${name} is read as it was written`, async () => {
      const mail = fromItsWriter(await parseMail(rawOf(name)), "mb@ctterra.com");
      const { said } = foldQuotes(mail.text);
      const sign = bounceSign(mail);
      const found: Record<string, unknown> = {
        outcome: sign && (verdictOf(mail, sign).outcome ?? null),
        said,
        text: mail.text,
        subject: mail.subject,
        from: mail.from?.address ?? null,
        senderName: mail.from?.name,
        files: mail.files.length,
        fileName: mail.files[0]?.name,
      };
      for (const [what, value] of Object.entries(found)) {
        const due = (expected as Record<string, unknown>)[what];
        if (due !== undefined && !(what === "said" && due === null)) assert.equal(value, due, what);
      }
      if (expected.saidContains) assert.ok(said.includes(expected.saidContains), said);
      if (expected.contains) assert.ok(mail.text.includes(expected.contains), mail.text);
      if (expected.absent) assert.ok(!mail.text.includes(expected.absent), mail.text);
    });
});
