import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { NoDatabase, outside } from "../src/engine/database/outside.ts";
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
    ["REDRESS_DATA", "/proc/x"],
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

for (const [code, words] of [
  ["28P01", /^DATABASE_URL: user or password is wrong, at 127/],
  ["28000", /^DATABASE_URL: user or password is wrong, or pg_hba.conf .* at 127/],
  ["3D000", /^DATABASE_URL: there is no such database; .* at 127/],
] as const)
  test(`what PostgreSQL refuses with ${code} is one line without the password`, async () => {
    const fields = `SFATAL\0C${code}\0Mrefused canary-pass\0\0`;
    const answer = Buffer.concat([Buffer.from("E\0\0\0\0"), Buffer.from(fields)]);
    answer.writeInt32BE(answer.length - 1, 1);
    const server = createServer((socket) =>
      socket.on("error", () => {}).once("data", () => socket.end(answer)),
    );
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await assert.rejects(
      outside(`postgres://anna:canary-pass@127.0.0.1:${port}/redress`),
      (error) => error instanceof NoDatabase && words.test(error.message) && !/canary|\n/.test(error.message),
    );
    server.close();
  });
