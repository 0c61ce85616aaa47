import type { Person } from "../core/access/access.ts";
import type { Desk } from "./desk.ts";
import { eraseContent } from "../content/erasing.ts";
import { handle } from "./handle.ts";

/** Records the erasure and deletes every word, file, letter and original mail of a complaint, in one transaction. */
export async function eraseComplaint(
  desk: Desk,
  who: Person,
  complaintId: string,
  rule: string,
): Promise<void> {
  await desk.db.transaction().execute(async (tx) => {
    const outcome = await handle(desk, who, complaintId, { do: "erase", rule }, { tx });
    if ("refused" in outcome && outcome.refused === "payment-open")
      throw new Error("a payment is on its way; mark it as paid or cancel it first. Nothing was erased");
    if (!("kind" in outcome) || outcome.kind !== "recorded")
      throw new Error("the erasure was refused; nothing was erased");
    const mails = await tx
      .selectFrom("intake_message")
      .select("id")
      .where("complaint_id", "=", complaintId)
      .execute();
    // An order to the bank names its payees; what was transferred stands in the books all the same.
    const orders = await tx
      .selectFrom("payment")
      .select("file_id as id")
      .distinct()
      .where("complaint_id", "=", complaintId)
      .where("file_id", "is not", null)
      .execute();
    const answers = await tx
      .selectFrom("survey_decision")
      .select("answer_id as id")
      .where("complaint_id", "=", complaintId)
      .execute();
    await eraseContent(tx, [complaintId, ...[...mails, ...orders, ...answers].map(({ id }) => id!)]);
    await tx
      .updateTable("letter")
      .set({ state: "failed", last_error: "erased" })
      .where("complaint_id", "=", complaintId)
      .where("state", "=", "queued")
      .execute();
  });
}
