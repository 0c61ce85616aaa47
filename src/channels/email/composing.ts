import type { Policy } from "../../core/policy/policy.ts";
import type { PublicStatus } from "../../complaints/queries/public-status.ts";
import type { HeldClock } from "../../core/complaint/events.ts";
import type { LetterKind } from "../../core/complaint/letters.ts";
import type { LetterFacts } from "../../words/letters.ts";
import { inWords } from "../../core/policy/render.ts";
import { formatCents, formatDate, formatInstant } from "../../words/catalogue.ts";
import { explainInWords } from "../../words/explaining.ts";
import { domain } from "../../words/domain.ts";
import { letterWords, salutation } from "../../words/letters.ts";
import { asHtml, asText } from "./layout.ts";

export type Composed = { subject: string; text: string; html: string };

export type Occasion = {
  status: PublicStatus;
  policy: Policy;
  url: string;
  token: string;
  code: string;
};

/** Writes one letter in the complainant's language. The subject carries nothing of the matter but its reference. */
export function compose(kind: LetterKind, occasion: Occasion): Composed {
  const { status, policy } = occasion;
  const { language } = status;
  const { subject, parts } = letterWords(language)[kind](factsOf(occasion));
  const { organisation, channels } = policy;
  const signature = [
    organisation.name,
    organisation.street,
    `${organisation.postcode} ${organisation.city}, ${organisation.countryName[language]}`,
    `${channels.phone.display} · ${channels.email}`,
    organisation.website,
  ];
  const greeting = salutation(language, safeName(status.name));
  return {
    subject,
    text: asText(greeting, parts, signature),
    html: asHtml(language, subject, greeting, parts, signature),
  };
}

/** A name that carries an address, a link or a line of its own is not a name that we repeat (O-04). */
const safeName = (name: string | undefined): string | undefined =>
  name &&
  name.length <= 80 &&
  /^[\p{L}\p{M}][\p{L}\p{M}\s.'’,-]*$/u.test(name) &&
  !/\p{L}\.\p{L}{2,}/u.test(name)
    ? name.replace(/\s+/g, " ")
    : undefined;

function factsOf({ status, policy, url, token, code }: Occasion): LetterFacts {
  const { language, proposal, clocks, held } = status;
  const words = domain(language);
  const instant = (at: string | undefined) => (at ? formatInstant(language, at, policy.zone) : "–");
  const latest = (kind: string) => clocks.findLast((clock) => clock.kind === kind);
  const proposalClock = latest("proposal");
  const prefix = `${url}${language === "de" ? "/de" : ""}/p/${status.platform}`;
  const page = `${prefix}/s/${token}`;
  return {
    reference: status.reference,
    receivedAt: instant(status.receivedAt),
    proposalBy: instant(proposalClock?.dueAt),
    implementationWithin: inWords(policy.clocks.implementation, language),
    followUpWithin: inWords(policy.clocks.followUp, language),
    nextProposalBy: instant(status.nextProposalBy),
    implementationBy: instant(latest("implementation")?.dueAt),
    implementedAt: instant(latest("implementation")?.metAt),
    code,
    statusUrl: page,
    decisionUrl: `${page}/decision`,
    followUpUrl: `${page}/follow-up`,
    policyUrl: `${prefix}/policy`,
    policyVersion: String(status.policyVersion),
    explanation: proposal?.explanation ?? "",
    findings: status.findings.map(
      ({ allegation, outcome, reasons }) =>
        `${allegation}: ${words.finding[outcome as keyof typeof words.finding]}. ${reasons}`,
    ),
    measures: (proposal?.measures ?? []).map(({ kind, description, amountCents, dueOn }) =>
      [
        `${words.measure[kind]}: ${description}`,
        amountCents !== undefined && formatCents(language, amountCents),
        dueOn && formatDate(language, dueOn),
      ]
        .filter(Boolean)
        .join(" · "),
    ),
    goodwill: proposal?.measures.some(({ basis }) => basis === "goodwill") ?? false,
    validUntil: instant(proposal?.validUntil),
    proposalWhy: proposalClock ? explainInWords(language, proposalClock.why, policy.zone) : "–",
    held: {
      what: held ? words.clock[held.clock] : "–",
      promisedBy: instant(held && promisedBy(status, held.clock)),
      expectedOn: held ? formatDate(language, held.expectedOn) : "–",
      reason: held ? words.lateReason[held.reason as keyof typeof words.lateReason] : "–",
      explanation: held?.explanation ?? "",
    },
    contact: policy.contacts.escalations,
    // A number that breaks at the end of a line cannot be dialled at a glance.
    phone: policy.channels.phone.display.replaceAll(" ", "\u00a0"),
  };
}

const promisedBy = ({ clocks, nextProposalBy }: PublicStatus, clock: HeldClock) =>
  clock === "next_proposal" ? nextProposalBy : clocks.findLast(({ kind }) => kind === clock)?.dueAt;
