import type { Readable } from "node:stream";
import type { Redaction } from "../../core/complaint/events.ts";
import type { Desk } from "../../record/desk.ts";
import type { No } from "../../operations.ts";
import type { Staff } from "../../core/access/access.ts";
import type { Language } from "../../texts/catalogue.ts";
import type { Typesetter } from "../../engine/typesetting/typesetting.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { auditPackReadme, auditPackWords } from "../../texts/audit-pack.ts";
import { json, packed, written } from "../../engine/packing/packing.ts";
import { contributors } from "./contributors.ts";
import type { Pack } from "./pack.ts";

export type Wanted = {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  redaction: Redaction;
  language: Language;
};

/** Three years and a day: as far back as a certificate looks. */
const longest = { months: 37 };

/** Made first, recorded then, sent last: nobody has a pack without a record of it. */
export async function takeAuditPack(
  desk: Desk,
  typesetter: Typesetter,
  who: Staff,
  wanted: Wanted,
): Promise<{ name: string; bytes: Readable } | No> {
  if (!mayInOffice(who.roles, "take-audit-pack")) return { kind: "forbidden" };
  const { from, to, redaction, language } = wanted;
  if (Temporal.PlainDate.compare(from, to) > 0)
    return { kind: "invalid", field: "to", message: "before_from" };
  if (Temporal.PlainDate.compare(from.add(longest), to) < 0)
    return { kind: "invalid", field: "to", message: "too_long" };
  const takenAt = desk.now();
  const { zone, organisation } = await desk.policyAt(takenAt);
  const pack: Pack = {
    ...wanted,
    desk,
    typesetter,
    who,
    zone,
    span: {
      from: from.toZonedDateTime(zone).toInstant().toString(),
      before: to.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString(),
    },
    colleague: await colleagues(desk, wanted),
    complaint: redaction === "all" ? numbered() : (reference) => reference,
  };
  const parts = [];
  for (const contribute of contributors) parts.push(...(await contribute(pack)));
  const about = { organisation: organisation.name, from: String(from), to: String(to), redaction, takenAt };
  const entries = [written("README.txt", auditPackReadme(about)), ...parts];
  const files = entries.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
  const manifest = written("manifest.json", json({ ...about, files }));
  await desk.db
    .insertInto("audit_pack")
    .values({
      id: crypto.randomUUID(),
      from_day: about.from,
      to_day: about.to,
      redaction,
      language,
      manifest: manifest.sha256,
      taken_by: who.id,
      taken_at: takenAt,
    })
    .execute();
  return { name: `audit-${about.from}-${about.to}.zip`, bytes: packed([...entries, manifest], takenAt) };
}

async function colleagues({ db }: Desk, { redaction, language }: Wanted): Promise<Pack["colleague"]> {
  const people = await db.selectFrom("person").select(["id", "name"]).execute();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const number = numbered();
  return (id) =>
    id === undefined
      ? ""
      : redaction === "none"
        ? (names.get(id) ?? id)
        : auditPackWords(language).colleague(number(id));
}

/** The same number for the same name, in the order in which they come. */
function numbered(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => known.getOrInsertComputed(name, () => String(known.size + 1));
}
