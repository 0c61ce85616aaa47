import type { Language } from "./catalogue.ts";
import { plural } from "./catalogue.ts";
import { domain } from "./domain.ts";
import { numeral, periodInWords } from "./quantities.ts";

type Values = Record<string, string | number | boolean>;
/** One finding in codes, as a report holds it. */
export type SaidFinding = { code: string; values: Values };
/** What the lists of the office call a code. */
export type NameOf = (list: "category" | "programme" | "cause" | "platform", code: string) => string;

/** Under which of the three questions of the first page it is told (STANDARDS §4.5). */
export const parts = ["changed", "decided", "needed"] as const;
export type FindingPart = (typeof parts)[number];

const partOf: Record<string, FindingPart> = {
  "actions-effective": "decided",
  "actions-ineffective": "decided",
  "actions-overdue": "needed",
  "overdue-open": "needed",
  "not-told-before-miss": "needed",
  "cause-unknown": "needed",
  "category-missing": "needed",
  "cause-missing": "needed",
  "participants-incomplete": "needed",
  untrained: "needed",
  "calendar-unconfirmed": "needed",
};
export const findingPart = (code: string): FindingPart => partOf[code] ?? "changed";

type Telling = {
  number: (name: string) => number;
  count: (name: string) => string;
  decimal: (name: string) => string;
  about: (all: string, other: (name: string) => string) => string;
  clock: string;
  chart: string;
  odds: string;
  side: "above" | "below" | "both";
  rule: string;
  period: (name: string) => string;
};
type Sentences = Record<string, (told: Telling) => string>;

const en: Sentences = {
  "more-than-chance": ({ number, about, decimal, odds }) =>
    `More complaints${about("", (name) => ` about “${name}”`)} than chance explains: ${number("count")}, usually ${decimal("usual")}. By chance alone that happens ${odds}.`,
  "fewer-than-chance": ({ number, about, decimal, odds }) =>
    `Fewer complaints${about("", (name) => ` about “${name}”`)} than chance explains: ${number("count")}, usually ${decimal("usual")}. By chance alone that happens ${odds}.`,
  shifted: ({ chart, side, rule, period }) =>
    rule === "outside"
      ? `${chart}: ${side === "above" ? "higher" : "lower"} in ${period("since")} than chance explains.`
      : side === "both"
        ? `${chart}: since ${period("since")} it moves other than chance alone would move it.`
        : `${chart}: up to ${period("since")} for some time consistently ${side === "above" ? "higher" : "lower"} than usual. This is a change and not chance.`,
  "promise-missed": ({ clock, number, count }) =>
    `${clock}: ${number("missed")} of ${number("of")} due promises missed${number("open") > 0 ? `, ${count("open")} of them still open` : ""}.`,
  "promises-kept": ({ number }) => `All ${number("of")} promises that were due were kept on time.`,
  "overdue-open": ({ number }) =>
    plural("en", number("cases"), {
      one: "# promise in an open complaint is overdue. It needs a next step now.",
      other: "# promises in open complaints are overdue. They need a next step now.",
    }),
  "not-told-before-miss": ({ number, clock }) =>
    `In ${number("count")} of ${number("of")} missed promises${clock && ` (${clock})`} the customer was not told before the date passed.`,
  "cause-unknown": ({ number }) =>
    `The cause of ${number("count")} of ${number("of")} complaints is unknown. What has no cause cannot be put right.`,
  "category-missing": ({ number }) =>
    `${number("count")} of ${number("of")} closed complaints have no category.`,
  "cause-missing": ({ number }) => `${number("count")} of ${number("of")} closed complaints have no cause.`,
  "participants-incomplete": ({ period }) =>
    `The participants of ${period("period")} are not complete, so there is no complaint rate. Please enter them; the report then gets a new version.`,
  "no-complaints": () => "There were no complaints. Please ask whether people know how to complain.",
  "actions-overdue": ({ number }) =>
    plural("en", number("count"), {
      one: "# improvement action is overdue.",
      other: "# improvement actions are overdue.",
    }),
  "actions-ineffective": ({ number }) =>
    plural("en", number("count"), {
      one: "# improvement action did not help; it needs another one.",
      other: "# improvement actions did not help; they need others.",
    }),
  "actions-effective": ({ number }) =>
    plural("en", number("count"), {
      one: "# improvement action has been shown to work.",
      other: "# improvement actions have been shown to work.",
    }),
  untrained: ({ number }) =>
    `${number("untrained")} of ${number("of")} case handlers have no valid training and cannot own complaints.`,
  "calendar-unconfirmed": ({ number }) =>
    `The calendar of ${number("year")} is not confirmed. Every date rests on it.`,
  "satisfaction-low": ({ number, decimal }) =>
    `Only ${decimal("share")} of ${number("n")} customers were satisfied with how their complaint was handled.`,
  "slow-recording": ({ decimal }) =>
    `Half of the complaints were taken down more than ${decimal("hours")} hours after they reached us. Clocks run from their receipt.`,
  "backlog-grew": ({ number }) =>
    `More complaints are open than before: ${number("after")} after ${number("before")}.`,
};

