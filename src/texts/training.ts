import type { ConflictCode } from "../operations.ts";
import { formatDate, plural, type Language, type Translated } from "./catalogue.ts";

/** The words of training: its screen, its tables, and what a colleague is told of it. */
const en = {
  nav: "Training",
  title: "Training",
  lead: "Sessions in complaint handling, who was there, and who has read the policy. Whoever is not trained owns no new complaint.",
  gateOpen:
    "No training session has been recorded as held. Until the first one is, everybody may own complaints; afterwards only those who are trained.",
  own: "Your training",
  trainedUntil: (date: string) => `You are trained through ${date}.`,
  notTrained: "You are not trained at present.",
  endedOn: (date: string) => `Your training ended on ${date}.`,
  endsBy: {
    session: "Then your last session is too long ago.",
    confirmation: "By then, confirm the policy as it is now.",
  },
  lacking: {
    session: "Attend the next session.",
    confirmation: "Read the policy and confirm it below.",
  },
  yourCases: "What you own stays yours; nothing new comes to you.",
  read: (version: number) => `Read version ${version} of the policy`,
  confirm: (version: number) => `I have read and understood version ${version}`,
  confirmedNow: (version: number) => `Version ${version} is confirmed.`,
  confirmBy: (date: string) => `Your confirmation of the earlier version counts through ${date}.`,
  confirmations: "What you confirmed",
  confirmedOn: (version: number, date: string) => `Version ${version}, ${date}`,
  sessions: "Sessions",
  noSessions: "No session is planned or recorded.",
  plan: "Plan or record a session",
  state: "State",
  states: { planned: "planned", held: "held", cancelled: "cancelled" },
  passed: "The day has passed: record that it was held, or correct it.",
  date: "Date",
  trainer: "Trainer",
  trainerColleague: "A colleague",
  trainerOutside: "Somebody from outside",
  trainerName: "Name",
  content: "Content",
  materials: "Materials",
  youWere: "You were there",
  attendance: "Who was there",
  nobodyThere: "Nobody is recorded yet.",
  recordAttendance: "Record who was there",
  correct: "Change or correct",
  reason: "Reason",
  reasonHint: "Needed when what was recorded is corrected; the earlier record stays.",
  history: "Every change",
  changedBy: (when: string, who: string) => `${when}, ${who}`,
  wasThere: (who: string) => `${who} was there`,
  wasNotThere: (who: string) => `${who} was not there`,
  coverage: "Who is trained",
  share: (trained: number, handlers: number) =>
    `${trained} of ${plural("en", handlers, { one: "# person who owns complaints is", other: "# people who own complaints are" })} trained`,
  person: "Person",
  ownsComplaints: "Owns complaints",
  trained: "Trained",
  until: "Until",
  missing: "Missing",
  lack: { session: "session", confirmation: "confirmation of the policy" },
  lastSession: "Last session",
  confirmedVersion: "Policy confirmed",
  openComplaints: "Open complaints",
  yes: "yes",
  no: "no",
  ended: "ended",
  never: "never",
  version: (version: number) => `version ${version}`,
  exportCoverage: "Table of people (CSV)",
  exportPlan: "Table of sessions (CSV)",
  lessons: "Lessons from cases",
  lessonsLead:
    "What others can learn from a case, without telling which. A manager takes a draft into a session.",
  noLessons: "There are no lessons yet.",
  draft: "Draft a lesson",
  fromCase: "Draft a lesson from this case",
  fromCaseHint: (reference: string) =>
    `From ${reference}. Say what to do better, in your own words; the case is linked only for those who may see it.`,
  lesson: "Lesson",
  category: "Category",
  rootCause: "Root cause",
  programme: "Programme",
  lessonStates: { drafted: "draft", accepted: "accepted", declined: "not taken" },
  nextSession: "for the next session",
  inSession: (date: string) => `in the session of ${date}`,
  openCase: "Open the case",
  change: "Word it otherwise",
  accept: "Accept",
  intoSession: "For which session",
  decline: "Do not take",
  saved: "Recorded.",
  rules: "Training",
  rulesHint: "A session and a confirmation of the policy together make somebody trained.",
  validityMonths: "A session counts for, in months",
  confirmWithinDays: "Days to confirm a changed policy",
  remindDays: "Days before the end at which people are reminded",
  editorialVersions: "Versions of the policy that changed nothing in substance",
  editorialHint: "They ask nobody for a new confirmation.",
  rulesTold: (months: number, days: number, remind: string, editorial: string) =>
    `${months} months · ${days} days to confirm · reminders at ${remind || "–"} days · editorial: ${editorial || "–"}`,
  notice: {
    ending: (date: string) => `Your training ends on ${date}`,
    ended: (date: string) => `Your training ended on ${date}`,
    endingLead: "After that day no new complaint comes to you.",
    endedLead: "What you own stays yours; no new complaint comes to you until you are trained again.",
    managers: (ending: number, ended: number) =>
      `Training: ${[ending > 0 && `ends soon for ${ending}`, ended > 0 && `ended for ${ended}`].filter(Boolean).join(", ")}`,
    managersLead: "Training shows for whom. Plan a session, or remind them of the policy.",
    managersOpen: (open: number) =>
      plural("en", open, {
        one: "Those whose training ended own # open complaint. It stays with them; give it to somebody else if need be.",
        other:
          "Those whose training ended own # open complaints. They stay with them; give them to somebody else if need be.",
      }),
    toTraining: "Open Training",
  },
};

