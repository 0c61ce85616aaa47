import type { ClockView, EventView } from "../../casework/complaints/contract.ts";
import type { Dossier } from "./dossier.ts";
import { formatInstant } from "../../texts/catalogue.ts";
import { deskWords } from "../../texts/desk.ts";
import { domain } from "../../texts/domain.ts";
import { dossierWords } from "../../texts/dossier.ts";
import { explainInWords } from "../../texts/explaining.ts";
import { printableThroughout } from "../../engine/typesetting/printable.ts";
import { tell, tellMeasure, whoDid } from "./telling.ts";

const locale = { en: "en-GB", de: "de-DE" } as const;

/** All that is printed, in order, as data for dossier.typ: nothing of it is ever read as markup. */
export function documentOf(dossier: Dossier, madeFor: string) {
  const { language, complaint, policy, madeAt, events, chain } = dossier;
  const w = dossierWords(language);
  const short = new Intl.DateTimeFormat(locale[language], {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: policy.zone,
  });
  const instant = (at: string | undefined) => (at === undefined ? "–" : short.format(Date.parse(at)));
  const { year, month, day } = Temporal.Instant.from(madeAt).toZonedDateTimeISO(policy.zone);
  const document = {
    language,
    title: w.title(complaint.reference),
    over: `${policy.organisation.name} · ${w.dossier}`,
    summary: complaint.summary ?? "",
    made: w.made(formatInstant(language, madeAt, policy.zone), madeFor),
    date: { year, month, day },
    reference: complaint.reference,
    page: w.page,
    of: w.of,
    note: dossier.redacted ? w.redactedNote : "",
    erased: complaint.erased ? w.erased : "",
    sections: w.sections,
    nothing: w.nothing,
    facts: headOf(dossier),
    said: saidOf(dossier),
    clocks: { head: Object.values(w.clockHead), rows: clocksOf(dossier, instant) },
    findings: findingsOf(dossier),
    proposals: proposalsOf(dossier, instant),
    letters: { head: Object.values(w.letterHead), rows: lettersOf(dossier, instant) },
    timeline: events.map((event) => ({
      when: instant(event.recordedAt),
      who: whoDid(dossier, event),
      ...tell(dossier, printedOnce(event)),
      files: event.files.map(({ name }) => `${w.word.file}: ${name}`),
    })),
    files: filesOf(dossier, instant),
    proof: {
      text: w.proofText,
      rows: [
        [w.proofOf.facts, String(chain.length)],
        [w.proofOf.last, instant(chain.at(-1)!.recordedAt)],
        [w.proofOf.head, chain.at(-1)!.hash],
      ],
    },
  };
  return printableThroughout(document);
}

/** What was said at first stands on the first page already. */
const printedOnce = (event: EventView): EventView => {
  if (event.type !== "Received") return event;
  const { statement: _, desiredOutcome: __, ...words } = event.words;
  return { ...event, words };
};

type Instant = (at: string | undefined) => string;

