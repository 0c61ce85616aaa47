import type { Language } from "./catalogue.ts";
import type { Part } from "../core/letters/letter.ts";
import { formatDate, formatInstant, plural } from "./catalogue.ts";
import { backupNotice, restartNotice } from "./operating-notices.ts";
import { answeredNotice, unansweredNotice } from "./customer-notices.ts";
import { deskWords } from "./desk.ts";
import { domain } from "./domain.ts";
import { fileReviewWords } from "./file-reviews.ts";
import { monthInWords } from "./participants.ts";
import { trainingNotice } from "./training.ts";
import { periodInWords } from "./quantities.ts";
import { reportWords } from "./reports.ts";

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
    suppressed: (reference: string) => `${reference}: our letter was held back`,
    suppressedLead:
      "So many letters went to this address within a day that this one, and any further one today, was held back:",
    suppressedNext:
      "What it promised is still owed, on the same clock. Please call the customer, or let the letter go in the outbox.",
    mailbox: (name: string) => `No contact with the mailbox ${name}`,
    mailboxLead: {
      unreachable: (error: string) => `Its server does not answer (${error}).`,
      refused: (error: string) => `Its server refuses our password or key (${error}).`,
      "no-folder": (error: string) => `There is no such folder (${error}).`,
    },
    mailboxSince: (since: string) =>
      `Since ${since} nothing is collected. Nothing is lost: it waits on the server, and its clocks run from when it arrived there.`,
    vanished: (name: string) => `Messages went away from the mailbox ${name} unseen`,
    vanishedLead: (count: number) =>
      `${plural("en", count, { one: "# message was", other: "# messages were" })} taken out before we saw what it was. Another program or a rule may do that: please look.`,
    quarantine: (count: number) =>
      plural("en", count, { one: "# message waits", other: "# messages wait" }) + " for a look",
    quarantineLead:
      "They were set aside and may be complaints; their 48 hours run. Please decide about each in the mail room.",
    toMail: "Open the mail room",
    survey: (count: number) =>
      plural("en", count, { one: "# low answer waits", other: "# low answers wait" }) + " for a decision",
    surveyLead:
      "They came with a survey and have waited for longer than one business day. Each may be a complaint whose clocks run already: please decide, or ask a colleague to.",
    toSurveys: "Open the surveys",
    reportRefused: (period: string) => `The report of ${period} could not be made`,
    reportRefusedLead:
      "Open, received, reopened and closed complaints do not add up, so nothing was published: somewhere one is missing or counted twice. Please ask whoever operates Redress to run `redress verify` and then `redress rebuild`. It is tried again every minute.",
    toReports: "Open the reports",
    notSolved: (reference: string) => `${reference}: not solved for the customer`,
    notSolvedLead:
      "Asked whether the matter is solved, the customer said no. The complaint is open again, with a new proposal due; what they wrote stands in its timeline.",
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
    action: {
      opened: (number: number) => `Improvement action ${number} is yours`,
      due_soon: (number: number) => `Improvement action ${number} is due soon`,
      overdue: (number: number) => `Improvement action ${number} is overdue`,
      check_due: (number: number) => `Improvement action ${number}: please check its effect`,
      recurred: (number: number) => `Improvement action ${number}: its cause came back`,
    },
    actionLead: {
      opened: (on: string) => `A colleague has made you responsible for it. It is due on ${on}.`,
      due_soon: (on: string) =>
        `It is due on ${on}. Mark it done, note how it stands, or agree on another date.`,
      overdue: (on: string) => `It was due on ${on}. Please note how it stands, or mark it done.`,
      check_due: (on: string) =>
        `The time after it is over, so that it can be counted whether it had an effect. The check is due on ${on}.`,
      recurred: (on: string) =>
        `After its effect was shown there is another complaint of the same cause. The action is open again and due on ${on}.`,
    },
    toAction: "Open the action",
    review: {
      opened: (month: string) => `Management review of ${month}: the report is there`,
      due_soon: (month: string) => `The management review of ${month} is due soon`,
      overdue: (month: string) => `The management review of ${month} is overdue`,
    },
    reviewLead: {
      opened: (on: string) => `Please meet, decide and sign by ${on}. Report and agenda stand in Redress.`,
      due_soon: (on: string) => `It is due on ${on} and not signed yet.`,
      overdue: (on: string) =>
        `It was due on ${on} and is not signed. Escalation contacts were told as well.`,
    },
    toReview: "Open the review",
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
    suppressed: (reference: string) => `${reference}: unser Schreiben wurde zurückgehalten`,
    suppressedLead:
      "An diese Adresse ging an einem Tag so viel, dass dieses Schreiben und heute jedes weitere zurückgehalten wurde:",
    suppressedNext:
      "Was es zusagte, ist weiter offen, mit derselben Frist. Bitte anrufen oder das Schreiben im Postausgang freigeben.",
    mailbox: (name: string) => `Kein Kontakt zum Postfach ${name}`,
    mailboxLead: {
      unreachable: (error: string) => `Sein Server antwortet nicht (${error}).`,
      refused: (error: string) => `Sein Server lehnt unser Passwort oder unseren Schlüssel ab (${error}).`,
      "no-folder": (error: string) => `Diesen Ordner gibt es nicht (${error}).`,
    },
    mailboxSince: (since: string) =>
      `Seit ${since} wird nichts abgeholt. Verloren ist nichts: Es liegt auf dem Server, und die Fristen zählen ab dem Eingang dort.`,
    vanished: (name: string) => `Aus dem Postfach ${name} verschwanden Nachrichten ungesehen`,
    vanishedLead: (count: number) =>
      `${plural("de", count, { one: "# Nachricht wurde", other: "# Nachrichten wurden" })} entfernt, bevor wir sie sahen. Vielleicht war es ein anderes Programm oder eine Regel: bitte nachsehen.`,
    quarantine: (count: number) =>
      plural("de", count, { one: "# Nachricht wartet", other: "# Nachrichten warten" }) + " auf einen Blick",
    quarantineLead:
      "Sie wurden beiseitegelegt und können Beschwerden sein; ihre 48 Stunden laufen. Bitte im Posteingang über jede entscheiden.",
    toMail: "Posteingang öffnen",
    survey: (count: number) =>
      plural("de", count, { one: "# schlechte Antwort wartet", other: "# schlechte Antworten warten" }) +
      " auf eine Entscheidung",
    surveyLead:
      "Sie kamen mit einer Befragung und warten länger als einen Arbeitstag. Jede kann eine Beschwerde sein, deren Fristen schon laufen: Bitte entscheiden oder jemanden darum bitten.",
    toSurveys: "Befragungen öffnen",
    reportRefused: (period: string) => `Der Bericht ${period} konnte nicht erstellt werden`,
    reportRefusedLead:
      "Offene, eingegangene, wieder geöffnete und geschlossene Beschwerden gehen nicht auf, deshalb wurde nichts veröffentlicht: Irgendwo fehlt eine oder zählt doppelt. Bitte lassen Sie `redress verify` und danach `redress rebuild` ausführen. Es wird jede Minute neu versucht.",
    toReports: "Berichte öffnen",
    notSolved: (reference: string) => `${reference}: für den Kunden nicht gelöst`,
    notSolvedLead:
      "Auf die Frage, ob die Sache gelöst ist, lautete die Antwort Nein. Die Beschwerde ist wieder offen und ein neuer Vorschlag fällig; was dazu geschrieben wurde, steht im Verlauf.",
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
    action: {
      opened: (number: number) => `Verbesserung ${number}: ab jetzt bei Ihnen`,
      due_soon: (number: number) => `Verbesserung ${number} ist bald fällig`,
      overdue: (number: number) => `Verbesserung ${number} ist überfällig`,
      check_due: (number: number) => `Verbesserung ${number}: bitte die Wirkung prüfen`,
      recurred: (number: number) => `Verbesserung ${number}: die Ursache ist wieder da`,
    },
    actionLead: {
      opened: (on: string) => `Sie wurden dafür zuständig. Fällig ist sie am ${on}.`,
      due_soon: (on: string) =>
        `Fällig ist sie am ${on}. Bitte als erledigt melden, den Stand notieren oder einen anderen Termin vereinbaren.`,
      overdue: (on: string) =>
        `Fällig war sie am ${on}. Bitte den Stand notieren oder sie als erledigt melden.`,
      check_due: (on: string) =>
        `Der Zeitraum danach ist vorbei; ob sie gewirkt hat, lässt sich jetzt zählen. Die Prüfung ist am ${on} fällig.`,
      recurred: (on: string) =>
        `Nachdem eine Wirkung nachgewiesen war, gibt es wieder eine Beschwerde mit derselben Ursache. Die Verbesserung ist wieder offen und am ${on} fällig.`,
    },
    toAction: "Verbesserung öffnen",
    review: {
      opened: (month: string) => `Managementbewertung ${month}: der Bericht ist da`,
      due_soon: (month: string) => `Die Managementbewertung ${month} ist bald fällig`,
      overdue: (month: string) => `Die Managementbewertung ${month} ist überfällig`,
    },
    reviewLead: {
      opened: (on: string) =>
        `Bitte bis ${on} besprechen, entscheiden und unterschreiben. Bericht und Tagesordnung stehen in Redress.`,
      due_soon: (on: string) => `Sie ist am ${on} fällig und noch nicht unterschrieben.`,
      overdue: (on: string) =>
        `Sie war am ${on} fällig und ist nicht unterschrieben. Auch die Eskalationskontakte wurden benachrichtigt.`,
    },
    toReview: "Bewertung öffnen",
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
    case "bounced":
    case "suppressed": {
      const kinds: Record<string, string> = deskWords(language).mail.kinds;
      const lead = `${w[`${kind}Lead`]} ${kinds[text("letter")] ?? text("letter")}.`;
      return {
        subject: w[kind](text("reference")),
        parts: [{ text: lead }, { text: w[`${kind}Next`] }, complaint],
      };
    }
    case "not_solved":
      return { subject: w.notSolved(text("reference")), parts: [{ text: w.notSolvedLead }, complaint] };
    case "survey": {
      const link: Part = { link: w.toSurveys, url: `${place.url}/desk/surveys` };
      return { subject: w.survey(Number(facts.count)), parts: [{ text: w.surveyLead }, link] };
    }
    case "report_refused": {
      const link: Part = { link: w.toReports, url: `${place.url}/desk/reports` };
      return { subject: w.reportRefused(text("period")), parts: [{ text: w.reportRefusedLead }, link] };
    }
    case "answered":
      return answeredNotice(language, facts, place.zone, complaint);
    case "unanswered":
      return unansweredNotice(language, facts, complaint);
    case "file_review": {
      const link: Part = { link: fileReviewWords(language).toFiles, url: `${place.url}/desk/file-reviews` };
      const { news, newsLead } = fileReviewWords(language);
      return {
        subject: news(monthInWords(language, text("period")), Number(facts.count)),
        parts: [{ text: newsLead }, link],
      };
    }
    case "review": {
      const news = text("news") as keyof typeof w.review;
      return {
        subject: w.review[news](monthInWords(language, text("period"))),
        parts: [
          { text: w.reviewLead[news](formatDate(language, text("on"))) },
          { link: w.toReview, url: `${place.url}/desk/reviews/${text("period")}` },
        ],
      };
    }
    case "action": {
      const news = text("news") as keyof typeof w.action;
      return {
        subject: w.action[news](Number(facts.number)),
        parts: [
          { text: w.actionLead[news](formatDate(language, text("on"))) },
          { link: w.toAction, url: `${place.url}/desk/improvement/${text("actionId")}` },
        ],
      };
    }
    case "report":
      return reportNotice(language, facts, place);
    case "mailbox":
      return mailboxNotice(language, facts, place);
    case "backup":
      return backupNotice(language, facts, place.zone);
    case "database":
      return restartNotice(language, text("startedAt"), place.zone);
    case "digest":
      return digestNotice(language, facts, place);
    case "training": {
      const { subject, texts, link } = trainingNotice(language, facts);
      return {
        subject,
        parts: [...texts.map((said) => ({ text: said })), { link, url: `${place.url}/desk/training` }],
      };
    }
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

