import type { Person } from "../../../core/access/access.ts";
import type { Desk } from "../../../record/desk.ts";
import { readReference } from "../../../core/complaint/reference.ts";
import { visibleTo } from "./visible.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export type Found = { id: string; version: number; reference: string };

/** A complaint by id or by reference as it was typed; a mistyped reference is told apart from an unknown one. */
export async function findComplaint(
  desk: Desk,
  who: Person,
  idOrReference: string,
): Promise<Found | { kind: "unknown" } | { kind: "invalid"; field: string; message: string }> {
  const query = desk.db.selectFrom("complaint").select(["id", "version", "reference"]).where(visibleTo(who));
  if (uuid.test(idOrReference))
    return (await query.where("id", "=", idOrReference).executeTakeFirst()) ?? { kind: "unknown" };
  const { organisation } = await desk.policyAt(desk.now());
  const read = readReference(idOrReference, organisation.referencePrefix);
  if ("refused" in read)
    return read.refused === "mistyped"
      ? { kind: "invalid", field: "id", message: "mistyped" }
      : { kind: "unknown" };
  return (await query.where("reference", "=", read.reference).executeTakeFirst()) ?? { kind: "unknown" };
}
