import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

/** Whom a backup is closed for: a public key (age1…), or everybody who knows a passphrase. `work` is scrypt's, 18 if unsaid. */
export type Lock = { recipient: string } | { passphrase: string; work?: number };
/** What opens one: the secret key of that public key, or the passphrase. */
export type Opener = { identity: string } | { passphrase: string };

/** Whoever holds the file can try passphrases for as long as they like. */
export const shortestPassphrase = 12;

/**
 * Reads the text of a key file: a key of age, with its comments, or else a passphrase in its first line.
 * @returns undefined when there is nothing in it that opens or closes a backup
 */
export function readSecret(text: string): { lock?: Lock; opener?: Opener } | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const identity = lines.find((line) => /^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+$/.test(line));
  if (identity) return { opener: { identity } };
  const recipient = lines.find((line) => /^age1[0-9a-z]+$/.test(line));
  if (recipient) return { lock: { recipient } };
  const [passphrase = ""] = lines;
  if (passphrase.length < shortestPassphrase) return undefined;
  return { lock: { passphrase }, opener: { passphrase } };
}

/** It looks like a public key and is none. Said as it is. */
export class WrongRecipient extends Error {}

/** What is wrong with these together; asked at the start, so that nobody learns it at night. */
export async function unfit(lock: Lock, opener: Opener | undefined): Promise<string | undefined> {
  if (!("recipient" in lock)) return undefined;
  const { Encrypter, identityToRecipient } = await import("age-encryption");
  try {
    new Encrypter().addRecipient(lock.recipient);
  } catch {
    return `BACKUP_KEY: ${lock.recipient} is no public key of age`;
  }
  const opens =
    !opener || !("identity" in opener) || (await identityToRecipient(opener.identity)) === lock.recipient;
  return opens ? undefined : "BACKUP_DRILL_KEY: does not open what is encrypted to BACKUP_KEY";
}

/** @throws WrongRecipient */
export async function encrypted(clear: Readable, lock: Lock): Promise<Readable> {
  // Only now: every start would wait for it.
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  if ("recipient" in lock)
    try {
      encrypter.addRecipient(lock.recipient);
    } catch {
      throw new WrongRecipient(`BACKUP_KEY: ${lock.recipient} is no public key of age; nothing was written.`);
    }
  else {
    encrypter.setPassphrase(lock.passphrase);
    if (lock.work) encrypter.setScryptWorkFactor(lock.work);
  }
  return Readable.fromWeb((await encrypter.encrypt(bytesOf(clear))) as ReadableStream);
}

/** @throws when it does not open; the stream fails where a byte was changed or where it was cut off */
export async function decrypted(sealed: Readable, opener: Opener): Promise<Readable> {
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  if ("identity" in opener) decrypter.addIdentity(opener.identity);
  else decrypter.addPassphrase(opener.passphrase);
  return Readable.fromWeb((await decrypter.decrypt(bytesOf(sealed))) as ReadableStream);
}

// The browser's type of stream, which the library speaks, is Node's under another name.
const bytesOf = (stream: Readable) =>
  Readable.toWeb(stream) as unknown as globalThis.ReadableStream<Uint8Array>;
