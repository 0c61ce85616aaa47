import type { Review } from "../reviews/contract.ts";
import type { Contributor, Pack } from "./pack.ts";
import { written } from "../../engine/packing/packing.ts";
import { reviewList, reviewView } from "../reviews/views.ts";

/** The management reviews of the months that lie wholly in the range, with signature and addenda (ISO 10002, 8.6). */
export const reviews: Contributor = async (pack) => {
  const { desk, who, from, to } = pack;
  const months = (await reviewList(desk)).filter(({ period }) => {
    const first = Temporal.PlainDate.from(`${period}-01`);
    const last = first.add({ months: 1 }).subtract({ days: 1 });
    return Temporal.PlainDate.compare(first, from) >= 0 && Temporal.PlainDate.compare(last, to) <= 0;
  });
  const views = await Promise.all(months.map(({ period }) => reviewView(desk, who, period)));
  return views
    .filter((review) => review !== undefined)
    .map((review) =>
      written(`reviews/${review.period}.json`, `${JSON.stringify(told(review, pack), undefined, 2)}\n`),
    );
};

/** What people typed may say names: where any are to be hidden, only that something was said is told. */
function told(review: Review, { redaction, colleague }: Pack): object {
  const { period, dueOn, state, record, report, signature, addenda, actions } = review;
  const said = (text: string | undefined) => (redaction === "none" ? text : text && "…");
  return {
    period,
    dueOn,
    state,
    report,
    ...(record && {
      meetingOn: record.meetingOn,
      chair: colleague(record.chairId),
      attendees: record.attendees.map(colleague),
      absent: record.absent.map(colleague),
      inputs: record.inputs.map(({ input, note }) => ({ input, note: said(note) })),
      discussion: said(record.discussion),
      decisions: record.decisions.map(said),
      policyChange: said(record.policyChange),
      trainingNeeds: said(record.trainingNeeds),
      nextOn: record.nextOn,
    }),
    actions: actions.map(({ number }) => number),
    ...(signature && { signature: { ...signature, by: colleague(signature.by) } }),
    addenda: addenda.map(({ text, by, at }) => ({ text: said(text), by: colleague(by), at })),
  };
}
