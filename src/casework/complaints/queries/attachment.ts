import type { Person } from "../../../core/access/access.ts";
import type { Desk } from "../../../record/desk.ts";
import { open } from "../../../record/content/content.ts";
import { visibleTo } from "./visible.ts";

/** One file of a complaint; always as bytes to keep, whatever the sender said that it is. */
export async function attachment(
  desk: Desk,
  who: Person,
  complaintId: string,
  version: number,
  index: number,
) {
  if (
    !Number.isSafeInteger(version) ||
    version < 1 ||
    version > 1_000_000 ||
    !Number.isSafeInteger(index) ||
    index < 0
  )
    return undefined;
  const seen = await desk.db
    .selectFrom("complaint")
    .select("id")
    .where("id", "=", complaintId)
    .where(visibleTo(who))
    .executeTakeFirst();
  if (!seen) return undefined;
  const kept = await open(desk.db, desk.keys, [complaintId], {
    version,
    names: [`file:${index}`, `file-name:${index}`],
  });
  const bytes = kept.find(({ name }) => name === `file:${index}`)?.clear;
  const about = kept.find(({ name }) => name === `file-name:${index}`)?.clear;
  if (!bytes || !about) return undefined;
  return {
    bytes,
    ...(JSON.parse(about.toString()) as { name: string; held?: string }),
    type: "application/octet-stream",
  };
}
