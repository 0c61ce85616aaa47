import { join } from "node:path";
import type { Typesetter } from "../../../engine/typesetting/typesetting.ts";
import { csvOf } from "./csv.ts";
import { paperOf } from "./paper.ts";
import type { Shown } from "./shown.ts";
import { xlsxOf } from "./xlsx.ts";

export const documentKinds = ["pdf", "csv", "xlsx"] as const;
export type DocumentKind = (typeof documentKinds)[number];

const template = { path: join(import.meta.dirname, "../report.typ"), accessible: true };

/** A report as a file; nothing when setting it takes longer than it may. */
export async function makeDocument(
  kind: DocumentKind,
  shown: Shown,
  typesetter: Typesetter,
): Promise<Buffer | undefined> {
  if (kind === "csv") return Buffer.from(csvOf(shown));
  return kind === "xlsx" ? xlsxOf(shown) : typesetter.typeset(template, await paperOf(shown));
}

export const documentName = ({ report: { period, version }, language }: Shown, kind: DocumentKind): string =>
  `${language === "de" ? "bericht" : "report"}-${period}-v${version}.${kind}`;