export type TrainingWords = Translated<typeof en>;

const de: TrainingWords = {
  nav: "Schulung",
  title: "Schulung",
  lead: "Schulungen im Umgang mit Beschwerden, wer dabei war und wer die Richtlinie gelesen hat. Wer nicht geschult ist, wird für keine neue Beschwerde zuständig.",
  gateOpen:
    "Es ist noch keine Schulung als durchgeführt erfasst. Bis zur ersten dürfen alle zuständig sein, danach nur, wer geschult ist.",
  own: "Ihre Schulung",
  trainedUntil: (date) => `Sie sind geschult bis einschließlich ${date}.`,
  notTrained: "Sie sind zurzeit nicht geschult.",
  endedOn: (date) => `Ihre Schulung endete am ${date}.`,
  endsBy: {
    session: "Dann liegt Ihre letzte Schulung zu lange zurück.",
    confirmation: "Bitte bis dahin die Richtlinie in ihrer jetzigen Fassung bestätigen.",
  },
  lacking: {
    session: "Bitte an der nächsten Schulung teilnehmen.",
    confirmation: "Bitte die Richtlinie lesen und unten bestätigen.",
  },
  yourCases: "Wofür Sie zuständig sind, bleibt bei Ihnen; Neues kommt nicht hinzu.",
  read: (version) => `Fassung ${version} der Richtlinie lesen`,
  confirm: (version) => `Ich habe Fassung ${version} gelesen und verstanden`,
  confirmedNow: (version) => `Fassung ${version} ist bestätigt.`,
  confirmBy: (date) => `Ihre Bestätigung der früheren Fassung zählt bis einschließlich ${date}.`,
  confirmations: "Was Sie bestätigt haben",
  confirmedOn: (version, date) => `Fassung ${version}, ${date}`,
  sessions: "Schulungen",
  noSessions: "Es ist keine Schulung geplant oder erfasst.",
  plan: "Schulung planen oder erfassen",
  state: "Stand",
  states: { planned: "geplant", held: "durchgeführt", cancelled: "abgesagt" },
  passed: "Der Tag ist vorbei: bitte als durchgeführt erfassen oder berichtigen.",
  date: "Datum",
  trainer: "Wer schult",
  trainerColleague: "Aus dem Haus",
  trainerOutside: "Von außen",
  trainerName: "Name",
  content: "Inhalt",
  materials: "Unterlagen",
  youWere: "Sie waren dabei",
  attendance: "Wer dabei war",
  nobodyThere: "Noch niemand erfasst.",
  recordAttendance: "Erfassen, wer dabei war",
  correct: "Ändern oder berichtigen",
  reason: "Grund",
  reasonHint: "Nötig, wenn Erfasstes berichtigt wird; der frühere Eintrag bleibt.",
  history: "Alle Änderungen",
  changedBy: (when, who) => `${when}, ${who}`,
  wasThere: (who) => `${who} war dabei`,
  wasNotThere: (who) => `${who} war nicht dabei`,
  coverage: "Wer geschult ist",
  share: (trained, handlers) =>
    `${trained} von ${plural("de", handlers, { one: "# Person, die zuständig sein kann, ist", other: "# Personen, die zuständig sein können, sind" })} geschult`,
  person: "Person",
  ownsComplaints: "Kann zuständig sein",
  trained: "Geschult",
  until: "Bis",
  missing: "Es fehlt",
  lack: { session: "Schulung", confirmation: "Bestätigung der Richtlinie" },
  lastSession: "Letzte Schulung",
  confirmedVersion: "Richtlinie bestätigt",
  openComplaints: "Offene Beschwerden",
  yes: "ja",
  no: "nein",
  ended: "endete",
  never: "nie",
  version: (version) => `Fassung ${version}`,
  exportCoverage: "Tabelle der Personen (CSV)",
  exportPlan: "Tabelle der Schulungen (CSV)",
  lessons: "Lehren aus Fällen",
  lessonsLead:
    "Was andere aus einem Fall lernen können, ohne dass er zu erkennen ist. Die Leitung nimmt einen Entwurf in eine Schulung auf.",
  noLessons: "Es gibt noch keine Lehren.",
  draft: "Lehre entwerfen",
  fromCase: "Lehre aus diesem Fall entwerfen",
  fromCaseHint: (reference) =>
    `Aus ${reference}. Bitte in eigenen Worten, was besser zu machen ist; den Fall sehen nur, die ihn sehen dürfen.`,
  lesson: "Lehre",
  category: "Kategorie",
  rootCause: "Ursache",
  programme: "Kurs oder Programm",
  lessonStates: { drafted: "Entwurf", accepted: "aufgenommen", declined: "nicht aufgenommen" },
  nextSession: "für die nächste Schulung",
  inSession: (date) => `in der Schulung vom ${date}`,
  openCase: "Fall öffnen",
  change: "Anders formulieren",
  accept: "Aufnehmen",
  intoSession: "In welche Schulung",
  decline: "Nicht aufnehmen",
  saved: "Erfasst.",
  rules: "Schulung",
  rulesHint: "Eine Schulung und die Bestätigung der Richtlinie machen zusammen, dass jemand geschult ist.",
  validityMonths: "Eine Schulung zählt, in Monaten",
  confirmWithinDays: "Tage, um eine geänderte Richtlinie zu bestätigen",
  remindDays: "Tage vor dem Ende, an denen erinnert wird",
  editorialVersions: "Fassungen der Richtlinie, die in der Sache nichts änderten",
  editorialHint: "Sie verlangen keine neue Bestätigung.",
  rulesTold: (months, days, remind, editorial) =>
    `${months} Monate · ${days} Tage zum Bestätigen · Erinnerung ${remind || "–"} Tage vorher · redaktionell: ${editorial || "–"}`,
  notice: {
    ending: (date) => `Ihre Schulung endet am ${date}`,
    ended: (date) => `Ihre Schulung endete am ${date}`,
    endingLead: "Nach diesem Tag kommt keine neue Beschwerde zu Ihnen.",
    endedLead: "Wofür Sie zuständig sind, bleibt bei Ihnen; Neues kommt erst wieder, wenn Sie geschult sind.",
    managers: (ending, ended) =>
      `Schulung: ${[ending > 0 && `endet bald für ${ending}`, ended > 0 && `endete für ${ended}`].filter(Boolean).join(", ")}`,
    managersLead:
      "Unter Schulung steht, für wen. Bitte eine Schulung planen oder an die Richtlinie erinnern.",
    managersOpen: (open) =>
      plural("de", open, {
        one: "Wessen Schulung endete, ist für # offene Beschwerde zuständig. Sie bleibt dort; bei Bedarf bitte anders vergeben.",
        other:
          "Wessen Schulung endete, ist für # offene Beschwerden zuständig. Sie bleiben dort; bei Bedarf bitte anders vergeben.",
      }),
    toTraining: "Schulung öffnen",
  },
};

