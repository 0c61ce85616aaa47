import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import type { AddressInfo } from "node:net";
import type { Desk } from "../../complaints/desk.ts";
import { storeRaw } from "./ledger.ts";
import { sizeLimit } from "./size.ts";

export type Listener = { port: number; stop: () => Promise<void> };

type Where = { host: string; port: number; lmtp: boolean };

/**
 * Takes incoming mail by SMTP or LMTP. The 250 that ends a message is said only after its bytes and its line in the
 * ledger are committed; whatever goes wrong before is a 4xx, so that the sender keeps the message and tries again.
 */
export async function listenForMail(
  desk: Desk,
  { host, port, lmtp }: Where,
  report: (error: Error) => void,
): Promise<Listener> {
  const server = new SMTPServer({
    lmtp,
    banner: "Redress",
    size: sizeLimit,
    authOptional: true,
    disableReverseLookup: true,
    // Bound to the machine or a private network, behind the organisation's own mail server; a made-up key protects nobody.
    disabledCommands: ["AUTH", "STARTTLS"],
    maxClients: 50,
    socketTimeout: 60_000,
    onData: (stream, { envelope }, done) => {
      takeIn(desk, stream, envelope.mailFrom ? envelope.mailFrom.address : "").then(
        (text) => done(null, text),
        (error: Error & { responseCode?: number }) => {
          if (error.responseCode === undefined) report(error);
          done(error.responseCode === undefined ? answer(451, "not stored; please try again later") : error);
        },
      );
    },
  });
  server.on("error", report);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const answer = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

async function takeIn(desk: Desk, stream: SMTPServerDataStream, from: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to the end all the same: an answer in the middle of a message is no answer.
    if (size <= sizeLimit) chunks.push(chunk);
  }
  if (size > sizeLimit || stream.sizeExceeded) throw answer(552, `message larger than ${sizeLimit} bytes`);
  // Whoever takes a message in last writes down its envelope (RFC 5321 §4.4): a bounce has an empty one.
  const raw = Buffer.concat([Buffer.from(`Return-Path: <${from.replace(/[\r\n<>]/g, "")}>\r\n`), ...chunks]);
  return `stored as ${await storeRaw(desk, { mailbox: "smtp", raw })}`;
}
