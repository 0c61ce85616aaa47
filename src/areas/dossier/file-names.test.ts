import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { safeName } from "./file-names.ts";

test("a name leads nowhere, hides nothing and is nobody's device", () => {
  const pairs = [
    ["../../etc/passwd", "etc_passwd"],
    ["C:\\Windows\\x.exe", "C__Windows_x.exe"],
    ["CON", "_CON"],
    ["nul.txt", "_nul.txt"],
    ["-rf", "rf"],
    [".bashrc", "bashrc"],
    ["invoice\u202egnp.exe", "invoicegnp.exe"],
    ["a\0b\r\nc.pdf", "abc.pdf"],
    [" . ", "file"],
    ["Rechnung Größe.pdf", "Rechnung Größe.pdf"],
    ["x. ", "x"],
  ] as const;
  for (const [told, safe] of pairs) assert.equal(safeName(told), safe);
  assert.equal(safeName(`${"ä".repeat(300)}.pdf`), `${"ä".repeat(48)}.pdf`);
  assert.equal(safeName(`${"a".repeat(96)}.hta${"x".repeat(50)}`), `${"a".repeat(96)}_hta`);
});

test("whatever a sender calls a file, its name is short, plain and stays what it is when made safe again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (told) => {
      const safe = safeName(told);
      assert.ok(safe.length > 0 && Buffer.byteLength(safe) <= 101);
      assert.doesNotMatch(safe, /[\p{Cc}\p{Cf}<>:"/\\|?*]|^[.\-~\s]|[.\s]$/u);
      assert.ok(safe.isWellFormed());
    }),
    { numRuns: 300 },
  );
});
