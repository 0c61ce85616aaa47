import type { Desk } from "../../record/desk.ts";
import type { Db } from "../../engine/database/database.ts";
import { open } from "../../record/content/content.ts";
import { wordNames } from "../../record/content/finding.ts";

export type ToWhom = { payee?: string; iban?: string };

/** Whose account each payment goes to, as it was changed last; nothing once the words were erased. */
export async function toWhom(
  { db, keys }: Pick<Desk, "keys"> & { db: Db },
  complaintIds: readonly string[],
): Promise<ReadonlyMap<string, ToWhom>> {
  const known = new Map<string, ToWhom>();
  if (complaintIds.length === 0) return known;
  const names = await wordNames(db, complaintIds, ["payee", "iban"]);
  // Oldest first, so that the latest words remain.
  for (const { name, clear } of names.length > 0 ? await open(db, keys, complaintIds, { names }) : []) {
    const [what, payment = ""] = name.split(":");
    const before = known.get(payment) ?? {};
    known.set(payment, { ...before, [what === "iban" ? "iban" : "payee"]: clear.toString() });
  }
  return known;
}
