import type { No } from "../../operations.ts";
import type { Desk } from "../../record/desk.ts";
import { issueExists } from "../../casework/complaints/issues/issues.ts";
import { isOffered } from "../../organisation/office/taxonomies/taxonomies.ts";

type Named = {
  ownerId?: string;
  rootCause?: string | undefined;
  category?: string | undefined;
  programme?: string | undefined;
  issueId?: string | undefined;
};

/** The first of the names that means nothing: only colleagues who are here, codes that are offered, issues there are. */
export async function missingIn({ db }: Desk, named: Named, at = ""): Promise<No | undefined> {
  const { ownerId, rootCause, category, programme, issueId } = named;
  const invalid = (field: string, message: string): No => ({
    kind: "invalid",
    field: `${at}${field}`,
    message,
  });
  if (ownerId !== undefined) {
    const person = await db
      .selectFrom("person")
      .select("id")
      .where("id", "=", ownerId)
      .where("disabled_at", "is", null)
      .executeTakeFirst();
    if (!person) return invalid("ownerId", "unknown_person");
  }
  for (const [field, list, code] of [
    ["rootCause", "root-causes", rootCause],
    ["category", "categories", category],
    ["programme", "programmes", programme],
  ] as const)
    if (code !== undefined && !(await isOffered(db, list, code))) return invalid(field, "unknown_code");
  return issueId !== undefined && !(await issueExists(db, issueId))
    ? invalid("issueId", "unknown_issue")
    : undefined;
}