function headOf({ language, complaint, policy, nameOf }: Dossier): string[][] {
  const [d, w] = [domain(language), dossierWords(language)];
  const { complainant, ownerId, investigatorId, severity, category } = complaint;
  const site = policy.platforms.find(({ code }) => code === complaint.platform)?.name;
  const rows: [string, string | undefined][] = [
    [w.wordOf.received, formatInstant(language, complaint.receivedAt, policy.zone)],
    [w.wordOf.channel, d.channel[complaint.channel]],
    [w.wordOf.platform, site ?? complaint.platform],
    [
      w.wordOf.complainant,
      [complainant.name, complainant.email, complainant.phone].filter(Boolean).join(", "),
    ],
    [
      w.wordOf.subject,
      [d.subject[complaint.subject.kind], complaint.subject.programme].filter(Boolean).join(": "),
    ],
    [w.wordOf.stage, d.stage[complaint.stage]],
    [w.wordOf.severity, severity && d.severity[severity]],
    [w.wordOf.category, category],
    [w.wordOf.owner, ownerId && nameOf(ownerId)],
    [w.wordOf.investigator, investigatorId && nameOf(investigatorId)],
    [w.wordOf.policy, String(complaint.policyVersion)],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

function saidOf({ language, complaint }: Dossier) {
  const { word } = dossierWords(language);
  const { statement, desiredOutcome } = complaint;
  return [
    { label: word.statement, text: statement },
    { label: word.desiredOutcome, text: desiredOutcome ?? "" },
  ].filter(({ text }) => text !== "");
}

function clocksOf({ language, complaint, policy }: Dossier, instant: Instant) {
  const [d, w] = [domain(language), dossierWords(language)];
  const { clocks, targets, declarations } = complaint;
  const row = (promise: string, clock: Omit<ClockView, "kind">) => ({
    promise,
    due: instant(clock.dueAt),
    met: clock.notApplicable ? d.notApplicable[clock.notApplicable] : instant(clock.metAt),
    status: clock.status === "missed" && clock.metAt ? w.late : d.clockStatus[clock.status],
    bad: clock.status === "missed",
    why: explainInWords(language, clock.why, policy.zone),
    because: clock.lateReason ? `${w.because}: ${d.lateReason[clock.lateReason]}` : "",
  });
  return [...clocks, ...targets, ...declarations].map(({ kind, ...clock }) => row(d.clock[kind], clock));
}

const findingsOf = ({ language, events }: Dossier) =>
  events
    .filter(({ type }) => type === "FindingRecorded")
    .map(({ data, words }) => ({
      allegation: words.allegation ?? "",
      outcome: domain(language).finding[data.outcome as keyof ReturnType<typeof domain>["finding"]],
      reasons: words.reasons ?? "",
    }));

function proposalsOf(dossier: Dossier, instant: Instant) {
  const { language, complaint, nameOf } = dossier;
  const w = dossierWords(language);
  const { status } = deskWords(language).complaint;
  return complaint.proposals.map((proposal) => ({
    title: `${w.proposal(proposal.number)} · ${status[proposal.status]}`,
    about: [
      `${w.draftedBy} ${nameOf(proposal.draftedBy) ?? "API"}`,
      proposal.approvedBy && `${w.approvedBy} ${nameOf(proposal.approvedBy) ?? "API"}`,
      `${w.validUntil} ${instant(proposal.validUntil)}`,
    ]
      .filter(Boolean)
      .join(" · "),
    explanation: proposal.explanation,
    measures: proposal.measures.map((measure) => ({
      title: tellMeasure(dossier, measure),
      text: measure.description,
    })),
  }));
}

function lettersOf({ language, letters }: Dossier, instant: Instant) {
  const [w, t] = [dossierWords(language), deskWords(language).mail];
  const kinds: Record<string, string> = t.kinds;
  return letters.map((letter) => ({
    kind: kinds[letter.kind] ?? letter.kind,
    state: t.states[letter.state],
    written: instant(letter.createdAt),
    accepted: instant(letter.acceptedAt),
    id: [letter.recipient && `${w.to} ${letter.recipient}`, `${w.messageId} ${letter.messageId}`]
      .filter(Boolean)
      .join(" · "),
  }));
}

function filesOf({ language, enclosures, redacted }: Dossier, instant: Instant) {
  const [w, kinds] = [dossierWords(language), deskWords(language).mail.kinds as Record<string, string>];
  const format = new Intl.NumberFormat(locale[language]);
  return enclosures.map(({ kind, name, at, size, sha256, held }) => ({
    name: [w.kind[kind], kind === "letter" ? (kinds[name] ?? name) : name].join(": "),
    about: [
      instant(at),
      `${format.format(size)} ${w.fileHead.size}`,
      held && w.held(held),
      redacted && w.leftOut,
    ]
      .filter(Boolean)
      .join(" · "),
    sha256,
  }));
}
