import type { Circumstances, Refusal } from "../commands.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Complaint } from "../state.ts";
import type { InvestigationCommand } from "./commands.ts";
import { addAllegation, mergeAllegation, rewordAllegation, withdrawAllegation } from "./allegations.ts";
import {
  addEvidence,
  answerRequest,
  finishStep,
  planStep,
  requestInformation,
  reviewMaterial,
  strikeEvidence,
} from "./gathering.ts";
import { answerInterview, arrangeInterview, holdInterview, showInterview } from "./interviewing.ts";
import { confirmRepeat, linkIssue, noteSupportNeeds, recordCall, unlinkIssue } from "./relating.ts";

/** What belongs to an investigation that has begun; the rest may be said as soon as the complaint is here. */
const onceBegun = new Set<InvestigationCommand["do"]>([
  "plan-step",
  "request-information",
  "review-material",
  "arrange-interview",
]);

/** Triage and investigation of one open complaint. */
export function decideInvestigation(
  command: InvestigationCommand,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  const { investigation, stage } = state;
  if (onceBegun.has(command.do) && (stage === "received" || stage === "acknowledged"))
    return { refused: "not-investigating" };
  switch (command.do) {
    case "add-allegation":
      return addAllegation(command, investigation, now);
    case "reword-allegation":
      return rewordAllegation(command, investigation, now);
    case "merge-allegation":
      return mergeAllegation(command, investigation, now);
    case "withdraw-allegation":
      return withdrawAllegation(command, investigation, now);
    case "plan-step":
      return planStep(command, state);
    case "finish-step":
      return finishStep(command, state);
    case "request-information":
      return requestInformation(command, state);
    case "answer-request":
      return answerRequest(command, state);
    case "add-evidence":
      return addEvidence(command, state, now);
    case "strike-evidence":
      return strikeEvidence(command, state, now);
    case "review-material":
      return reviewMaterial(command, state, now);
    case "arrange-interview":
      return arrangeInterview(command, state, now);
    case "hold-interview":
      return holdInterview(command, state, now);
    case "show-interview":
      return showInterview(command, state);
    case "answer-interview":
      return answerInterview(command, state);
    case "record-call":
      return recordCall(command, now);
    case "note-support-needs":
      return noteSupportNeeds(command, now);
    case "confirm-repeat":
      return confirmRepeat(command, investigation, now);
    case "link-issue":
      return linkIssue(command, investigation, now);
    case "unlink-issue":
      return unlinkIssue(command, investigation, now);
  }
}
