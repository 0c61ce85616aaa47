import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";

/** One file of an archive: its size and digest are known before it is read. */
export type Entry = { path: string; size: number; sha256: string; read: () => Promise<Buffer> };

export function written(path: string, text: string | Buffer): Entry {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path, size: bytes.length, sha256, read: () => Promise.resolve(bytes) };
}

export const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** A ZIP that is written while it is sent: one piece at a time is in memory. */
export function packed(entries: readonly Entry[], madeAt: string): Readable {
  const mtime = new Date(Temporal.Instant.from(madeAt).epochMilliseconds);
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on("error", (error: Error) => void out.destroy(error));
  for (const { path, read } of entries)
    zip.addReadStreamLazy(path, { mtime }, (done) => {
      read().then(
        (bytes) => done(null, Readable.from([bytes])),
        (error: Error) => void out.destroy(error),
      );
    });
  zip.end();
  return out;
}
