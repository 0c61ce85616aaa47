import type { Complaint } from "../../../core/complaint/state.ts";
import type { Step } from "../../../record/journal/journal.ts";

/** Who outside looks at the matter, under which reference, and how it ended. */
export const referralViews = (
  { referrals }: Complaint,
  steps: Step[],
  words: ReadonlyMap<number, Record<string, string>>,
) =>
  referrals.map((referral) => {
    const step = steps.find(
      ({ fact }) => fact.type === "ReferredOutside" && fact.data.referral === referral.number,
    );
    const { name = "", reference } = (step && words.get(step.fact.version)) ?? {};
    return { ...referral, name, ...(reference && { reference }) };
  });
