import type { Language } from "./catalogue.ts";
import type { Part } from "../core/letters/letter.ts";
import { formatDate, formatInstant } from "./catalogue.ts";
import { deskWords } from "./desk.ts";
import { domain } from "./domain.ts";

/** What a notice says, ready for a screen or a mail: that there is news and where, never a word of a complaint (O-06). */
export type NoticeText = { subject: string; parts: Part[] };

type Facts = Record<string, unknown>;

const said = (facts: Facts, name: string): string => {
  const value = facts[name];
  return typeof value === "string" ? value : "";
};
type Line = { reference: string; clock: string; dueAt: string; late: boolean };
export type Place = { url: string; zone: string; complaintId?: string | undefined };

const words = {
  en: {
    level: [
      "",
      "half of the time has passed",
      "three quarters of the time have passed",
      "nine tenths of the time have passed",
      "missed",
    ],
    clock: (reference: string, clock: string, level: string) => `${reference}: ${clock}, ${level}`,
    due: "Due",
    was: "Was due",
    promise: "Promise",
    stateOf: "Where it stands",
    nobody: "Nobody owns this complaint yet.",
    holding:
      "If it cannot be kept, send a holding letter before the date passes. The promise itself is never moved.",
    toComplaint: "Open the complaint",
    escalation: (reference: string) => `${reference}: you are called upon`,
    escalated: "A colleague has escalated this complaint to you. The reason stands in its timeline.",
    assignment: (reference: string) => `${reference}: yours from now on`,
    assigned: "A colleague has made you the owner of this complaint.",
    bounced: (reference: string) => `${reference}: our letter came back`,
    bouncedLead: "The customer's mail server could not deliver this letter:",
    bouncedNext:
      "What it promised is owed again, on the same clock. Please call the customer, or correct the address.",
    digest: (late: number, today: number) => `Today: ${today} due, ${late} late`,
    digestLead: (date: string) => `What is due today or late, as of the opening on ${date}:`,
    late: "late",
    toRegister: "Open the register",
    site: (platform: string) => `${platform} does not show the published policy`,
    siteDifferent: (url: string) =>
      `The page ${url} differs from the policy in force. These sentences are not on it:`,
    siteUnreachable: (url: string) => `The page ${url} could not be read.`,
    toPolicy: "Open the policy",
    calendar: (year: number) => `Please confirm the calendar of ${year}`,
    calendarLead: (year: number) =>
      `Every due date counts by the public holidays. Please compare those of ${year} with the law, add one-off days, and confirm them.`,
    toCalendar: "Open the calendar",
    greeting: "Hello,",
  },
  de: {
    level: [
      "",
      "die Hälfte der Zeit ist um",
      "drei Viertel der Zeit sind um",
      "neun Zehntel der Zeit sind um",
      "versäumt",
    ],
    clock: (reference: string, clock: string, level: string) => `${reference}: ${clock}, ${level}`,
    due: "Fällig",
    was: "War fällig",
    promise: "Zusage",
    stateOf: "Stand",
    nobody: "Für diese Beschwerde ist noch niemand zuständig.",
    holding:
      "Lässt sie sich nicht halten, senden Sie vor dem Termin einen Zwischenbescheid. Die Zusage selbst wird nie verschoben.",
    toComplaint: "Beschwerde öffnen",
    escalation: (reference: string) => `${reference}: Sie sind gefragt`,
    escalated: "Diese Beschwerde wurde an Sie eskaliert. Der Grund steht in ihrem Verlauf.",
    assignment: (reference: string) => `${reference}: ab jetzt bei Ihnen`,
    assigned: "Diese Beschwerde wurde Ihnen zugewiesen.",
    bounced: (reference: string) => `${reference}: unser Schreiben kam zurück`,
    bouncedLead: "Der Mailserver des Kunden konnte dieses Schreiben nicht zustellen:",
    bouncedNext:
      "Was es zusagte, ist weiter offen, mit derselben Frist. Bitte anrufen oder die Adresse berichtigen.",
    digest: (late: number, today: number) => `Heute: ${today} fällig, ${late} verspätet`,
    digestLead: (date: string) => `Was heute fällig oder verspätet ist, Stand Öffnung am ${date}:`,
    late: "verspätet",
    toRegister: "Register öffnen",
    site: (platform: string) => `${platform} zeigt nicht die veröffentlichte Richtlinie`,
    siteDifferent: (url: string) =>
      `Die Seite ${url} weicht von der gültigen Richtlinie ab. Diese Sätze fehlen dort:`,
    siteUnreachable: (url: string) => `Die Seite ${url} war nicht zu lesen.`,
    toPolicy: "Richtlinie öffnen",
    calendar: (year: number) => `Bitte den Kalender ${year} bestätigen`,
    calendarLead: (year: number) =>
      `Jeder Termin zählt nach den gesetzlichen Feiertagen. Bitte die von ${year} mit dem Gesetz vergleichen, einmalige Tage ergänzen und bestätigen.`,
    toCalendar: "Kalender öffnen",
    greeting: "Guten Tag,",
  },
};

