import type { Rule } from "../../../core/calendar/due.ts";
import type { Channel, HeldClock, SubjectKind } from "../../../core/complaint/events.ts";
import type { Conciliation } from "../../../core/complaint/commands.ts";
import type { Stage } from "../../../core/complaint/state.ts";
import type { ClockView } from "../contract.ts";
import type { Desk } from "../../../record/desk.ts";
import { isOpen, latestSent, runs } from "../../../core/complaint/state.ts";
import { ibanEnding } from "../../../core/complaint/payments.ts";
import { foldQuotes } from "../../../core/complaint/quoting.ts";
import { histories, type Step } from "../../../record/journal/journal.ts";
import { clocksOf } from "./clocks.ts";
import { nextProposalBy, proposalView, wordsOfProposal } from "./complaint.ts";
import { findingsIn, type Finding } from "./findings.ts";
import { wordsOfAll } from "./words.ts";

/** What the customer may see of the own complaint: an own type, so that a staff note can never slip in. */
export type PublicStatus = {
  id: string;
  reference: string;
  version: number;
  stage: Stage;
  platform: string;
  channel: Channel;
  subject: SubjectKind;
  language: "en" | "de";
  receivedAt: string;
  policyVersion: number;
  /** What follows an acceptance, by the policy in force at receipt. */
  later: { implementation: Rule; followUp: Rule };
  reachableBy: readonly ("email" | "phone")[];
  name?: string;
  clocks: ClockView[];
  proposal?: PublicProposal;
  nextProposalBy?: string;
  /** What the latest holding letter told, while that promise is still open. */
  held?: { clock: HeldClock; expectedOn: string; reason: string; explanation: string };
  /** To whom a consumer was told to turn, in the words of then. */
  conciliation?: Conciliation;
  followUpOpen: boolean;
  /** Whether how satisfied they are may still be said, or was. */
  satisfaction?: "asked" | "given";
  messages: { at: string; words: string; quoted?: string }[];
  findings: { allegation: string; outcome: string; reasons: string }[];
  erased: boolean;
};

export type PublicProposal = Pick<
  ReturnType<typeof proposalView>,
  "number" | "status" | "validUntil" | "explanation"
> & {
  measures: PublicMeasure[];
  /** As they stood when it was sent. */
  findings: Finding[];
  decidable: boolean;
  expired: boolean;
};

export type PublicMeasure = Omit<ReturnType<typeof proposalView>["measures"][number], "task" | "payment"> & {
  doneAt?: string;
  /** The end of the IBAN to which it was transferred. */
  paidTo?: string;
};

const written = new Set([
  "Received",
  "MessageReceived",
  "QuestionAsked",
  "ProposalDeclined",
  "CounterProposed",
  "FollowUpAnswered",
]);

/** As it is now, or as it was at an earlier version: a letter tells what it was owed for, however late it is written. */
export async function publicStatus(
  desk: Desk,
  complaintId: string,
  version = Infinity,
): Promise<PublicStatus | undefined> {
  const [status] = await publicStatuses(desk, [{ complaintId, version }]);
  return status;
}

/** The same of several complaints at once, in the order asked. */
export async function publicStatuses(
  desk: Desk,
  asked: readonly { complaintId: string; version: number }[],
): Promise<(PublicStatus | undefined)[]> {
  const ids = asked.map(({ complaintId }) => complaintId);
  const [all, words] = await Promise.all([histories(desk.db, ids), wordsOfAll(desk.db, desk.keys, ids)]);
  return Promise.all(
    asked.map(({ complaintId, version }) =>
      statusOf(desk, complaintId, version, all.get(complaintId) ?? [], words(complaintId)),
    ),
  );
}

