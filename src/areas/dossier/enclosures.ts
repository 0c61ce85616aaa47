import { createHash } from "node:crypto";
import type { EventView } from "../../casework/complaints/contract.ts";
import type { Desk } from "../../record/desk.ts";
import type { LetterRow } from "../../channels/email/contract.ts";
import { intakeVisibleTo, rawLetter, rawMessage } from "../../channels/email/lists.ts";
import type { Staff } from "../../core/access/access.ts";
import { open } from "../../record/content/content.ts";
import { safeName } from "./file-names.ts";

/** Something of the case that is bytes and not words. It is read again when it is packed, so that one at a time is enough. */
export type Enclosure = {
  kind: "mail" | "letter" | "file";
  path: string;
  /** What it is called by whoever sent it, or the kind of a letter. */
  name: string;
  at: string;
  size: number;
  sha256: string;
  held?: string;
  /** Of a file: its place in the chain. */
  place?: { version: number; index: number; salt: string };
  read: () => Promise<Buffer>;
};

type Found = Omit<Enclosure, "size" | "sha256"> & { bytes: Buffer };

const measured = ({ bytes, ...found }: Found): Enclosure => ({
  ...found,
  size: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

const numbered = (index: number) => String(index + 1).padStart(3, "0");
const day = (instant: string) => instant.slice(0, 10);

/** The customer's messages in the bytes in which they came. */
export async function mailsOf(desk: Desk, who: Staff, complaintId: string): Promise<Enclosure[]> {
  const rows = await intakeVisibleTo(desk, who)
    .where("intake_message.complaint_id", "=", complaintId)
    .orderBy("intake_message.received_at")
    .orderBy("intake_message.id")
    .execute();
  const mails: Enclosure[] = [];
  for (const [index, { id, received_at: at }] of rows.entries()) {
    const read = async () => (await rawMessage(desk, who, id)) ?? Buffer.alloc(0);
    const bytes = await rawMessage(desk, who, id);
    const path = `mails/${numbered(index)}-${day(at)}.eml`;
    if (bytes) mails.push(measured({ kind: "mail", path, name: path.slice(6), at, read, bytes }));
  }
  return mails;
}

/** Our letters as they were sent; one that was never written has no bytes. */
export async function lettersEnclosed(
  desk: Desk,
  who: Staff,
  letters: readonly LetterRow[],
): Promise<Enclosure[]> {
  const enclosed: Enclosure[] = [];
  for (const [index, { id, kind, createdAt: at }] of letters.entries()) {
    const read = async () => (await rawLetter(desk, who, id)) ?? Buffer.alloc(0);
    const bytes = await rawLetter(desk, who, id);
    const path = `letters/${numbered(index)}-${safeName(kind)}.eml`;
    if (bytes) enclosed.push(measured({ kind: "letter", path, name: kind, at, read, bytes }));
  }
  return enclosed;
}

/** The attachments. What was set aside gets an ending that nothing opens by a double click. */
export async function filesOf(
  { db, keys }: Desk,
  complaintId: string,
  events: readonly EventView[],
): Promise<Enclosure[]> {
  const files: Enclosure[] = [];
  for (const { recordedAt: at, files: told } of events)
    for (const { version, index, name, held } of told) {
      const find = async () =>
        (await open(db, keys, [complaintId], { version, names: [`file:${index}`] }))[0];
      const kept = await find();
      if (!kept) continue;
      const path = `files/${version}-${index}-${safeName(name)}${held ? ".held" : ""}`;
      const place = { version, index, salt: kept.salt.toString("hex") };
      const read = async () => (await find())?.clear ?? Buffer.alloc(0);
      files.push(
        measured({ kind: "file", path, name, at, ...(held && { held }), place, read, bytes: kept.clear }),
      );
    }
  return files;
}
