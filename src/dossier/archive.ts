import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { readme } from "../words/dossier.ts";
import type { Dossier } from "./dossier.ts";
import { timelineCsv, timelineJson } from "./timeline-files.ts";

type Entry = { path: string; size: number; sha256: string; read: () => Promise<Buffer> };

const verifier = readFileSync(join(import.meta.dirname, "verify-chain.mjs"));

/** The dossier as a ZIP that is written while it is sent: of all that is enclosed, one piece at a time is in memory. */
export function archiveOf(dossier: Dossier, pdf: Buffer): Readable {
  const { complaint, chain, madeAt, redacted, enclosures } = dossier;
  const about = { reference: complaint.reference, madeAt, redacted, head: chain.at(-1)!.hash };
  const entries: Entry[] = [
    written("README.txt", readme(about)),
    written("dossier.pdf", pdf),
    written("timeline.json", timelineJson(dossier)),
    written("timeline.csv", timelineCsv(dossier)),
    written("chain.json", json({ complaintId: complaint.id, events: chain })),
    written("verify-chain.mjs", verifier),
    ...(redacted ? [] : enclosures),
  ];
  const leftOut = redacted
    ? enclosures.map(({ kind, name, size, sha256 }) => ({ kind, name, size, sha256 }))
    : [];
  const files = entries.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
  const manifest = written("manifest.json", json({ ...about, files, leftOut }));
  return packed([...entries, manifest], new Date(Temporal.Instant.from(madeAt).epochMilliseconds));
}

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

function written(path: string, text: string | Buffer): Entry {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path, size: bytes.length, sha256, read: () => Promise.resolve(bytes) };
}

function packed(entries: readonly Entry[], mtime: Date): Readable {
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
