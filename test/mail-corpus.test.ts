import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { isAddress } from "../src/channels/email/address.ts";
import { storeRaw } from "../src/channels/email/ledger.ts";
import { parseMail } from "../src/channels/email/parsing.ts";
import { openWorld } from "./world.ts";

const corpus = join(import.meta.dirname, "data/email");
const files = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(eml|raw|txt)$/.test(file) && !/^(reply|written)/.test(file))
  .toSorted((a, b) => (a < b ? -1 : 1));

type Expected = { cases: Record<string, { files: string[]; expected: { reason: string }[] }> };
const bounces = JSON.parse(readFileSync(join(corpus, "bounce/sisimai/expected.json"), "utf8")) as Expected;

/** What a list's program answers is a list's mail, no report. */
const undressed = new Set(["lhost-fml-02.eml"]);
/** What no person wrote to us, though it reports no bounce: an out-of-office note, a click on "unsubscribe". */
const notBounced = new Set(["vacation", "feedback"]);

describe("the mails of others", () => {
  test("each of them ends in one known disposition, and none is answered that no person wrote", async (context) => {
    const world = await openWorld();
    context.after(() => world.close());
    const ids = new Map<string, string>();
    for (const file of files)
      ids.set(file, await storeRaw(world.desk, { mailbox: "corpus", raw: readFileSync(join(corpus, file)) }));
    await world.settle();
    const rows = await world.desk.db
      .selectFrom("intake_message")
      .select(["id", "disposition", "reason", "verdicts", "complaint_id"])
      .execute();
    const of = new Map(rows.map((row) => [row.id, row]));
    assert.equal(rows.length, files.length, "none is lost");
    const reasons = new Map<string, number>();
    for (const { disposition, reason } of rows) {
      assert.ok(disposition);
      reasons.set(`${disposition} ${reason}`, (reasons.get(`${disposition} ${reason}`) ?? 0) + 1);
    }
    for (const reason of ["failed", "takes-too-long", "needs-too-much"])
      assert.equal(reasons.get(`quarantine ${reason}`), undefined);

    const wrong: string[] = [];
    for (const { files: copies, expected } of Object.values(bounces.cases))
      for (const copy of copies) {
        const { disposition } = of.get(ids.get(`bounce/sisimai/${copy}`)!)!;
        const good = expected.every(
          ({ reason }) => disposition === "bounce" || (notBounced.has(reason) && disposition === "automatic"),
        );
        // Of the same report in three spellings of its line ends, two are the same bytes at times.
        if (!good && disposition !== "duplicate" && !undressed.has(copy.split("/").at(-1)!))
          wrong.push(`${copy}: ${disposition}`);
      }
    assert.deepEqual(wrong, []);
  });

  type Mime = { cases: Record<string, Case> };
  type Case = {
    From?: { name?: string; email?: string };
    Subject?: string;
    text?: string;
    attachments?: number;
  };
  const mime = join(corpus, "mime/zbateson");
  const { cases } = JSON.parse(readFileSync(join(mime, "expected.json"), "utf8")) as Mime;

  /** Uuencoded files within a text, and what counts as a file in signed or nested messages, are read otherwise here. */
  const otherwise = new Set(["m0018", "m4002", "m4004", "m4007"]);

  /** Its author's program wrote UTF-7 that decodes to Chinese. */
  const brokenText = new Set(["m1011"]);

  test("what they say, from whom and about what, is read as others read it", async () => {
    const wrong: string[] = [];
    const collapsed = (text: string) => text.replace(/\s+/g, " ").trim();
    for (const [name, { From, Subject, text, attachments }] of Object.entries(cases)) {
      const file = join(mime, `emails/${name}.txt`);
      if (!existsSync(file)) continue;
      const mail = await parseMail(readFileSync(file));
      const differs = (what: string, found: unknown, expected: unknown) =>
        found !== expected &&
        wrong.push(`${name} ${what}: ${JSON.stringify(found)} ≠ ${JSON.stringify(expected)}`);
      if (From?.email) differs("address", mail.from?.address, From.email);
      if (From?.name) differs("name", mail.from?.name, From.name);
      if (Subject) differs("subject", mail.subject, collapsed(Subject).slice(0, 200));
      if (attachments !== undefined && !otherwise.has(name))
        differs("attachments", mail.files.length, attachments);
      if (text && !brokenText.has(name)) {
        const expected = collapsed(readFileSync(join(mime, "emails/files", text), "latin1"));
        if (!collapsed(mail.text).includes(expected.slice(0, 200)))
          wrong.push(`${name} text: ${collapsed(mail.text).slice(0, 60)} ≠ ${expected.slice(0, 60)}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  test("an address is one that can be written to: nothing that no server would take, nothing that could break a header", () => {
    const { cases: addresses } = JSON.parse(readFileSync(join(corpus, "address/isemail.json"), "utf8")) as {
      cases: { address: string; category: string; diagnosis: string }[];
    };
    /** Legal and never met, or met although it is not legal. */
    const otherwise = /QUOTEDSTRING|ADDRESSLITERAL|_TLD|ERR_DOT_|CONSECUTIVEDOTS/;
    const wrong = addresses.filter(({ address, category, diagnosis }) => {
      if (address !== address.trim() || otherwise.test(diagnosis)) return false;
      const dotted = /@.+\../.test(address) && !/\.\w$/.test(address);
      if (/_VALID|_DNSWARN|_RFC5321$/.test(category)) return dotted && !isAddress(address);
      return /_ERR$|_RFC5322$/.test(category) && isAddress(address);
    });
    assert.deepEqual(wrong, []);
  });
});
