import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { json, packed, written, type Entry } from "../../engine/packing/packing.ts";
import { readme } from "../../texts/dossier.ts";
import type { Dossier } from "./dossier.ts";
import { timelineCsv, timelineJson } from "./timeline-files.ts";

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
  return packed([...entries, manifest], madeAt);
}
