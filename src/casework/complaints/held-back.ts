import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import { responsible } from "../../organisation/office/people.ts";
import { tell } from "../../organisation/office/notices.ts";

/**
 * What the policy promised is still owed when a cap holds its letter back: a person calls, or lets it go. Each owner hears
 * of each; where nobody owns the complaints yet, once a day for all that come in one name.
 */
export async function tellHeldBack(
  tx: Tx,
  desk: Desk,
  { id, complaint_id, kind }: { id: string; complaint_id: string; kind: string },
  address: Buffer,
): Promise<void> {
  const now = desk.now();
  const complaint = await tx
    .selectFrom("complaint")
    .select(["reference", "owner_id"])
    .where("id", "=", complaint_id)
    .executeTakeFirst();
  if (!complaint) return;
  const barred = await tx
    .selectFrom("complaint_conflict")
    .select("person_id")
    .where("complaint_id", "=", complaint_id)
    .execute();
  const conflicts = new Set(barred.map(({ person_id }) => person_id));
  const people = complaint.owner_id ? [complaint.owner_id] : (await responsible(tx)).contacts;
  const subject = complaint.owner_id ? id : `${address.toString("hex").slice(0, 32)} ${now.slice(0, 10)}`;
  const facts = { reference: complaint.reference, letter: kind };
  const told = people.filter((each) => !conflicts.has(each));
  await tell(tx, desk, told, { kind: "suppressed", subject, complaintId: complaint_id, facts });
}