async function statusOf(
  desk: Desk,
  complaintId: string,
  version: number,
  all: Step[],
  words: ReadonlyMap<number, Record<string, string>>,
): Promise<PublicStatus | undefined> {
  const steps = all.filter(({ fact }) => fact.version <= version);
  const latest = steps.at(-1);
  if (!latest) return undefined;
  const { state, fact } = latest;
  const name = words.get(1)?.name;
  const proposal = latestShown(steps, words, desk.now());
  const { clocks } = await clocksOf(desk, steps);
  const { clocks: promises } = await desk.policy(state.policyVersion);
  return {
    id: complaintId,
    reference: state.reference,
    version: fact.version,
    stage: state.stage,
    platform: state.platform,
    channel: state.channel,
    subject: state.subject,
    language: state.language,
    receivedAt: state.receivedAt,
    policyVersion: state.policyVersion,
    later: { implementation: promises.implementation, followUp: promises.followUp },
    reachableBy: state.reachableBy,
    ...(name && { name }),
    clocks,
    ...(proposal && { proposal }),
    ...nextProposalBy(state),
    ...held(steps, words),
    ...conciliation(steps, words),
    followUpOpen: state.stage === "implemented",
    ...(state.satisfaction && { satisfaction: state.satisfaction }),
    messages: steps
      .filter((step) => written.has(step.fact.type))
      .map(({ fact: { version, recordedAt } }) => ({
        at: recordedAt,
        ...shown(ownWords(words.get(version))),
      })),
    findings: findingsIn(steps, words),
    erased: all.at(-1)?.state.erased ?? false,
  };
}

function held(steps: Step[], words: ReadonlyMap<number, Record<string, string>>): Pick<PublicStatus, "held"> {
  const { state } = steps.at(-1)!;
  const step = steps.findLast(({ fact }) => fact.type === "HoldingLetterDispatched");
  if (step?.fact.type !== "HoldingLetterDispatched") return {};
  const { clock, expectedOn, reason } = step.fact.data;
  const running = state.clocks[clock];
  if (!running || !runs(running)) return {};
  const explanation = words.get(step.fact.version)?.explanation ?? "";
  return { held: { clock, expectedOn, reason, explanation } };
}

function conciliation(
  steps: Step[],
  words: ReadonlyMap<number, Record<string, string>>,
): Pick<PublicStatus, "conciliation"> {
  const step = steps.findLast(({ fact }) => fact.type === "DeadlockDeclared");
  if (step?.fact.type !== "DeadlockDeclared" || !step.state.deadlock) return {};
  const { stance } = step.fact.data;
  const said = words.get(step.fact.version);
  if (!stance || !said?.conciliationBody) return {};
  const { conciliationBody: body, conciliationAddress: address = "", conciliationUrl: url = "" } = said;
  return { conciliation: { body, address, url, stance } };
}

/** Their own letter without what their mail program put below it. */
function shown(text: string): { words: string; quoted?: string } {
  const { said, folded } = foldQuotes(text);
  return { words: said, ...(folded !== "" && { quoted: folded }) };
}

const ownWords = (words: Record<string, string> = {}) => words.statement ?? words.words ?? "";

/** The latest proposal that was sent; a draft is nobody's business but ours. */
function latestShown(
  steps: Step[],
  words: ReadonlyMap<number, Record<string, string>>,
  now: string,
): PublicProposal | undefined {
  const { state } = steps.at(-1)!;
  const sent = latestSent(state);
  if (!sent) return undefined;
  const { number, status, validUntil, explanation, measures } = proposalView(
    state,
    sent,
    wordsOfProposal(steps, words, sent.number),
  );
  const expired = now > validUntil && status === "sent";
  const decidable = isOpen(state) && state.stage === "proposed" && !expired;
  return {
    number,
    status,
    validUntil,
    explanation,
    findings: findingsIn(until(steps, sent.number), words),
    measures: measures.map(({ task: _, payment, ...measure }) => ({
      ...asTold(steps, measure),
      ...(payment?.state === "paid" && paidTo(words, payment.id)),
    })),
    decidable,
    expired,
  };
}

/** What we knew when a proposal was sent. */
function until(steps: Step[], proposal: number): Step[] {
  const sent = steps.find(
    ({ fact }) => fact.type === "ProposalDispatched" && fact.data.proposal === proposal,
  );
  return sent ? steps.filter(({ fact }) => fact.version <= sent.fact.version) : steps;
}

/** What redeems a voucher is told once the voucher is given. */
function asTold(steps: Step[], { code, ...measure }: PublicMeasure): PublicMeasure {
  return { ...measure, ...doneAt(steps, measure.id), ...(code && measure.done && { code }) };
}

function paidTo(words: ReadonlyMap<number, Record<string, string>>, payment: string): { paidTo?: string } {
  const iban = [...words.values()].map((said) => said[`iban:${payment}`]).findLast(Boolean);
  return iban ? { paidTo: ibanEnding(iban) } : {};
}

function doneAt(steps: Step[], id: string): { doneAt?: string } {
  const done = steps.find(({ fact }) => fact.type === "MeasureImplemented" && fact.data.measure === id);
  return done?.fact.type === "MeasureImplemented" ? { doneAt: done.fact.data.at } : {};
}
