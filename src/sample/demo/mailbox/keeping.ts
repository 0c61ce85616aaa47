import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** What stands in the list. */
export type Kept = { id: number; to: string; from: string; subject: string; at: string };
export type Mailbox = {
  port: number;
  /** The latest first. */
  mails: () => readonly Kept[];
  /** Of one mail that is still kept. */
  raw: (id: number) => Buffer | undefined;
  read: (id: number) => Promise<Email | undefined>;
  close: () => Promise<void>;
};

/** A mail server that delivers nothing further: it keeps the latest mails in a folder, and forgets the older ones. */
export async function openMailbox(folder: string, most = 500): Promise<Mailbox> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const list = join(folder, "list.jsonl");
  const mails = existsSync(list) ? listed(readFileSync(list, "utf8")).slice(0, most) : [];
  const inLines = (all: readonly Kept[]) => all.map((each) => `${JSON.stringify(each)}\n`).join("");
  writeFileSync(list, inLines(mails.toReversed()), { mode: 0o600 });
  const file = (id: number) => join(folder, `${id}.eml`);
  let last = mails[0]?.id ?? 0;

  const keep = async (to: string, raw: Buffer) => {
    const { subject = "", from, date } = await PostalMime.parse(raw);
    const at = date && !Number.isNaN(Date.parse(date)) ? date : Temporal.Now.instant().toString();
    last += 1;
    writeFileSync(file(last), raw, { mode: 0o600 });
    const kept = { id: last, to, from: from?.address ?? "", subject, at };
    appendFileSync(list, inLines([kept]));
    mails.unshift(kept);
    for (const { id } of mails.splice(most)) rmSync(file(id), { force: true });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        keep(envelope.rcptTo.map(({ address }) => address).join(", "), Buffer.concat(chunks)).then(
          () => done(),
          done,
        );
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const raw = (id: number) => (mails.some((each) => each.id === id) ? readFileSync(file(id)) : undefined);
  return {
    port: (server.server.address() as AddressInfo).port,
    mails: () => mails,
    raw,
    read: async (id) => {
      const found = raw(id);
      return found && PostalMime.parse(found);
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The latest first; a line that was cut short by a crash is left out. */
const listed = (text: string): Kept[] =>
  text
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as Kept)
    .toReversed();
