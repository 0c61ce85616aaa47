import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { keysOf } from "../src/record/content/office-keys.ts";
import { Unusable } from "../src/engine/database/unusable.ts";
import { setAsideLocks } from "../src/engine/database/lock-files.ts";
import { openWorld, type World } from "./world.ts";

const complaint = {
  platform: "ctterra",
  channel: "phone",
  complainant: { name: "Anna", email: "anna@kundin.example", language: "de" },
  subject: { kind: "programme" },
  statement: "The course was cancelled.",
};
let world: World;
before(async () => void (world = await openWorld()));
after(() => world.close());
const folder = mkdtempSync(join(tmpdir(), "redress-keys-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("an operator whose key files are lost reads which, and no new ones are made", async () => {
  const mara = await world.colleague("Mara", "handler", "intake");
  const taken = await mara.post("/complaints", complaint);
  assert.equal(taken.status, 201);
  await assert.rejects(
    keysOf(world.desk.db, folder),
    (error) =>
      error instanceof Unusable && /content\.key, lookup\.key, links\.key missing/.test(error.message),
  );
  assert.deepEqual(readdirSync(folder), []);
  writeFileSync(join(folder, "content.key"), world.desk.keys.content.toString("base64"));
  await assert.rejects(keysOf(world.desk.db, folder), /^Error: lookup\.key, links\.key missing/);
  assert.deepEqual(readdirSync(folder), ["content.key"]);
});

for (const [what, text] of Object.entries({
  "is empty": "",
  "is damaged": "garbage\n",
  "names some other program": `${process.pid}\n`,
}))
  test(`a postmaster.pid that ${what} is set aside and not deleted`, () => {
    const data = join(folder, what.replaceAll(" ", "-"));
    mkdirSync(data);
    writeFileSync(join(data, "postmaster.pid"), text);
    const [aside] = setAsideLocks(data, data);
    assert.ok(aside && existsSync(aside));
    assert.equal(existsSync(join(data, "postmaster.pid")), false);
  });