export const trainingWords = (language: Language): TrainingWords => (language === "de" ? de : en);

type Facts = Record<string, unknown>;

/** What a colleague is told: of their own training by its date, of that of others by numbers and no name. */
export function trainingNotice(
  language: Language,
  facts: Facts,
): { subject: string; texts: string[]; link: string } {
  const { notice: w, lacking, endsBy } = trainingWords(language);
  if (facts.to === "managers") {
    const [ending, ended, open] = [facts.ending, facts.ended, facts.open].map(Number) as [
      number,
      number,
      number,
    ];
    const texts = [w.managersLead, ...(open > 0 ? [w.managersOpen(open)] : [])];
    return { subject: w.managers(ending, ended), texts, link: w.toTraining };
  }
  const date = formatDate(language, typeof facts.endsOn === "string" ? facts.endsOn : "1970-01-01");
  const lacks = (facts.lacks ?? []) as ("session" | "confirmation")[];
  const isOver = facts.days === 0;
  const next = lacks.map((lack) => (!isOver && lack === "confirmation" ? endsBy[lack] : lacking[lack]));
  return {
    subject: isOver ? w.ended(date) : w.ending(date),
    texts: [isOver ? w.endedLead : w.endingLead, ...next],
    link: w.toTraining,
  };
}

type TrainingConflict = Extract<
  ConflictCode,
  `lesson-${string}` | "session-not-held" | "correction-without-reason" | "policy-not-current"
