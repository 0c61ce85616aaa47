import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { recordDeclaration } from "./declaring.ts";
import { present } from "./receiving.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/**
 * Somebody outside looks at the matter: a conciliation body, an authority, a court. It ends nothing here. Whoever does not
 * refuse a conciliation body within three weeks counts as willing (VSBG §30 Abs. 6), so that clock starts by itself.
 */
export function refer(
  { body, name, at, reference, note }: Doing<"refer">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] {
  const data = { referral: state.referrals.length + 1, body, at };
  const referred: ComplaintEvent = {
    type: "ReferredOutside",
    data,
    words: { name, ...present({ reference, note }) },
  };
  const runs = state.declarations.some(
    ({ kind, clock }) => kind === "conciliation_request" && clock.metAt === undefined,
  );
  if (body !== "conciliation_body" || runs) return [referred];
  return [
    referred,
    ...recordDeclaration({ do: "record-declaration", kind: "conciliation_request", at }, state, now),
  ];
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