const de: Sentences = {
  "more-than-chance": ({ number, about, decimal, odds }) =>
    `Mehr Beschwerden${about("", (name) => ` zu „${name}“`)}, als der Zufall erklärt: ${number("count")}, üblich sind ${decimal("usual")}. Durch Zufall allein kommt das ${odds} vor.`,
  "fewer-than-chance": ({ number, about, decimal, odds }) =>
    `Weniger Beschwerden${about("", (name) => ` zu „${name}“`)}, als der Zufall erklärt: ${number("count")}, üblich sind ${decimal("usual")}. Durch Zufall allein kommt das ${odds} vor.`,
  shifted: ({ chart, side, rule, period }) =>
    rule === "outside"
      ? `${chart}: ${period("since")} ${side === "above" ? "höher" : "niedriger"}, als der Zufall erklärt.`
      : side === "both"
        ? `${chart}: Die Werte seit ${period("since")} schwanken anders, als der Zufall allein es täte.`
        : `${chart}: bis ${period("since")} seit einiger Zeit durchgehend ${side === "above" ? "höher" : "niedriger"} als üblich. Das ist eine Veränderung und kein Zufall.`,
  "promise-missed": ({ clock, number, count }) =>
    `${clock}: ${number("missed")} von ${number("of")} fälligen Zusagen versäumt${number("open") > 0 ? `, davon ${count("open")} noch offen` : ""}.`,
  "promises-kept": ({ number }) => `Alle ${number("of")} fälligen Zusagen wurden rechtzeitig eingehalten.`,
  "overdue-open": ({ number }) =>
    plural("de", number("cases"), {
      one: "# Zusage in einer offenen Beschwerde ist überfällig. Sie braucht jetzt einen nächsten Schritt.",
      other: "# Zusagen in offenen Beschwerden sind überfällig. Sie brauchen jetzt einen nächsten Schritt.",
    }),
  "not-told-before-miss": ({ number, clock }) =>
    `Bei ${number("count")} von ${number("of")} versäumten Zusagen${clock && ` (${clock})`} wurde vor Ablauf der Frist nicht Bescheid gegeben.`,
  "cause-unknown": ({ number }) =>
    `Bei ${number("count")} von ${number("of")} Beschwerden ist die Ursache unbekannt. Was keine Ursache hat, lässt sich nicht abstellen.`,
  "category-missing": ({ number }) =>
    `${number("count")} von ${number("of")} abgeschlossenen Beschwerden haben keine Kategorie.`,
  "cause-missing": ({ number }) =>
    `${number("count")} von ${number("of")} abgeschlossenen Beschwerden haben keine Ursache.`,
  "participants-incomplete": ({ period }) =>
    `Die Teilnehmenden für ${period("period")} sind nicht vollständig; deshalb gibt es keine Beschwerderate. Bitte nachtragen; der Bericht bekommt dann eine neue Fassung.`,
  "no-complaints": () =>
    "Es gab keine Beschwerden. Bitte fragen, ob alle wissen, wie man sich beschweren kann.",
  "actions-overdue": ({ number }) =>
    plural("de", number("count"), {
      one: "# Verbesserungsmaßnahme ist überfällig.",
      other: "# Verbesserungsmaßnahmen sind überfällig.",
    }),
  "actions-ineffective": ({ number }) =>
    plural("de", number("count"), {
      one: "# Verbesserungsmaßnahme hat nicht geholfen; es braucht eine andere.",
      other: "# Verbesserungsmaßnahmen haben nicht geholfen; es braucht andere.",
    }),
  "actions-effective": ({ number }) =>
    plural("de", number("count"), {
      one: "# Verbesserungsmaßnahme wirkt nachweislich.",
      other: "# Verbesserungsmaßnahmen wirken nachweislich.",
    }),
  untrained: ({ number }) =>
    `${number("untrained")} von ${number("of")} Zuständigen haben keine gültige Schulung und können keine Beschwerde übernehmen.`,
  "calendar-unconfirmed": ({ number }) =>
    `Der Kalender ${number("year")} ist nicht bestätigt. Jede Frist beruht auf ihm.`,
  "satisfaction-low": ({ number, decimal }) =>
    `Nur ${decimal("share")} von ${number("n")} Befragten waren mit der Bearbeitung zufrieden.`,
  "slow-recording": ({ decimal }) =>
    `Die Hälfte der Beschwerden wurde erst mehr als ${decimal("hours")} Stunden nach ihrem Eingang erfasst. Die Fristen laufen ab dem Eingang.`,
  "backlog-grew": ({ number }) =>
    `Es sind mehr Beschwerden offen als zuvor: ${number("after")} nach ${number("before")}.`,
};

