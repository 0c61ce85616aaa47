import type { Complaint, Proposal } from "../../../core/complaint/state.ts";
import type { Step } from "../../../record/journal/journal.ts";
import type { ComplaintView } from "../contract.ts";
import type { Desk } from "../../../record/desk.ts";
import { can, type Person } from "../../../core/access/access.ts";
import { nextSteps } from "../../../core/access/next-steps.ts";
import { priorityOf } from "../../../core/complaint/triage.ts";
import { programmeNamed } from "../../../organisation/office/taxonomies/programmes.ts";
import { history } from "../../../record/journal/journal.ts";
import { clocksOf } from "./clocks.ts";
import { withChanges } from "./rounds.ts";
import { referralViews } from "./referrals.ts";
import { folded } from "./timeline.ts";
import { hiddenFrom } from "./hidden.ts";
import { wordsOf } from "./words.ts";

/** The complaint page. The caller has found the complaint through `visibleTo`. */
export async function complaintView(desk: Desk, who: Person, complaintId: string): Promise<ComplaintView> {
  const steps = await history(desk.db, complaintId);
  const words = await wordsOf(desk.db, desk.keys, complaintId, await hiddenFrom(desk.db, who, steps));
  const { state, fact } = steps.at(-1)!;
  const told = words.get(1) ?? {};
  const views = await clocksOf(desk, steps);
  return {
    id: complaintId,
    reference: state.reference,
    version: fact.version,
    stage: state.stage,
    platform: state.platform,
    channel: state.channel,
    language: state.language,
    subject: { kind: state.subject, ...(told.programme && { programme: told.programme }) },
    ...(state.category && { category: state.category }),
    ...(await programmeOf(desk, state, told.programme)),
    ...(state.severity && {
      severity: state.severity,
      priority: priorityOf(state.severity, state.impact),
    }),
    ...(state.impact && { impact: state.impact }),
    receivedAt: state.receivedAt,
    complainant: pick(told, ["name", "email", "phone"]),
    ...pick(told, ["summary", "desiredOutcome"]),
    statement: told.statement ?? "",
    ...(state.channel === "email" && folded(told.statement)),
    ...(state.ownerId && { ownerId: state.ownerId }),
    ...(state.investigatorId && { investigatorId: state.investigatorId }),
    ...views,
    ...(state.paidCents !== undefined && { paidCents: state.paidCents }),
    proposals: withChanges(
      state.proposals.map((proposal) =>
        proposalView(state, proposal, wordsOfProposal(steps, words, proposal.number)),
      ),
    ),
    ...nextProposalBy(state),
    consumer: state.consumer,
    ...(state.deadlock && { deadlock: state.deadlock }),
    referrals: referralViews(state, steps, words),
    satisfaction: steps.flatMap(({ fact: { type, data } }) => (type === "SatisfactionGiven" ? [data] : [])),
    conflicts: [...state.conflicts],
    policyVersion: state.policyVersion,
    erased: state.erased,
    nextSteps: nextSteps(who, state),
    mayHandOut: can(who, "hand-out", state),
  };
}

/** The code of its programme; while there is none, the one that the customer's words name by now. */
async function programmeOf({ db }: Desk, { programme }: Complaint, words: string | undefined) {
  if (programme) return { programme };
  const suggestedProgramme = words && (await programmeNamed(db, words));
  return suggestedProgramme ? { suggestedProgramme } : {};
}

/** While a new proposal is owed: by when. */
export const nextProposalBy = ({ stage, clocks }: Complaint): { nextProposalBy?: string } =>
  stage === "in_discussion" && clocks.next_proposal ? { nextProposalBy: clocks.next_proposal.dueAt } : {};

export const pick = <K extends string>(words: Record<string, string>, names: readonly K[]) =>
  Object.fromEntries(names.filter((name) => words[name]).map((name) => [name, words[name]])) as {
    [N in K]?: string;
  };

/** A proposal's words lie with the fact that drafted it. */
export function wordsOfProposal(
  steps: Step[],
  words: ReadonlyMap<number, Record<string, string>>,
  number: number,
): Record<string, string> {
  const drafted = steps.find(({ fact }) => fact.type === "ProposalDrafted" && fact.data.proposal === number);
  return (drafted && words.get(drafted.fact.version)) ?? {};
}

export function proposalView(state: Complaint, proposal: Proposal, words: Record<string, string>) {
  return {
    ...proposal,
    explanation: words.explanation ?? "",
    measures: proposal.measures.map((measure) => ({
      ...measure,
      description: words[`measure:${measure.id}`] ?? "",
      ...(words[`code:${measure.id}`] && { code: words[`code:${measure.id}`] }),
      done: state.measuresDone.includes(measure.id),
      ...taskAndPayment(state, measure.id),
    })),
  };
}

function taskAndPayment({ tasks, payments }: Complaint, measure: string) {
  const task = tasks[measure];
  const latest = payments.findLast((each) => each.measure === measure);
  return {
    ...(task && { task }),
    ...(latest && { payment: { id: latest.id, state: latest.state } }),
  };
}
