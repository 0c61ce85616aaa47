import type { ClockView } from "../complaints/contract.ts";
import type { Desk } from "../../record/desk.ts";
import type { PublicMeasure, PublicStatus } from "../complaints/queries/public-status.ts";
import type { ClockKind } from "../../core/complaint/events.ts";
import type { Occasion } from "./values.ts";
import type { Which } from "./templates.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { dueAt } from "../../core/calendar/due.ts";
import { explain } from "../../core/calendar/explaining.ts";
import { ruleOf } from "../../core/complaint/clocks.ts";
import { officeOf } from "../../core/policy/policy.ts";
import { sampleWords } from "../../texts/letter-sample.ts";

/** A complaint that nobody made, received now and gone through everything that a letter can tell of; its dates are real. */
export async function sampleOccasion(desk: Desk, { kind, language }: Which): Promise<Occasion> {
  const policy = await desk.policyAt(desk.now());
  const calendar = await desk.calendar(policy);
  const now = desk.now();
  const clock = (name: ClockKind | "next_proposal", startedAt: string) => {
    const why = explain(ruleOf(name, policy), startedAt, calendar, officeOf(policy));
    return { round: 0, startedAt, dueAt: why.dueAt, status: "running" as const, why };
  };
  const proposal = clock("proposal", now);
  const implementation = clock("implementation", proposal.dueAt);
  const clocks: ClockView[] = [
    { kind: "proposal", ...proposal },
    { kind: "implementation", ...implementation, metAt: implementation.dueAt },
  ];
  const words = sampleWords(language);
  const inWeeks = dueAt({ businessDays: 40 }, proposal.dueAt, calendar, officeOf(policy));
  const laterOn = dateOf(calendar, inWeeks).toString();
  const done = kind === "implementation" ? { doneAt: implementation.dueAt } : {};
  const measures: PublicMeasure[] = [
    {
      id: "1.1",
      kind: "refund",
      description: words.refund,
      amountCents: 24_000,
      basis: "claim",
      done: true,
      ...done,
    },
    {
      id: "1.2",
      kind: "voucher",
      description: words.voucher,
      amountCents: 5_000,
      basis: "goodwill",
      done: true,
      ...done,
    },
    { id: "1.3", kind: "corrective_action", description: words.corrective, dueOn: laterOn, done: false },
  ];
  const status: PublicStatus = {
    id: "sample",
    reference: `${policy.organisation.referencePrefix}-${now.slice(0, 4)}-000042-7`,
    version: 1,
    stage: "received",
    platform: policy.platforms[0]!.code,
    channel: "web",
    subject: "programme",
    language,
    receivedAt: now,
    policyVersion: policy.version,
    later: { implementation: policy.clocks.implementation, followUp: policy.clocks.followUp },
    reachableBy: ["email"],
    name: words.name,
    clocks,
    proposal: {
      number: 1,
      status: "sent",
      validUntil: dueAt(policy.proposalValidity, proposal.dueAt, calendar, officeOf(policy)),
      explanation: words.explanation,
      measures,
      findings: [],
      decidable: true,
      expired: false,
    },
    nextProposalBy: clock("next_proposal", proposal.dueAt).dueAt,
    held: {
      clock: "proposal",
      expectedOn: dateOf(calendar, implementation.dueAt).toString(),
      reason: "third_party",
      explanation: words.held,
    },
    conciliation: words.conciliation,
    followUpOpen: false,
    messages: [],
    findings: [{ allegation: words.allegation, outcome: "upheld", reasons: words.reasons }],
    erased: false,
  };
  const { person } = words;
  return { status, policy, url: desk.url, token: "preview", code: "7K2-M9Q-4TB-X31", person };
}