const words: Record<Language, Sentences> = { en, de };

const rarely = {
  en: (times: string) => `about once in ${times} such periods`,
  de: (times: string) => `etwa in einem von ${times} solchen Zeiträumen`,
};
const hardly = {
  en: "less than once in 1,000 such periods",
  de: "in weniger als einem von 1.000 solchen Zeiträumen",
};

const chartNames: Record<Language, Record<string, string>> = {
  en: {
    rate: "Complaint rate",
    proposalDays: "Days to the first proposal",
    redress: "Redress",
    gravest: "Days between the gravest complaints",
  },
  de: {
    rate: "Beschwerderate",
    proposalDays: "Tage bis zum ersten Lösungsvorschlag",
    redress: "Wiedergutmachung",
    gravest: "Tage zwischen den schwersten Beschwerden",
  },
};

const sides: Record<string, "above" | "below"> = {
  above: "above",
  rising: "above",
  below: "below",
  falling: "below",
};

/** A finding as a plain sentence. One that is newer than these words still says its code and numbers. */
export function findingInWords(language: Language, { code, values }: SaidFinding, nameOf: NameOf): string {
  const number = (name: string) => Number(values[name] ?? 0);
  const text = (name: string) => String(values[name] ?? "");
  const what = text("what") as "all" | "category" | "programme" | "cause";
  const chance = number("chance");
  const clocks: Record<string, string> = domain(language).clock;
  const sentence = words[language][code];
  if (!sentence) return `${code}: ${Object.entries(values).join(", ")}`;
  return sentence({
    number,
    count: (name) => numeral(language, "complaints", number(name)),
    decimal: (name) =>
      name === "share"
        ? numeral(language, "share", number(name))
        : numeral(language, "business-days", number(name)),
    about: (all, other) => (what === "all" || !values.code ? all : other(nameOf(what, text("code")))),
    clock: clocks[text("clock")] ?? text("clock"),
    chart: chartNames[language][text("chart")] ?? text("chart"),
    odds:
      chance < 0.001
        ? hardly[language]
        : rarely[language](numeral(language, "complaints", Math.round(1 / chance))),
    side: sides[text("side")] ?? "both",
    rule: text("rule"),
    period: (name) => periodInWords(language, text(name)),
  });
}
