import type { EventView } from "../../casework/complaints/contract.ts";
import type { Dossier } from "./dossier.ts";
import { formatCents, formatDate, formatInstant } from "../../texts/catalogue.ts";
import { deskWords } from "../../texts/desk.ts";
import { domain } from "../../texts/domain.ts";
import { satisfactionWords } from "../../texts/satisfaction.ts";
import { dossierWords } from "../../texts/dossier.ts";

type Told = { title: string; details: string[]; words: { label: string; text: string }[] };

/** One fact in words: what it is called, what it says by itself, and what people said. */
export function tell(dossier: Dossier, event: EventView): Told {
  const { type, words } = event;
  const titles: Record<string, string> = domain(dossier.language).fact;
  return {
    title: titles[type] ?? type,
    details: detailsOf(dossier, event),
    words: Object.entries(words).map(([name, text]) => ({ label: labelOf(dossier, name), text })),
  };
}

export function whoDid({ language }: Dossier, { actor, actorName }: Pick<EventView, "actor" | "actorName">) {
  const w = dossierWords(language);
  if (actorName) return actorName;
  if (actor === "customer") return w.customer;
  return /^[0-9a-f-]{36}$/.test(actor) ? "API" : w.system;
}

const labelOf = ({ language }: Dossier, name: string): string => {
  const [word = name, number] = name.split(":");
  return [dossierWords(language).word[word] ?? word, number].filter(Boolean).join(" ");
};

function detailsOf(dossier: Dossier, { type, data, recordedAt }: EventView): string[] {
  const { language, nameOf, policy } = dossier;
  const [d, w, t] = [domain(language), dossierWords(language), deskWords(language)];
  const s = satisfactionWords(language);
  const code = (words: Record<string, string>, name: string) => words[String(data[name])];
  const instant = (value: unknown) => formatInstant(language, String(value), policy.zone);
  const person = [data.ownerId, data.toId, data.personId, data.investigatorId].find(
    (id) => typeof id === "string",
  );
  const happened = typeof data.at === "string" && data.at !== recordedAt;
  const told = [
    typeof data.proposal === "number" && w.proposal(data.proposal),
    type === "FindingRecorded" && code(d.finding, "outcome"),
    type === "Closed" && code(d.outcome, "outcome"),
    typeof data.handling === "number" && `${s.handlingShort}: ${s.of(data.handling)}`,
    type === "SatisfactionGiven" &&
      typeof data.result === "number" &&
      `${s.resultShort}: ${s.of(data.result)}`,
    typeof data.solved === "boolean" && (data.solved ? w.solved.yes : w.solved.no),
    data.otherSender === true && w.otherSender,
    code({ ...d.clock }, "clock"),
    type === "DeclarationRecorded" && code(d.declaration, "kind"),
    type === "LetterBounced" && code(t.mail.kinds, "kind"),
    type === "Assessed" && code({ ...d.severity }, "severity"),
    typeof data.reason === "string" && code(d.lateReason, "reason"),
    type === "ClockRecomputed" && `${instant(data.was)} → ${instant(data.dueAt)}`,
    typeof data.expectedOn === "string" && formatDate(language, data.expectedOn),
    typeof data.measure === "string" && `${w.word.measure} ${data.measure}`,
    person && nameOf(person),
    code(d.via, "via"),
    type === "Received" && code(d.channel, "channel"),
    type === "DossierHandedOut" && String(data.kind).toUpperCase(),
    type === "DossierHandedOut" && code(w.redaction, "redaction"),
    typeof data.also === "number" && w.also(data.also),
    happened && `${w.happened} ${instant(data.at)}`,
  ];
  return told.filter((each) => typeof each === "string" && each !== "") as string[];
}

type Measure = Dossier["complaint"]["proposals"][number]["measures"][number];

/** "Refund · 240,00 € · legal claim · carried out" */
export function tellMeasure({ language }: Dossier, measure: Measure): string {
  const d = domain(language);
  return [
    `${measure.id} ${d.measure[measure.kind]}`,
    measure.amountCents !== undefined && formatCents(language, measure.amountCents),
    measure.basis && d.basis[measure.basis],
    measure.dueOn && formatDate(language, measure.dueOn),
    measure.done && dossierWords(language).done,
  ]
    .filter(Boolean)
    .join(" · ");
}
