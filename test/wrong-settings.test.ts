import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { readSettings, SettingsError } from "../src/settings.ts";

describe("a wrong setting is one line that names it", () => {
  const folder = mkdtempSync(join(tmpdir(), "redress-wrong-"));
  const file = join(folder, "file");
  writeFileSync(file, "no certificate, no key, no folder");
  after(() => rmSync(folder, { recursive: true }));

  for (const [name, value] of [
    ["PORT", "80800"],
    ["REDRESS_URL", "our-site"],
    ["REDRESS_DATA", file],
    ["REDRESS_DATA", join(file, "data")],
    ["REDRESS_KEYS", file],
    ["DATABASE_URL", "mysql://somewhere/redress"],
    ["DATABASE_URL", "postgres://:::"],
    ["MAIL_OUT", "smtp://"],
    ["MAIL_OUT", "mail.example"],
    ["MAIL_IN_LISTEN", "25"],
    ["MAIL_IN_IMAP", "foo"],
    ["MAIL_IN_TLS", join(folder, "missing")],
    ["MAIL_IN_TLS", file],
    ["MAIL_DKIM", "example.org"],
    ["MAIL_DKIM", `example.org:key:${file}`],
    ["CLAMAV", "foo"],
    ["LOG_LEVEL", "loud"],
  ] as const)
    test(`${name}=${value.replace(folder, "")}`, () => {
      const before = process.env[name];
      process.env[name] = value;
      try {
        assert.throws(
          () => readSettings(),
          (error) =>
            error instanceof SettingsError &&
            error.message.startsWith(`${name}: `) &&
            !error.message.includes("\n"),
        );
      } finally {
        if (before === undefined) delete process.env[name];
        else process.env[name] = before;
      }
    });
});
