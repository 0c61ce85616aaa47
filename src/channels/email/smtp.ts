import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import type { AddressInfo } from "node:net";
import type { Desk } from "../../record/desk.ts";
import { gathering, type Gathering } from "./gathering.ts";
import { storeAll, type Arrival } from "./ledger.ts";
import { sizeLimit } from "./size.ts";

export type Listener = {
  port: number;
  /**
   * Takes no more messages: one that is on its way in is finished, everybody else is told 421. After `over` they are cut
   * off; answers how many messages that were.
   */
  stop: (over?: AbortSignal) => Promise<number>;
};

/** `tls` is a certificate and its key in one PEM text. */
type Where = { host: string; port: number; lmtp: boolean; tls?: string };

/** Messages that are on their way in at the same moment take this much memory at most; the next one is asked to wait. */
const inHand = 256 * 1024 * 1024;

/**
 * Takes incoming mail by SMTP or LMTP. The 250 that ends a message is said only after its bytes and its line in the
 * ledger are committed; whatever goes wrong before is a 4xx, so that the sender keeps the message and tries again.
 */
export async function listenForMail(
  desk: Desk,
  { host, port, lmtp, tls }: Where,
  report: (error: Error) => void,
): Promise<Listener> {
  const room = { bytes: inHand };
  // A second group may be on its way, so that the small ones need not wait for a large one.
  const store = gathering((arrivals: Arrival[]) => storeAll(desk, arrivals), { most: 16, atOnce: 2 });
  /** The sessions in which a message is on its way in. */
  const taking = new Set<string>();
  let stopping = false;
  const server = new SMTPServer({
    lmtp,
    banner: "Redress",
    size: sizeLimit,
    authOptional: true,
    disableReverseLookup: true,
    // Without a key of its own the library would use one that everybody knows.
    disabledCommands: tls ? ["AUTH"] : ["AUTH", "STARTTLS"],
    ...(tls && { key: tls, cert: tls, minVersion: "TLSv1.2" }),
    maxClients: 50,
    socketTimeout: 60_000,
    onData: (stream, { id, envelope }, done) => {
      taking.add(id);
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      void takeIn(store, room, stream, from)
        .then(
          (text) => done(null, text),
          (error: Error & { responseCode?: number }) => {
            if (error.responseCode === undefined) report(error);
            done(
              error.responseCode === undefined ? answer(451, "not stored; please try again later") : error,
            );
          },
        )
        .finally(() => {
          taking.delete(id);
          if (stopping) dismiss();
        });
    },
  });
  server.on("error", report);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  const dismiss = () => {
    for (const session of server.connections)
      if (!taking.has(session.id)) session.send(421, "Redress is stopping; please try again later");
  };
  const stop = async (over?: AbortSignal) => {
    stopping = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    dismiss();
    let cut = 0;
    const cutOff = () => {
      cut = taking.size;
      taking.clear();
      dismiss();
    };
    over?.addEventListener("abort", cutOff, { once: true });
    await closed;
    return cut;
  };
  return { port: (server.server.address() as AddressInfo).port, stop };
}

const answer = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

async function takeIn(
  store: Gathering<Arrival, string>,
  room: { bytes: number },
  stream: SMTPServerDataStream,
  from: string,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  let refused: Error | undefined;
  let taken = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > sizeLimit) refused ??= answer(552, `message larger than ${sizeLimit} bytes`);
      else if (room.bytes < chunk.length) refused ??= answer(452, "too much at once; please try again later");
      // Read to the end all the same: an answer in the middle of a message is no answer.
      if (refused) continue;
      room.bytes -= chunk.length;
      taken += chunk.length;
      chunks.push(chunk);
    }
    if (refused) throw refused;
    // Whoever takes a message in last writes down its envelope (RFC 5321 §4.4): a bounce has an empty one.
    const raw = Buffer.concat([
      Buffer.from(`Return-Path: <${from.replace(/[\r\n<>]/g, "")}>\r\n`),
      ...chunks,
    ]);
    return `stored as ${await store({ mailbox: "smtp", raw })}`;
  } finally {
    room.bytes += taken;
  }
}