>;

export const trainingConflicts: Record<Language, Record<TrainingConflict, string>> = {
  en: {
    "session-not-held":
      "This session is not recorded as held. Nobody was recorded as present; record first that it was held.",
    "correction-without-reason":
      "This corrects what was recorded. Nothing was changed; say why, and the earlier record stays beside it.",
    "policy-not-current":
      "This version of the policy is not the one in force. Nothing was confirmed; read and confirm the current one.",
    "lesson-settled":
      "This lesson was told in a session or was not taken. Nothing was changed; draft a new one.",
    "lesson-tells-reference":
      "The lesson names the reference number of a case. It was not kept; say it without.",
    "lesson-tells-contact":
      "The lesson holds an email address or a phone number. It was not kept; say it without.",
    "lesson-tells-name":
      "The lesson names the customer, or who is complained about. It was not kept; say it without a name.",
    "lesson-tells-passage":
      "The lesson repeats what stands in the case word for word. It was not kept; say it in words of your own.",
  },
  de: {
    "session-not-held":
      "Diese Schulung ist nicht als durchgeführt erfasst. Niemand wurde als anwesend erfasst; bitte zuerst erfassen, dass sie stattfand.",
    "correction-without-reason":
      "Das berichtigt, was erfasst war. Es wurde nichts geändert; bitte den Grund nennen, der frühere Eintrag bleibt daneben stehen.",
    "policy-not-current":
      "Diese Fassung der Richtlinie gilt nicht mehr. Es wurde nichts bestätigt; bitte die jetzige lesen und bestätigen.",
    "lesson-settled":
      "Diese Lehre war schon Inhalt einer Schulung oder wurde nicht aufgenommen. Es wurde nichts geändert; bitte eine neue entwerfen.",
    "lesson-tells-reference":
      "In der Lehre steht die Vorgangsnummer eines Falls. Sie wurde nicht gespeichert; bitte ohne sie schreiben.",
    "lesson-tells-contact":
      "In der Lehre steht eine E-Mail-Adresse oder Telefonnummer. Sie wurde nicht gespeichert; bitte ohne sie schreiben.",
    "lesson-tells-name":
      "Die Lehre nennt die Kundin, den Kunden oder die Person, über die Beschwerde geführt wird. Sie wurde nicht gespeichert; bitte ohne Namen schreiben.",
    "lesson-tells-passage":
      "Die Lehre wiederholt wörtlich, was im Fall steht. Sie wurde nicht gespeichert; bitte mit eigenen Worten schreiben.",
  },
};