export const noticeGreeting = (language: Language) => words[language].greeting;

export function noticeInWords(language: Language, kind: string, facts: Facts, place: Place): NoticeText {
  const w = words[language];
  const complaint: Part = { link: w.toComplaint, url: `${place.url}/desk/complaints/${place.complaintId}` };
  const text = (name: string) => said(facts, name);
  switch (kind) {
    case "clock":
      return clockNotice(language, facts, place, complaint);
    case "escalation":
      return { subject: w.escalation(text("reference")), parts: [{ text: w.escalated }, complaint] };
    case "assignment":
      return { subject: w.assignment(text("reference")), parts: [{ text: w.assigned }, complaint] };
    case "bounced": {
      const kinds: Record<string, string> = deskWords(language).mail.kinds;
      const lead = `${w.bouncedLead} ${kinds[text("letter")] ?? text("letter")}.`;
      return {
        subject: w.bounced(text("reference")),
        parts: [{ text: lead }, { text: w.bouncedNext }, complaint],
      };
    }
    case "digest":
      return digestNotice(language, facts, place);
    case "site": {
      const missing = (facts.missing ?? []) as string[];
      const lead =
        facts.state === "different" ? w.siteDifferent(text("url")) : w.siteUnreachable(text("url"));
      const list: Part[] = missing.length > 0 ? [{ list: missing }] : [];
      const link: Part = { link: w.toPolicy, url: `${place.url}/desk/policy` };
      return { subject: w.site(text("platform")), parts: [{ text: lead }, ...list, link] };
    }
    default: {
      const year = Number(facts.year);
      const link: Part = { link: w.toCalendar, url: `${place.url}/desk/calendar` };
      return { subject: w.calendar(year), parts: [{ text: w.calendarLead(year) }, link] };
    }
  }
}

const clockName = (language: Language, clock: string) =>
  domain(language).clock[clock as keyof ReturnType<typeof domain>["clock"]] ?? clock;

function clockNotice(language: Language, facts: Facts, { zone }: Place, complaint: Part): NoticeText {
  const w = words[language];
  const level = Number(facts.level);
  const state = w.level[level] ?? "";
  const clock = clockName(language, said(facts, "clock"));
  const due = formatInstant(language, said(facts, "dueAt"), zone);
  return {
    subject: w.clock(said(facts, "reference"), clock, state),
    parts: [
      {
        facts: [
          [w.promise, clock],
          [level === 4 ? w.was : w.due, due],
          [w.stateOf, state],
        ],
      },
      ...(facts.owned === false ? [{ text: w.nobody }] : []),
      ...(level < 4 ? [{ text: w.holding }] : []),
      complaint,
    ],
  };
}

function digestNotice(language: Language, facts: Facts, { url, zone }: Place): NoticeText {
  const w = words[language];
  const lines = (facts.lines ?? []) as Line[];
  return {
    subject: w.digest(Number(facts.late), Number(facts.today)),
    parts: [
      { text: w.digestLead(formatDate(language, said(facts, "date"))) },
      {
        list: lines.map(({ reference, clock, dueAt, late }) =>
          [reference, clockName(language, clock), formatInstant(language, dueAt, zone), late && w.late]
            .filter(Boolean)
            .join(" · "),
        ),
      },
      { link: w.toRegister, url: `${url}/desk` },
    ],
  };
}
