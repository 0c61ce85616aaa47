import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect as dial, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { accountAt } from "../src/channels/email/imap/account.ts";
import { tokens } from "../src/channels/email/imap/oauth.ts";
import { ownCertificate } from "../src/channels/email/own-certificate.ts";
import { openParser } from "../src/channels/email/parsing-apart.ts";
import { openMailOut } from "../src/channels/email/sending.ts";
import { listenForMail } from "../src/channels/email/smtp.ts";
import { readSettings } from "../src/settings.ts";
import { openWorld, type World } from "./world.ts";

describe("the fittings of the mail room", () => {
  let world: World;
  const folder = mkdtempSync(join(tmpdir(), "redress-fittings-"));
  before(async () => {
    world = await openWorld();
  });
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  test("the listener offers STARTTLS with a certificate of its own, the same at the next start", async () => {
    const tls = await ownCertificate(folder);
    assert.equal(await ownCertificate(folder), tls);
    const listener = await listenForMail(
      world.desk,
      { host: "127.0.0.1", port: 0, lmtp: false, tls },
      () => {},
    );
    const sent = await createTransport({
      host: "127.0.0.1",
      port: listener.port,
      requireTLS: true,
      tls: { rejectUnauthorized: false },
    }).sendMail({ from: "a@kundin.example", to: "mb@ctterra.com", subject: "Encrypted", text: "x" });
    assert.match(sent.response, /^250 .*stored as/);
    await listener.stop();
  });

  test("LMTP answers for the message once, and a message that is too large is refused for good, not cut", async () => {
    const listener = await listenForMail(world.desk, { host: "127.0.0.1", port: 0, lmtp: true }, () => {});
    const lines = await talk(listener.port, [
      "LHLO there",
      "MAIL FROM:<a@kundin.example>",
      "RCPT TO:<mb@ctterra.com>",
      "DATA",
      "From: a@kundin.example\r\nSubject: By LMTP\r\n\r\nx\r\n.",
      `MAIL FROM:<a@kundin.example> SIZE=${40 * 1024 * 1024}`,
      "QUIT",
    ]);
    assert.ok(
      lines.some((line) => /^250 .*stored as/.test(line)),
      lines.join("\n"),
    );
    assert.ok(
      lines.some((line) => line.startsWith("552")),
      lines.join("\n"),
    );
    await listener.stop();
  });

  test("letters are signed so that a receiver can prove that they are ours, and see when they were changed", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "der" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const got: Buffer[] = [];
    const receiver = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      onData: (stream, _, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          got.push(Buffer.concat(chunks));
          done();
        });
      },
    });
    await new Promise<void>((resolve) => void receiver.listen(0, "127.0.0.1", () => resolve()));
    const { port } = receiver.server.address() as AddressInfo;
    const out = openMailOut(`smtp://127.0.0.1:${port}`, {
      domainName: "ctterra.com",
      keySelector: "redress",
      privateKey,
    });
    const raw = Buffer.from(
      "From: mb@ctterra.com\r\nTo: a@kundin.example\r\nSubject: Signed\r\n\r\nHello.\r\n",
    );
    await out.send({ from: "mb@ctterra.com", to: "a@kundin.example" }, raw);
    out.close();
    await new Promise<void>((resolve) => receiver.close(() => resolve()));
    const resolver = async (name: string) => {
      assert.equal(name, "redress._domainkey.ctterra.com");
      return [[`v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`]];
    };
    const verdict = async (message: Buffer) =>
      (await dkimVerify(message, { resolver })).results.map(({ status }) => status.result);
    assert.deepEqual(await verdict(got[0]!), ["pass"]);
    assert.notDeepEqual(await verdict(Buffer.from(got[0]!.toString().replace("Hello", "Pay me"))), ["pass"]);
  });

  test("an access token is asked for once, kept while it holds, and asked for anew when it ends", async () => {
    const asked: string[] = [];
    let seconds = 3600;
    const server = createServer((request, answer) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        asked.push(body);
        answer.setHeader("content-type", "application/json");
        if (body.includes("wrong")) answer.statusCode = 401;
        answer.end(JSON.stringify({ access_token: `token-${asked.length}`, expires_in: seconds }));
      });
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
    const token = tokens({ tokenUrl, clientId: "redress", refreshToken: "secret" });
    assert.deepEqual([await token(), await token()], ["token-1", "token-1"]);
    assert.match(asked[0]!, /grant_type=refresh_token/);
    seconds = 30;
    const short = tokens({ tokenUrl, clientId: "redress", clientSecret: "s", scope: "imap" });
    assert.notEqual(await short(), await short());
    assert.match(asked[1]!, /grant_type=client_credentials/);
    await assert.rejects(tokens({ tokenUrl, clientId: "wrong" })(), /no access token/);
    server.close();
  });

  test(
    "a message that no program survives harms only itself: the next one is read",
    { timeout: 60_000 },
    async () => {
      const poison = join(folder, "poison.mjs");
      writeFileSync(
        poison,
        `export default (raw) => {
        const said = Buffer.from(raw).toString();
        if (said === "hang") for (;;);
        if (said === "memory") { const all = []; for (;;) all.push(new Array(1e6).fill(0).map(Math.random)); }
        if (said === "throw") throw new Error("no");
        return { said };
      };`,
      );
      const parser = openParser(poison, { milliseconds: 2000, megabytes: 64, threads: 2 });
      const [hang, fine, thrown, after] = await Promise.all(
        ["hang", "fine", "throw", "after"].map((said) => parser.parse(Buffer.from(said))),
      );
      assert.deepEqual([hang, thrown], ["takes-too-long", "unreadable"]);
      assert.deepEqual([fine, after], [{ said: "fine" }, { said: "after" }]);
      // With all the time in the world: how soon the memory is full depends on the machine.
      const patient = openParser(poison, { milliseconds: 50_000, megabytes: 64, threads: 1 });
      assert.equal(await patient.parse(Buffer.from("memory")), "needs-too-much");
      await patient.close();
      await parser.close();
    },
  );

  test("an address of a mailbox is read with all that belongs to it, and what is wrong is said without its password", () => {
    const file = '{"tokenUrl":"https://login.example/token","clientId":"redress"}';
    assert.deepEqual(
      accountAt("imaps://mb%40ctterra.com:p%40ss@mail.example/Beschwerden%20neu?move=Erledigt", () => ""),
      {
        name: "mb@ctterra.com@mail.example/Beschwerden neu",
        host: "mail.example",
        port: 993,
        secure: true,
        user: "mb@ctterra.com",
        password: "p@ss",
        folder: "Beschwerden neu",
        moveTo: "Erledigt",
      },
    );
    assert.equal(accountAt("imap://u:p@[::1]:1143", () => "").host, "::1");
    assert.equal(accountAt("imaps://u@h/INBOX?oauth=x.json", () => file).oauth?.clientId, "redress");
    for (const wrong of [
      "http://u:secret@h/INBOX",
      "imaps://u@h/INBOX",
      "imaps://:secret@h",
      "secret",
      "imaps://u:secret@h/A?move=A",
    ])
      assert.throws(
        () => accountAt(wrong, () => "{}"),
        (error: Error) => !error.message.includes("secret"),
      );
    assert.throws(() => accountAt("imaps://u@h/?oauth=x", () => "{}"), /tokenUrl/);
  });

  test("a wrong setting of the mail room stops the start with one line that names it", () => {
    const wrong: Record<string, string> = {
      MAIL_IN_IMAP: "imaps://u:p@h/INBOX ftp://x",
      MAIL_DKIM: "ctterra.com",
      MAIL_IN_TLS: "/nowhere/at/all.pem",
      CLAMAV: "nowhere",
    };
    for (const [name, value] of Object.entries(wrong)) {
      const before = process.env[name];
      process.env[name] = value;
      assert.throws(readSettings, new RegExp(`^(Settings)?Error: ${name}: `));
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    }
  });
});

/** Says each line after the answer to the one before; tells every answer. */
async function talk(port: number, lines: string[]): Promise<string[]> {
  const socket = dial(port, "127.0.0.1");
  const answers: string[] = [];
  const rest = [...lines];
  socket.on("data", (bytes: Buffer) => {
    const said = bytes.toString().trimEnd().split("\r\n");
    answers.push(...said);
    if (!/^\d{3} /.test(said.at(-1)!)) return;
    const next = rest.shift();
    if (next === undefined) socket.end();
    else socket.write(`${next}\r\n`);
  });
  await once(socket, "close");
  return answers;
}