function reportNotice(language: Language, facts: Facts, { url }: Place): NoticeText {
  const { notice, report } = reportWords(language);
  const version = Number(facts.version);
  const kind = said(facts, "report") as keyof typeof report;
  const title = (report[kind] ?? report.month)(periodInWords(language, said(facts, "period")));
  const findings = (facts.findings as Record<string, string[]> | undefined)?.[language] ?? [];
  return {
    subject: notice.subject(title, Number(facts.act)),
    parts: [
      { text: version > 1 ? notice.later(version) : notice.lead },
      ...(findings.length > 0 ? [{ list: findings }] : [{ text: notice.quiet }]),
      { link: notice.toReport, url: `${url}/desk/reports/${said(facts, "period")}` },
    ],
  };
}

function mailboxNotice(language: Language, facts: Facts, { url, zone }: Place): NoticeText {
  const w = words[language];
  const problem = said(facts, "problem");
  const name = said(facts, "mailbox");
  const link: Part = { link: w.toMail, url: `${url}/desk/mail` };
  if (problem === "vanished")
    return { subject: w.vanished(name), parts: [{ text: w.vanishedLead(Number(facts.count)) }, link] };
  if (problem === "quarantine")
    return { subject: w.quarantine(Number(facts.count)), parts: [{ text: w.quarantineLead }, link] };
  const lead = w.mailboxLead[problem as keyof typeof w.mailboxLead] ?? w.mailboxLead.unreachable;
  return {
    subject: w.mailbox(name),
    parts: [
      { text: lead(said(facts, "error")) },
      { text: w.mailboxSince(formatInstant(language, said(facts, "since"), zone)) },
      link,
    ],
  };
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
