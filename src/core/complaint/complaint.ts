import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { acknowledge, recordBounce } from "./acknowledging.ts";
import { assess, assign, escalate, nameConflict } from "./assigning.ts";
import { close, erase, reopen, withdraw } from "./closing.ts";
import { giveLateReason, recomputeClocks, sendHoldingLetter } from "./clocks.ts";
import { recordDeclaration, settleDeclaration } from "./declaring.ts";
import { declareDeadlock } from "./disagreeing.ts";
import { endReferral, refer } from "./referring.ts";
import { accept, counter, decline } from "./deciding.ts";
import { ask, discuss, note, recordMessage } from "./discussing.ts";
import { reviewFile } from "./file-review.ts";
import { answerFollowUp, dispatchFollowUp, followUp } from "./following-up.ts";
import { decideInvestigation } from "./investigation/decide.ts";
import { assignMeasure, implement } from "./implementing.ts";
import {
  cancelPayment,
  changePayment,
  enterPayment,
  markPaid,
  orderPayment,
  releasePayment,
} from "./paying.ts";
import { correctReceipt } from "./correcting-receipt.ts";
import { handOut } from "./handing-out.ts";
import { investigate, recordFinding } from "./investigating.ts";
import { approve, recordPaidAmount } from "./approving.ts";
import { confirmDelivery, dispatch, propose } from "./proposing.ts";
import { receive } from "./receiving.ts";
import { giveSatisfaction } from "./satisfaction.ts";
import { noteSilence } from "./silence.ts";
import { isOpen } from "./state.ts";

/** What still may be said about a complaint that is closed, withdrawn or erased. */
const always = new Set<Command["do"]>([
  "reopen",
  "record-message",
  "note",
  "correct-receipt",
  "give-late-reason",
  "name-conflict",
  "erase",
  "implement",
  "assign-measure",
  "enter-payment",
  "change-payment",
  "release-payment",
  "order-payment",
  "mark-paid",
  "cancel-payment",
  "confirm-delivery",
  "record-bounce",
  "record-declaration",
  "settle-declaration",
  "refer",
  "end-referral",
  "recompute-clocks",
  "record-call",
  "give-satisfaction",
  "review-file",
]);

/** The events a command causes in a given state, or an expected refusal. Pure: the same arguments, the same answer. */
export function decide(
  command: Command,
  state: Complaint | undefined,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  if (command.do === "receive") return state ? { refused: "already-received" } : receive(command, now);
  if (!state) return { refused: "unknown-complaint" };
  // Who took a copy is recorded whatever became of the complaint.
  if (command.do === "hand-out") return handOut(command, now);
  if (state.erased) return { refused: "complaint-erased" };
  if (!isOpen(state) && !always.has(command.do)) return { refused: "complaint-closed" };
  if ("at" in command && command.at > now.now) return { refused: "in-the-future", field: "at" };
  const dated = state.receivedAt <= now.now;
  if ("at" in command && dated && command.at < state.receivedAt)
    return { refused: "before-receipt", field: "at" };
  switch (command.do) {
    case "acknowledge":
      return acknowledge(command, state);
    case "assign":
      return assign(command, state);
    case "assess":
      return assess(command, now);
    case "escalate":
      return escalate(command, state);
    case "investigate":
      return investigate(command, state);
    case "record-finding":
      return recordFinding(command, state, now);
    case "propose":
      return propose(command, state, now);
    case "record-paid-amount":
      return recordPaidAmount(command, now);
    case "approve":
      return approve(command, state, now);
    case "dispatch":
      return dispatch(command, state, now);
    case "confirm-delivery":
      return confirmDelivery(command, state, now);
    case "record-bounce":
      return recordBounce(command);
    case "accept":
      return accept(command, state, now);
    case "decline":
      return decline(command, state, now);
    case "counter":
      return counter(command, state, now);
    case "ask":
      return ask(command);
    case "discuss":
      return discuss(command, state);
    case "declare-deadlock":
      return declareDeadlock(command, state, now);
    case "refer":
      return refer(command, state, now);
    case "end-referral":
      return endReferral(command, state);
    case "assign-measure":
      return assignMeasure(command, state);
    case "enter-payment":
      return enterPayment(command, state, now);
    case "change-payment":
      return changePayment(command, state, now);
    case "release-payment":
      return releasePayment(command, state, now);
    case "order-payment":
      return orderPayment(command, state);
    case "mark-paid":
      return markPaid(command, state, now);
    case "cancel-payment":
      return cancelPayment(command, state, now);
    case "implement":
      return implement(command, state, now);
    case "dispatch-follow-up":
      return dispatchFollowUp(command, state);
    case "follow-up":
      return followUp(command, state, now);
    case "answer-follow-up":
      return answerFollowUp(command, state, now);
    case "give-satisfaction":
      return giveSatisfaction(command, state);
    case "close":
      return close(command, state, now);
    case "withdraw":
      return withdraw(command);
    case "reopen":
      return reopen(command, state, now);
    case "record-message":
      return recordMessage(command);
    case "note":
      return note(command);
    case "correct-receipt":
      return correctReceipt(command, state, now);
    case "give-late-reason":
      return giveLateReason(command, state);
    case "hold":
      return sendHoldingLetter(command, state, now);
    case "record-declaration":
      return recordDeclaration(command, state, now);
    case "settle-declaration":
      return settleDeclaration(command, state);
    case "recompute-clocks":
      return recomputeClocks(state, now);
    case "note-silence":
      return noteSilence(state, now);
    case "review-file":
      return reviewFile(command, state, now);
    case "name-conflict":
      return nameConflict(command, state, now);
    case "erase":
      return erase(command, state);
    default:
      return decideInvestigation(command, state, now);
  }
}
