// The customers of the bench and their mail server, in a process of their own, so that what they cost is not counted as
// what Redress costs. It runs on the same machine all the same.
import type { AddressInfo } from "node:net";
import { createTransport, type Transporter } from "nodemailer";
import { SMTPServer } from "smtp-server";

/** What the bench asks for, and what the customers found out. */
export type Ask = { port: number } | { oneAfterAnother: number } | { atOnce: number } | { end: true };
export type Found = { out: number } | { milliseconds: number[] } | { seconds: number; cpu: number };

const arrivals = new Map<string, (at: number) => void>();
const sink = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  onData: (stream, { envelope }, done) => {
    stream.resume().on("end", () => {
      for (const { address } of envelope.rcptTo) arrivals.get(address)?.(performance.now());
      done();
    });
  },
});
const text = "The course was cancelled and nobody told us.\r\n".repeat(440);
let client: Transporter | undefined;
let count = 0;

process.on("message", (ask: Ask) => void answer(ask));
sink.listen(0, "127.0.0.1", () => tell({ out: (sink.server.address() as AddressInfo).port }));

async function answer(ask: Ask): Promise<void> {
  if ("port" in ask) {
    client = createTransport({
      host: "127.0.0.1",
      port: ask.port,
      ignoreTLS: true,
      pool: true,
      maxConnections: 8,
      maxMessages: Infinity,
    } as object);
  } else if ("oneAfterAnother" in ask) {
    const milliseconds: number[] = [];
    for (let n = 0; n < ask.oneAfterAnother; n += 1) milliseconds.push(await send());
    tell({ milliseconds });
  } else if ("atOnce" in ask) {
    const [begun, worked] = [performance.now(), process.cpuUsage()];
    await Promise.all(Array.from({ length: ask.atOnce }, send));
    const { user, system } = process.cpuUsage(worked);
    tell({ seconds: (performance.now() - begun) / 1000, cpu: (user + system) / 1000 });
  } else {
    client?.close();
    sink.close(() => process.disconnect?.());
  }
}

/** Milliseconds from handing a message over until its acknowledgement is here. */
async function send(): Promise<number> {
  const n = (count += 1);
  const from = `customer${n}@example.test`;
  const arrived = new Promise<number>((resolve) => arrivals.set(from, resolve));
  const raw = `From: ${from}\r\nTo: mb@ctterra.com\r\nSubject: Message ${n}\r\nMessage-ID: <${n}@example.test>\r\nDate: Fri, 27 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${text}`;
  const begun = performance.now();
  await client!.sendMail({ envelope: { from, to: "mb@ctterra.com" }, raw });
  return (await arrived) - begun;
}

function tell(found: Found): void {
  process.send!(found);
}
