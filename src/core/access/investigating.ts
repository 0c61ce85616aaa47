import type { InvestigationCommand } from "../complaint/investigation/commands.ts";
import type { Act, Known, Person, Role } from "./access.ts";

const desk: readonly Role[] = ["intake", "handler", "manager"];
const handlers: readonly Role[] = ["handler", "manager"];

/** Which roles may do what in triage and investigation. */
export const allowedInInvestigation: Record<InvestigationCommand["do"], readonly Role[]> = {
  "add-allegation": desk,
  "reword-allegation": handlers,
  "merge-allegation": handlers,
  "withdraw-allegation": handlers,
  "plan-step": handlers,
  "finish-step": handlers,
  "request-information": handlers,
  "answer-request": desk,
  "add-evidence": desk,
  "strike-evidence": handlers,
  "review-material": handlers,
  "arrange-interview": handlers,
  "hold-interview": handlers,
  "show-interview": handlers,
  "answer-interview": handlers,
  "record-call": desk,
  "note-support-needs": desk,
  "confirm-repeat": desk,
  "link-issue": handlers,
  "unlink-issue": handlers,
};

export const actsOnInterviews: ReadonlySet<Act> = new Set<Act>([
  "arrange-interview",
  "hold-interview",
  "show-interview",
  "answer-interview",
]);

/** What an interviewee says is heard by those who decide on it, and by nobody else in the house (STANDARDS §2.4). */
export const conductsInterviews = ({ id }: { id: string }, complaint: Known | undefined): boolean =>
  id === complaint?.ownerId || id === complaint?.investigatorId;

const approvers: readonly Role[] = ["approver", "manager"];

/** Investigator, owner and whoever may approve read interviews; whoever is complained about does not, whatever the role. */
export function readsInterviews(who: Person, complaint: Known): boolean {
  if (who.kind !== "staff") return false;
  if (complaint.conflicts.includes(who.id)) return false;
  return conductsInterviews(who, complaint) || approvers.some((role) => who.roles.includes(role));
}

/** What triage and investigation of a complaint offer. */
export const investigationSteps = ["assess", ...Object.keys(allowedInInvestigation)] as [
  InvestigationStep,
  ...InvestigationStep[],
];
export type InvestigationStep = InvestigationCommand["do"] | "assess";
