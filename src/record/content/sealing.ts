import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** AES-256-GCM; the place (owner, version, name, part) is authenticated, so a swapped row does not open. */
export function seal(key: Buffer, place: string, clear: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the key, the place or a byte is not the one that was sealed. */
export function unseal(key: Buffer, place: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

/** What the chain keeps of a word: nothing can be learned or guessed from it without the 32-byte salt. */
export const commit = (salt: Buffer, name: string, clear: Uint8Array): string =>
  createHmac("sha256", salt).update(`${name}\0`).update(clear).digest("hex");
