/**
 * Whatever a letter can say of a complaint. `formal` carries nothing of the matter and may stand in a subject, which shows
 * on locked screens; `list` has lines of its own; `address` is the only thing that a link may lead to.
 */
export const slots = {
  reference: "formal",
  receivedAt: "formal",
  proposalBy: "formal",
  nextProposalBy: "formal",
  validUntil: "formal",
  implementationBy: "formal",
  implementedAt: "formal",
  heldUntil: "formal",
  expectedOn: "formal",
  /** In our own words, from what was chosen and never from what was written: an automatic letter does not echo (O-04). */
  understood: "text",
  /** Why the date of the proposal is that date. */
  proposalWhy: "text",
  implementationWithin: "text",
  followUpWithin: "text",
  code: "text",
  policyVersion: "text",
  explanation: "text",
  /** The clause that an offer out of goodwill acknowledges no claim (BGB §212); empty where nothing is goodwill. */
  goodwill: "text",
  /** What was paid back; empty where nothing was. */
  refund: "text",
  /** How it was paid back; empty where nothing was. */
  refundMeans: "text",
  held: "text",
  heldReason: "text",
  heldExplanation: "text",
  person: "text",
  organisation: "text",
  contact: "text",
  email: "text",
  phone: "text",
  conciliationBody: "text",
  conciliationAddress: "text",
  conciliationStance: "text",
  findings: "list",
  measures: "list",
  done: "list",
  later: "list",
  statusUrl: "address",
  decisionUrl: "address",
  followUpUrl: "address",
  policyUrl: "address",
  privacyUrl: "address",
  conciliationUrl: "address",
} as const;

export type Slot = keyof typeof slots;
export type SlotForm = (typeof slots)[Slot];
/** What a letter is filled from: every slot, a list where it has lines of its own. */
export type SlotValues = { [S in Slot]: (typeof slots)[S] extends "list" ? string[] : string };

export const isSlot = (name: string): name is Slot => Object.hasOwn(slots, name);
