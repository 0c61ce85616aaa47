import type { Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { present } from "./receiving.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** Somebody outside looks at the matter: a conciliation body, an authority, a court. It ends nothing here. */
export function refer(
  { body, name, at, reference, note }: Doing<"refer">,
  { referrals }: Complaint,
): ComplaintEvent[] {
  const data = { referral: referrals.length + 1, body, at };
  return [{ type: "ReferredOutside", data, words: { name, ...present({ reference, note }) } }];
}

export function endReferral(
  { referral, outcome, at, note }: Doing<"end-referral">,
  { referrals }: Complaint,
): ComplaintEvent[] | Refusal {
  const found = referrals.find(({ number }) => number === referral);
  if (!found) return { refused: "unknown-referral", field: "referral" };
  if (found.outcome) return { refused: "referral-ended", field: "referral" };
  if (at < found.at) return { refused: "before-receipt", field: "at" };
  return [{ type: "ReferralEnded", data: { referral, outcome, at }, words: present({ note }) }];
}
