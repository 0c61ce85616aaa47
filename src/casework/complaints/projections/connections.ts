import type { Tx } from "../../../engine/database/database.ts";
import type { Step } from "../../../record/journal/journal.ts";

/** The rows of table `complaint_repeat`. */
export const repeatRows = (complaintId: string, { state }: Step) =>
  state.investigation.repeats.map(({ kind, of }) => ({ complaint_id: complaintId, of_id: of, kind }));

/** The rows of table `complaint_issue`. */
export const issueRows = (complaintId: string, { state }: Step) =>
  state.investigation.issues.map((issueId) => ({ complaint_id: complaintId, issue_id: issueId }));

/** Only when a fact touched them: most have neither. */
const touching = new Set(["RepeatConfirmed", "IssueLinked", "IssueUnlinked"]);

export async function projectConnections(tx: Tx, complaintId: string, steps: Step[]): Promise<void> {
  if (!steps.some(({ fact }) => touching.has(fact.type))) return;
  const latest = steps.at(-1)!;
  await tx.deleteFrom("complaint_repeat").where("complaint_id", "=", complaintId).execute();
  await tx.deleteFrom("complaint_issue").where("complaint_id", "=", complaintId).execute();
  const repeats = repeatRows(complaintId, latest);
  const issues = issueRows(complaintId, latest);
  if (repeats.length > 0) await tx.insertInto("complaint_repeat").values(repeats).execute();
  if (issues.length > 0) await tx.insertInto("complaint_issue").values(issues).execute();
}
