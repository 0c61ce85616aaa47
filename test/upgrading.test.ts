import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import pg from "pg";
import { openOffice } from "../src/commands/office.ts";
import { Failure } from "../src/commands/usage.ts";
import { ownSettings } from "./own-settings.ts";

describe("A database of another version", () => {
  const folder = mkdtempSync(join(tmpdir(), "redress-upgrade-"));
  // PostgreSQL does not run as root, and its own user has to get in.
  chmodSync(folder, 0o755);
  after(() => rmSync(folder, { recursive: true, force: true }));
  const settings = ownSettings({ folder });
  const change = async (statement: string) => {
    const office = await openOffice(settings);
    const client = new pg.Client(office.access.owner);
    await client.connect();
    await client.query(statement);
    await client.end();
    await office.close();
  };
  const refused = (words: RegExp) =>
    assert.rejects(openOffice(settings), (error) => error instanceof Failure && words.test(error.message));
  const running = () => existsSync(join(folder, "postgres", "data", "postmaster.pid"));

  test("is refused in a sentence when it is a later one; nothing is left running", async () => {
    await change("insert into migration (name, sha256) values ('9999-later.sql', 'x')");
    await refused(/belongs to a later version of Redress, which knows 9999-later\.sql\. Nothing was changed/);
    assert.equal(running(), false);
  });
});
