import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { importArchive } from "../src/channels/email/importing.ts";
import { openWorld, type Colleague, type World } from "./world.ts";

const mbox = `From anna@kundin.example Mon Mar  2 09:15:00 2026
Received: from mx.kundin.example by mx.ctterra.com; Mon, 2 Mar 2026 10:15:00 +0100
From: Anna <anna@kundin.example>
Date: Thu, 1 Jan 2099 00:00:00 +0000
Subject: The first

The room was cold.
>From the first day on.
>>From the second, too.

From - Tue Mar  3 08:00:00 2026
From: Bert <bert@kundin.example>
Subject: The second

From here on it went wrong, and this line is no separator: a word comes after it.

From mailer@list.example Wed Mar  4 08:00:00 2026
From: news@list.example
List-Id: <news.list.example>
Subject: News

Nothing.

From mb@ctterra.com Wed Mar  4 09:00:00 2026
From: C.T. Terra <mb@ctterra.com>
To: anna@kundin.example
Subject: Re: The first

We are sorry.
`;

describe("importing an old mailbox", () => {
  let world: World;
  let mara: Colleague;
  const folder = mkdtempSync(join(tmpdir(), "redress-import-"));
  const path = join(folder, "old.mbox");

  before(async () => {
    world = await openWorld();
    mara = await world.colleague("Mara", "handler");
    writeFileSync(path, mbox);
  });
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });
  const bring = (kind: "mbox" | "eml", from: string, acknowledge = false) =>
    importArchive(world.app.room, { kind, path: from, acknowledge }, () => {});

  test("each message gets its end with its own date, and nobody is written to or alarmed about", async () => {
    const seen: number[] = [];
    const found = await importArchive(world.app.room, { kind: "mbox", path, acknowledge: false }, (read) =>
      seen.push(read),
    );
    assert.deepEqual(found, {
      messages: 4,
      stored: 4,
      known: 0,
      byDisposition: { complaint: 2, automatic: 2 },
    });
    assert.equal(seen.at(-1), Buffer.byteLength(mbox), "progress reaches the end");
    await world.settle();
    assert.equal(world.letters.length, 0);
    const { items } = (await mara.get("/complaints?sort=received")).body;
    const first = (
      await mara.get(
        `/complaints/${items.find(({ summary }: { summary: string }) => summary === "The first").id}`,
      )
    ).body;
    assert.equal(first.receivedAt, "2026-03-02T09:15:00.000Z");
    assert.equal(first.statement, "The room was cold.\nFrom the first day on.\n>From the second, too.");
    assert.deepEqual(
      first.clocks.map(({ status, notApplicable }: Record<string, string>) => [status, notApplicable]),
      first.clocks.map(() => ["not_applicable", "imported"]),
    );
    const second = (
      await mara.get(
        `/complaints/${items.find(({ summary }: { summary: string }) => summary === "The second").id}`,
      )
    ).body;
    assert.equal(
      second.receivedAt,
      "2026-03-03T08:00:00.000Z",
      "the archive's own line where no header tells",
    );
  });

  test("the same import again brings nothing twice", async () => {
    const again = await bring("mbox", path);
    assert.deepEqual([again.stored, again.known], [0, 4]);
  });

  test("a folder of message files is imported likewise; asked to, it acknowledges", async () => {
    const box = join(folder, "maildir/new");
    mkdirSync(box, { recursive: true });
    writeFileSync(join(box, "1.eml"), "From: Carl <carl@kundin.example>\r\nSubject: One\r\n\r\nA file.\r\n");
    writeFileSync(join(box, "2.host"), "From: Dora <dora@kundin.example>\r\nSubject: Two\r\n\r\nA file.\r\n");
    writeFileSync(join(folder, "maildir/notes.txt"), "not a message");
    const found = await bring("eml", join(folder, "maildir"), true);
    assert.deepEqual([found.messages, found.byDisposition], [2, { complaint: 2 }]);
    await world.settle();
    assert.equal(world.letters.length, 2);
  });

  test("what is no mailbox at all brings nothing", async () => {
    writeFileSync(join(folder, "empty"), "");
    writeFileSync(join(folder, "prose"), "Once upon a time\nFrom the hills came a wind\n");
    for (const name of ["empty", "prose"])
      assert.equal((await bring("mbox", join(folder, name))).messages, 0);
  });
});
