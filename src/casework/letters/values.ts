import type { PublicMeasure, PublicStatus } from "../complaints/queries/public-status.ts";
import type { HeldClock } from "../../core/complaint/events.ts";
import type { SlotValues } from "../../core/letters/slots.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { inWords } from "../../core/policy/render.ts";
import { formatCents, formatDate, formatInstant, type Language } from "../../texts/catalogue.ts";
import { asHeading } from "../../texts/point.ts";
import { domain } from "../../texts/domain.ts";
import { explainInWords } from "../../texts/explaining.ts";
import { slotWords, understood } from "../../texts/letters.ts";

export type Occasion = {
  status: PublicStatus;
  policy: Policy;
  url: string;
  token: string;
  code: string;
  /** Name of whoever the complaint lies with; nobody yet while it is new. */
  person?: string;
};

/** What one complaint puts in the slots of a letter, in the complainant's language. */
export function valuesOf(occasion: Occasion): SlotValues {
  const { status, policy, code, person } = occasion;
  const { language, proposal, clocks } = status;
  const words = slotWords(language);
  const instant = (at: string | undefined) => (at ? formatInstant(language, at, policy.zone) : "–");
  const latest = (kind: string) => clocks.findLast((clock) => clock.kind === kind);
  const proposalClock = latest("proposal");
  const measures = proposal?.measures ?? [];
  const platform = policy.platforms.find(({ code: each }) => each === status.platform);
  return {
    reference: status.reference,
    receivedAt: instant(status.receivedAt),
    understood: understood(language, { ...status, platform: platform?.name ?? status.platform }),
    proposalBy: instant(proposalClock?.dueAt),
    proposalWhy: proposalClock ? explainInWords(language, proposalClock.why, policy.zone) : "–",
    nextProposalBy: instant(status.nextProposalBy),
    implementationBy: instant(latest("implementation")?.dueAt),
    implementedAt: instant(latest("implementation")?.metAt),
    implementationWithin: inWords(policy.clocks.implementation, language),
    followUpWithin: inWords(policy.clocks.followUp, language),
    validUntil: instant(proposal?.validUntil),
    explanation: proposal?.explanation ?? "",
    findings: findings(status),
    measures: measures.map((each) => measureInWords(language, each)),
    done: measures.flatMap((each) =>
      each.doneAt ? [`${measureInWords(language, each)} · ${words.carriedOut(instant(each.doneAt))}`] : [],
    ),
    later: measures.flatMap((each) =>
      each.dueOn && !each.doneAt
        ? [
            `${measureInWords(language, { ...each, dueOn: undefined })} · ${words.follows(formatDate(language, each.dueOn))}`,
          ]
        : [],
    ),
    refund: refunded(language, measures),
    refundMeans: means(language, measures),
    goodwill: measures.some(({ basis }) => basis === "goodwill") ? words.goodwill : "",
    ...heldValues(status, instant),
    code,
    person: person ?? words.nobodyYet,
    policyVersion: String(status.policyVersion),
    organisation: policy.organisation.name,
    contact: policy.contacts.escalations,
    email: policy.channels.email,
    // A number that breaks at the end of a line cannot be dialled at a glance.
    phone: policy.channels.phone.display.replaceAll(" ", "\u00a0"),
    ...addresses(occasion),
    ...conciliation(occasion),
  };
}

function addresses({ status, url, token }: Occasion) {
  const prefix = `${url}${status.language === "de" ? "/de" : ""}/p/${status.platform}`;
  const page = `${prefix}/s/${token}`;
  return {
    statusUrl: page,
    decisionUrl: `${page}/decision`,
    followUpUrl: `${page}/follow-up`,
    // The version that this complaint keeps, not whichever is the latest when the letter is read.
    policyUrl: `${prefix}/policy/versions/${status.policyVersion}`,
    privacyUrl: `${prefix}/privacy`,
  };
}

const findings = ({ language, findings: all }: PublicStatus): string[] =>
  all.map(({ allegation, outcome, reasons }) => {
    const { finding } = domain(language);
    return `${asHeading(allegation)}: ${finding[outcome as keyof typeof finding]}. ${reasons}`;
  });

type Promised = Pick<PublicMeasure, "kind" | "description" | "amountCents" | "code" | "redeemableUntil"> & {
  dueOn?: string | undefined;
};

const measureInWords = (
  language: Language,
  { kind, description, amountCents, dueOn, code, redeemableUntil }: Promised,
): string =>
  [
    `${domain(language).measure[kind]}: ${description}`,
    amountCents !== undefined && formatCents(language, amountCents),
    dueOn && formatDate(language, dueOn),
    code && slotWords(language).voucherCode(code),
    redeemableUntil && slotWords(language).redeemable(formatDate(language, redeemableUntil)),
  ]
    .filter(Boolean)
    .join(" · ");

function refunded(language: Language, measures: readonly PublicMeasure[]): string {
  const cents = measures
    .filter(({ kind, doneAt }) => kind === "refund" && doneAt)
    .reduce((sum, { amountCents = 0 }) => sum + amountCents, 0);
  return cents === 0 ? "" : formatCents(language, cents);
}

/** To which account, told by its end; without a payment on our list it went back the way it came. */
function means(language: Language, measures: readonly PublicMeasure[]): string {
  const refunds = measures.filter(({ kind, doneAt }) => kind === "refund" && doneAt);
  const words = slotWords(language);
  const each = refunds.map(({ paidTo }) => (paidTo ? words.transferred(paidTo) : words.sameWay));
  return [...new Set(each)].join("; ");
}

function heldValues(status: PublicStatus, instant: (at: string | undefined) => string) {
  const { held, language } = status;
  const { clock, lateReason } = domain(language);
  return {
    held: held ? clock[held.clock] : "–",
    heldUntil: instant(held && promisedBy(status, held.clock)),
    heldReason: held ? lateReason[held.reason as keyof typeof lateReason] : "–",
    heldExplanation: held?.explanation ?? "",
    expectedOn: held ? formatDate(language, held.expectedOn) : "–",
  };
}

const promisedBy = ({ clocks, nextProposalBy }: PublicStatus, clock: HeldClock) =>
  clock === "next_proposal" ? nextProposalBy : clocks.findLast(({ kind }) => kind === clock)?.dueAt;

function conciliation({ status }: Occasion) {
  const to = status.conciliation;
  return {
    conciliationBody: to?.body ?? "",
    conciliationAddress: to?.address ?? "",
    conciliationUrl: to?.url ?? "",
    conciliationStance: to ? slotWords(status.language).conciliation[to.stance] : "",
  };
}
