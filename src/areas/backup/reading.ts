import { constants, createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import { extract } from "tar-stream";
import { decrypted, type Opener } from "./secrets.ts";

/** Why a backup cannot be read; nothing came of it. Said as it is. */
export class Unreadable extends Error {}

export type Entry = { name: string; pieces: AsyncIterable<Buffer> };

/**
 * What lies in a backup, in its order, as it is read. Every byte is authenticated before it is handed out; that all of them
 * came is known only at the end.
 * @throws Unreadable
 */
export async function* entriesOf(file: string, opener: Opener): AsyncGenerator<Entry> {
  await access(file, constants.R_OK).catch(({ code }: NodeJS.ErrnoException) => {
    throw new Unreadable(
      code === "ENOENT" ? `There is no file ${file}.` : `The file ${file} cannot be read (${code}).`,
    );
  });
  const source = createReadStream(file);
  const unpacked = extract();
  try {
    const clear = await decrypted(source, opener).catch((error: Error) => {
      throw unopened(file, error);
    });
    const unpacking = pipeline(clear, createZstdDecompress(), unpacked);
    unpacking.catch(() => {});
    for await (const entry of unpacked)
      yield { name: entry.header.name, pieces: piecesOf(entry as AsyncIterable<Buffer>, file) };
    await unpacking;
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged(file);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

async function* piecesOf(entry: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  try {
    yield* entry;
  } catch {
    throw damaged(file);
  }
}

function unopened(file: string, { message }: Error): Unreadable {
  if (/no identity matched/.test(message))
    return new Unreadable(
      `The key or passphrase does not open ${file}; nothing was restored. Use the one that it was made with.`,
    );
  return new Unreadable(
    `${file} is no backup of Redress, or its beginning is damaged; nothing was restored.`,
  );
}

export const damaged = (file: string): Unreadable =>
  new Unreadable(
    `${file} is damaged or cut off; nothing was restored. Use another copy of it, or an earlier backup.`,
  );
