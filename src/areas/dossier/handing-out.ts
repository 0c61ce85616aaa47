import { join } from "node:path";
import type { Readable } from "node:stream";
import type { DossierKind } from "../../core/complaint/events.ts";
import type { Desk } from "../../record/desk.ts";
import type { No } from "../../operations.ts";
import type { Staff } from "../../core/access/access.ts";
import { handle } from "../../casework/complaints/handle.ts";
import { findComplaint } from "../../casework/complaints/queries/find.ts";
import { complaintView } from "../../casework/complaints/queries/complaint.ts";
import { archiveOf } from "./archive.ts";
import { documentOf } from "./document.ts";
import { gather, type Wanted } from "./dossier.ts";
import type { Typesetter } from "../../engine/typesetting/typesetting.ts";

const template = { path: join(import.meta.dirname, "dossier.typ") };

export type HandedOut = { name: string; bytes: Buffer | Readable };

/**
 * Makes a copy of the whole case and records who takes it: made first, recorded then, sent last. So nobody has a copy
 * without a fact, and a fact without a copy means only that the line broke.
 */
export async function handOut(
  desk: Desk,
  typesetter: Typesetter,
  who: Staff,
  idOrReference: string,
  kind: DossierKind,
  wanted: Wanted,
): Promise<HandedOut | No | { kind: "takes-too-long" }> {
  const found = await findComplaint(desk, who, idOrReference);
  if ("kind" in found) return found;
  if (!(await complaintView(desk, who, found.id)).mayHandOut) return { kind: "forbidden" };
  const dossier = await gather(desk, who, found.id, wanted);
  if (!dossier) return { kind: "stale", version: found.version };
  const pdf = await typesetter.typeset(template, documentOf(dossier, dossier.nameOf(who.id) ?? "API"));
  if (!pdf) return { kind: "takes-too-long" };
  const { redact: redaction, also } = wanted;
  const command = { do: "hand-out", kind, redaction, ...(also.length > 0 && { also: also.length }) } as const;
  const outcome = await handle(desk, who, found.id, command);
  if ("refused" in outcome || (outcome.kind !== "recorded" && outcome.kind !== "repeated")) return outcome;
  const bytes = kind === "pdf" ? pdf : archiveOf(dossier, pdf);
  return { name: `${found.reference}.${kind}`, bytes };
}
