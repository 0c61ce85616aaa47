import { createHash } from "node:crypto";
import { basename } from "node:path";
import { emlMessages, mboxMessages, type Archived } from "./archive.ts";
import { placeOrGiveUp } from "./giving-up.ts";
import { storeRaw } from "./ledger.ts";
import type { MailRoom } from "./room.ts";

export type Imported = {
  messages: number;
  stored: number;
  known: number;
  byDisposition: Record<string, number>;
};

type How = { kind: "mbox" | "eml"; path: string; acknowledge: boolean };

/**
 * Takes in an old mailbox with its own dates. Nobody is written to unless asked: what it holds was dealt with elsewhere.
 * What the ledger knows already is passed over, so an import that was stopped is simply begun again.
 */
export async function importArchive(
  room: MailRoom,
  { kind, path, acknowledge }: How,
  progress: (readBytes: number, messages: number) => void,
): Promise<Imported> {
  const found: Imported = { messages: 0, stored: 0, known: 0, byDisposition: {} };
  let read = 0;
  for await (const message of kind === "mbox" ? mboxMessages(path) : emlMessages(path)) {
    found.messages += 1;
    read += message.readBytes;
    const disposition = await importOne(room, message, `import:${basename(path)}`, acknowledge);
    if (disposition === undefined) found.known += 1;
    else {
      found.stored += 1;
      found.byDisposition[disposition] = (found.byDisposition[disposition] ?? 0) + 1;
    }
    progress(read, found.messages);
  }
  return found;
}

async function importOne(
  room: MailRoom,
  { raw, cut, cameAt }: Archived,
  mailbox: string,
  acknowledge: boolean,
): Promise<string | undefined> {
  const { db } = room.desk;
  const known = await db
    .selectFrom("intake_message")
    .select("id")
    .where("digest", "=", createHash("sha256").update(raw).digest())
    .limit(1)
    .executeTakeFirst();
  if (known) return undefined;
  const date = dateOf(raw) ?? cameAt;
  const receivedAt =
    date && Temporal.Instant.fromEpochMilliseconds(date.getTime()).toString({ fractionalSecondDigits: 3 });
  const id = await storeRaw(room.desk, {
    mailbox,
    raw,
    imported: !acknowledge,
    ...(receivedAt && { receivedAt }),
    ...(cut && { cut }),
  });
  await placeOrGiveUp(room, id).catch(() => {});
  const { disposition } = await db
    .selectFrom("intake_message")
    .select("disposition")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return disposition ?? "none";
}

/** When the first server of ours wrote that it came; else what the sender says. */
function dateOf(raw: Buffer): Date | undefined {
  const head = raw
    .subarray(0, 64 * 1024)
    .toString("latin1")
    .split(/\r?\n\r?\n/, 1)[0]!;
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ");
  const received = /^received:.*;([^;\r\n]+)$/im.exec(unfolded)?.[1];
  const said = /^date:([^\r\n]+)$/im.exec(unfolded)?.[1];
  for (const text of [received, said]) {
    const date = new Date((text ?? "").replace(/\([^)]*\)/g, "").trim());
    if (!Number.isNaN(date.getTime()) && date.getTime() > 0) return date;
  }
  return undefined;
}
