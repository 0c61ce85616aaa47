import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { sizeLimit } from "./size.ts";

/** A message of an archive, with when the archive says that it came. */
export type Archived = { raw: Buffer; cut: boolean; readBytes: number; cameAt?: Date };

/** The bytes of an archive, to tell how far reading it has come. */
export async function sizeOfArchive(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.size;
  const sizes = await Promise.all((await mailFiles(path)).map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** One file, or every message file below a folder, as mail programs and Maildir keep them. */
export async function* emlMessages(path: string): AsyncGenerator<Archived> {
  const files = (await stat(path)).isDirectory() ? await mailFiles(path) : [path];
  for (const file of files) {
    const raw = await readFile(file);
    yield { raw: raw.subarray(0, sizeLimit), cut: raw.length > sizeLimit, readBytes: raw.length };
  }
}

const mailFiles = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(
      (entry) => entry.isFile() && (/\.eml$/i.test(entry.name) || /[/\\](cur|new)$/.test(entry.parentPath)),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((a, b) => (a < b ? -1 : 1));

const newline = 10;

/**
 * The messages of an mbox file (RFC 4155), read as a stream however large it is: each begins with a "From " line after
 * an empty one, and a line that was quoted as ">From " loses one sign.
 */
export async function* mboxMessages(path: string): AsyncGenerator<Archived> {
  let lines: Buffer[] = [];
  let kept = 0;
  let read = 0;
  let cameAt: Date | undefined;
  let begun = false;
  let blank = true;
  const finish = (): Archived => ({
    raw: Buffer.concat(lines),
    cut: kept > sizeLimit,
    readBytes: read,
    ...(cameAt && { cameAt }),
  });
  for await (const line of linesOf(path)) {
    const separator = blank && line.subarray(0, 5).equals(from) ? separatorDate(line) : undefined;
    if (separator !== undefined) {
      if (begun) yield finish();
      [lines, kept, read, begun] = [[], 0, 0, true];
      cameAt = separator ?? undefined;
    } else {
      const plain = /^>+From /.test(line.subarray(0, 40).toString("latin1")) ? line.subarray(1) : line;
      kept += plain.length;
      if (kept <= sizeLimit) lines.push(plain);
    }
    read += line.length;
    blank = line.length <= 2;
  }
  if (begun) yield finish();
}

const from = Buffer.from("From ");

/** The date of a "From " line; null where it has none that can be read, undefined where the line is no such line. */
function separatorDate(line: Buffer): Date | null | undefined {
  const text = line.subarray(0, 200).toString("latin1").trimEnd();
  const match = /^From \S+\s+(.*\d{4}.*)$/.exec(text);
  if (!match) return /^From \S+$/.test(text) ? null : undefined;
  const date = new Date(/[+-]\d{4}|[A-Z]{2,4}$/.test(match[1]!) ? match[1]! : `${match[1]} UTC`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Lines with their ends, as bytes. What has no line end for longer than any message may be is passed on in pieces. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, at)) {
      yield bytes.subarray(at, end + 1);
      at = end + 1;
    }
    rest = bytes.subarray(at);
    if (rest.length > 1 << 22) {
      yield rest;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0) yield rest;
}
