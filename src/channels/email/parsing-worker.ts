import { parseMail, type Mail } from "./parsing.ts";

/**
 * The parser gathers each part of a message as a Blob of its lines. Node's own keeps every line apart and reads them back
 * one by one: most of what reading a message cost. In this thread, where nothing else uses them, one is simply its bytes.
 */
class Bytes {
  readonly #bytes: Buffer;

  constructor(parts: readonly (string | Uint8Array | ArrayBuffer)[]) {
    this.#bytes = Buffer.concat(
      parts.map((part) => (typeof part === "string" ? Buffer.from(part) : new Uint8Array(part))),
    );
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const { buffer, byteOffset, length } = this.#bytes;
    return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
  }
}

globalThis.Blob = Bytes as unknown as typeof Blob;

/** What the other thread does. */
export default (raw: Uint8Array): Promise<Mail> => parseMail(Buffer.from(raw));
