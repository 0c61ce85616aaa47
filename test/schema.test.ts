import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");

test("schema.sql and the table types are what the migrations make; if not, run `npm run schema`", () => {
  const folder = mkdtempSync(join(tmpdir(), "redress-schema-"));
  try {
    execFileSync(
      process.execPath,
      ["--import", join(root, "bin/tsx-hook.mjs"), join(root, "bin/schema.mjs"), folder],
      { stdio: ["ignore", "ignore", "inherit"] },
    );
    assert.equal(
      readFileSync(join(root, "schema.sql"), "utf8"),
      readFileSync(join(folder, "schema.sql"), "utf8"),
    );
    assert.equal(
      readFileSync(join(root, "src/engine/database/tables.ts"), "utf8"),
      readFileSync(join(folder, "tables.ts"), "utf8"),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
