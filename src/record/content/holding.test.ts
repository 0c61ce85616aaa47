import assert from "node:assert/strict";
import { test } from "node:test";
import { safeName } from "../../areas/dossier/file-names.ts";
import { holdFiles } from "./holding.ts";

test("what is held is told by the name under which it would be handed out", async () => {
  const bytes = Buffer.from("alert(1)");
  for (const sign of ["", "\u200b", "\u00ad", "\u2028", "\ufeff", "\u{e0041}", "\u061c"])
    for (const name of [`note.hta${sign}`, `note.h${sign}ta`, `note.hta${sign} .`]) {
      assert.equal(safeName(name), "note.hta");
      assert.deepEqual(await holdFiles([{ name, bytes }], undefined), ["script"], JSON.stringify(name));
    }
  assert.deepEqual(await holdFiles([{ name: "note.txt", bytes }], undefined), [undefined]);
});
