import type { No } from "../../operations.ts";
import type { Staff } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import { whyNotSigned } from "../../core/reviewing/review.ts";
import { listActions, todayOf } from "../improvement/actions.ts";
import { silentActions } from "../improvement/reporting.ts";
import { canonical } from "../../record/journal/chain.ts";
import { latestReport } from "./reports.ts";
import { addFact, lockReview, recordOf, signatureOf, textsOf } from "./storing.ts";
import { managementTeam } from "../../organisation/office/management-team.ts";
import { digest, earlierReviews, lastSignature } from "./views.ts";

/** Signs a review: what was decided, the report and its hash become one text that is kept with its own SHA-256. */
export async function signReview(
  desk: Desk,
  { id: by }: Staff,
  period: string,
  acknowledged: number | undefined,
): Promise<No | undefined> {
  return desk.db.transaction().execute(async (tx): Promise<No | undefined> => {
    const on = { ...desk, db: tx };
    const review = await lockReview(tx, period);
    const report = await latestReport(tx, period);
    if (!review || !report) return { kind: "unknown" };
    if (signatureOf(review)) return { kind: "conflict", code: "review-signed" };
    const record = recordOf(review, await textsOf(tx, desk, review));
    const earlier = await silentActions(
      tx,
      await earlierReviews(on, period),
      await lastSignature(on, period),
    );
    const refused = whyNotSigned(record, {
      by,
      today: await todayOf(desk, tx),
      team: await managementTeam(tx),
      latestReport: report.version,
      acknowledged,
      silent: earlier.filter(({ silent }) => silent).map(({ number }) => number),
    });
    if (refused)
      return {
        kind: "conflict",
        code: refused.refused,
        ...(refused.which && { which: refused.which.map(String) }),
      };
    const actions = await listActions(on, { kind: "system", id: "reviews" }, { review: review.id });
    const signed = canonical({
      period,
      record,
      report,
      actions: actions.map(({ number, title, ownerId, dueOn }) => ({ number, title, ownerId, dueOn })),
      signedBy: by,
      signedAt: desk.now(),
    });
    const bound = { reportVersion: report.version, reportHash: report.hash, hash: digest(signed) };
    await addFact(tx, desk, review, "signed", bound, signed, by);
    return undefined;
  });
}
