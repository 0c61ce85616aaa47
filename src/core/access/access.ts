import type { Command } from "../complaint/commands.ts";
import type { Complaint } from "../complaint/state.ts";
import { actsOnInterviews, allowedInInvestigation, conductsInterviews } from "./investigating.ts";

export const roles = ["admin", "intake", "handler", "approver", "manager", "auditor"] as const;
/** `admin` runs the system and, on purpose, does not read complaints by that role alone. */
export type Role = (typeof roles)[number];

export type Person =
  | { kind: "staff"; id: string; roles: readonly Role[] }
  /** Whoever holds the customer's own link or code to one complaint. */
  | { kind: "customer"; complaintId: string }
  /** Our own jobs, the mail room and the operator's command line. */
  | { kind: "system"; id: string };

/** Whoever works here. */
export type Staff = Extract<Person, { kind: "staff" }>;

export type Act = Command["do"] | "read";

const desk: readonly Role[] = ["intake", "handler", "manager"];
const handlers: readonly Role[] = ["handler", "manager"];
/** Whoever lets money go. */
const payers: readonly Role[] = ["approver", "manager"];

/** Which roles may do what; an act that is missing here does not compile. */
const allowed: Record<Act, readonly Role[]> = {
  read: ["intake", "handler", "approver", "manager", "auditor"],
  receive: desk,
  acknowledge: desk,
  "record-message": desk,
  note: ["intake", "handler", "approver", "manager"],
  "name-conflict": desk,
  withdraw: desk,
  accept: desk,
  decline: desk,
  counter: desk,
  ask: desk,
  "answer-follow-up": desk,
  assign: handlers,
  assess: handlers,
  escalate: desk,
  investigate: handlers,
  "record-finding": handlers,
  propose: handlers,
  "record-paid-amount": desk,
  approve: ["approver", "manager"],
  dispatch: handlers,
  discuss: handlers,
  // Only management ends a discussion in which both sides disagree (STANDARDS §5, 21).
  "declare-deadlock": ["manager"],
  refer: desk,
  "end-referral": desk,
  implement: handlers,
  "assign-measure": handlers,
  "enter-payment": ["handler", ...payers],
  "change-payment": ["handler", ...payers],
  "release-payment": payers,
  "order-payment": payers,
  "mark-paid": payers,
  "cancel-payment": payers,
  "dispatch-follow-up": handlers,
  "follow-up": handlers,
  /** In a call it is said with the answer. */
  "give-satisfaction": [],
  "correct-receipt": ["manager"],
  "give-late-reason": handlers,
  hold: handlers,
  "record-declaration": desk,
  "settle-declaration": handlers,
  close: handlers,
  reopen: handlers,
  "confirm-delivery": [],
  "record-bounce": [],
  "recompute-clocks": [],
  "note-silence": [],
  /** And whoever owns the complaint. */
  "hand-out": ["manager", "auditor"],
  /** By somebody who had no hand in it. */
  "review-file": ["manager", "auditor"],
  erase: [],
  ...allowedInInvestigation,
};

const customersOwn: readonly Act[] = [
  "accept",
  "decline",
  "counter",
  "ask",
  "answer-follow-up",
  "give-satisfaction",
];

/** What access looks at. */
export type Known = Pick<Complaint, "conflicts" | "ownerId" | "investigatorId">;

/** Whether someone may do something to a complaint. Whoever is complained about may nothing, whatever the role. */
export function can(who: Person, act: Act, complaint: Known | undefined): boolean {
  if (who.kind === "system") return true;
  if (who.kind === "customer") return customersOwn.includes(act);
  if (complaint?.conflicts.includes(who.id)) return false;
  if (actsOnInterviews.has(act) && !conductsInterviews(who, complaint)) return false;
  if (act === "hand-out" && complaint?.ownerId === who.id) return may(who.roles, "read");
  return may(who.roles, act);
}

/** The part of `can` that does not depend on the complaint: what a query or a menu may ask before it knows one. */
export const may = (held: readonly Role[], act: Act): boolean =>
  allowed[act].some((role) => held.includes(role));

/** Whose work it is to own complaints, and who therefore needs training. */
export const ownsComplaints = (held: readonly Role[]): boolean => may(held, "propose");

export const actorOf = (who: Person): string => (who.kind === "customer" ? "customer" : who.id);
