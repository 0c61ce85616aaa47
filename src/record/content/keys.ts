import { createHash, createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Secrets that live outside the database, and in our backups only in what is encrypted. `id` names the wrapping key, so a wrong one is noticed. */
export type Keys = { id: string; content: Buffer; lookup: Buffer; links: Buffer };

export const keyFiles = ["content.key", "lookup.key", "links.key"];

/** The key files that are not in this folder. */
export const missingKeys = (folder: string): string[] =>
  keyFiles.filter((name) => !existsSync(join(folder, name)));

/** Reads the key files, making on first start those that are missing (32 random bytes, mode 0600). */
export function loadKeys(folder: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return keysIn((name) => readOrMake(join(folder, name)));
}

/** The keys in what these files hold. */
export function keysIn(read: (name: string) => Buffer): Keys {
  const [content, lookup, links] = keyFiles.map((name) => keyIn(read(name), name));
  return {
    id: createHash("sha256").update(content!).digest("hex").slice(0, 16),
    content: content!,
    lookup: lookup!,
    links: links!,
  };
}

function readOrMake(path: string): Buffer {
  try {
    // "wx" decides the race of two first starts: one makes the file, the other reads it.
    writeFileSync(path, randomBytes(32).toString("base64"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(path);
}

function keyIn(file: Buffer, name: string): Buffer {
  const key = Buffer.from(file.toString(), "base64");
  if (key.length !== 32)
    throw new Error(`the key file ${name} does not hold 32 bytes in base64; nothing was changed`);
  return key;
}

/** A digest for one purpose only, so that two uses of one key never meet. */
export const keyedDigest = (key: Buffer, purpose: string, text: string): Buffer =>
  createHmac("sha256", key).update(`${purpose}\0${text}`).digest();
