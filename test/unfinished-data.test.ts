import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { findBinaries } from "../src/engine/database/binaries.ts";
import { Damaged, initialise, own } from "../src/engine/database/initialising.ts";
import { serverUser } from "../src/engine/database/server-user.ts";

describe("the folder of the embedded PostgreSQL", async () => {
  const user = serverUser();
  const { initdb } = await findBinaries(user);
  const folder = mkdtempSync(join(tmpdir(), "redress-unfinished-"));
  own(folder, user);
  after(() => rmSync(folder, { recursive: true, force: true }));
  const whole = join(folder, "whole");
  // Made once by the real `initdb`, which takes seconds; from then on its work is copied.
  const again = join(folder, "initdb");
  writeFileSync(again, `#!/bin/sh\ncp -r ${whole}/. "$2"\n`, { mode: 0o755 });
  const make = (data: string) => initialise(existsSync(whole) ? again : initdb, data, user);

  test("is made once, and a start that was cut while it was made leaves nothing that looks like it", () => {
    assert.deepEqual(make(whole), []);
    assert.deepEqual(make(whole), []);
    // What `initdb` writes before it is cut stands beside.
    cpSync(whole, join(folder, "cut.making-xyz"), { recursive: true });
    assert.equal(existsSync(join(folder, "cut")), false);
    make(join(folder, "cut"));
    assert.ok(existsSync(join(folder, "cut", "global/pg_control")));
  });

  for (const [what, missing] of [
    ["an empty PG_VERSION", "PG_VERSION"],
    ["no pg_control", "global/pg_control"],
  ] as const)
    test(`an earlier version's unfinished one, with ${what}, is set aside`, () => {
      const data = join(folder, `with ${what}`);
      cpSync(whole, data, { recursive: true });
      writeFileSync(join(data, missing), "");
      const aside = make(data);
      assert.equal(aside.length, 1);
      assert.ok(existsSync(aside[0]!));
      assert.ok(existsSync(join(data, "global/pg_control")));
    });

  test("that was in use and lacks what every server needs is named, and nothing is made in its place", () => {
    const data = join(folder, "used");
    cpSync(whole, data, { recursive: true });
    mkdirSync(join(data, "base/16384"));
    rmSync(join(data, "PG_VERSION"));
    const before = readdirSync(folder);
    assert.throws(() => make(data), Damaged);
    assert.deepEqual(readdirSync(folder), before);
    assert.equal(existsSync(join(data, "PG_VERSION")), false);
  });
});
