import type { Channel, FindingOutcome, Severity, SubjectKind } from "../../core/complaint/events.ts";
import type { ProposedMeasure } from "../../core/complaint/commands.ts";

/** What synthetic people complain about. Every name and word here is made up. */
export type Story = {
  language: "en" | "de";
  subject: SubjectKind;
  /** As the catalogue of the demo calls it. */
  programme?: string;
  category: string;
  severity: Severity;
  rootCause: string;
  statement: string;
  desiredOutcome: string;
  outcome: FindingOutcome;
  /** What is said, point by point; the first is found as `outcome` says, the others in part. */
  allegations: string[];
  reasons: string;
  explanation: string;
  measures: ProposedMeasure[];
};

export const stories: Story[] = [
  {
    language: "de",
    subject: "programme",
    programme: "Photovoltaik Grundlagen",
    category: "scheduling",
    severity: 2,
    rootCause: "communication_late",
    statement:
      "Der Kurs wurde am Morgen abgesagt, niemand hat uns vorher Bescheid gegeben. Ich bin umsonst angereist.",
    desiredOutcome: "Ich möchte die Kursgebühr zurück.",
    outcome: "upheld",
    allegations: ["Die Absage kam erst am Morgen des Kurses.", "Niemand war telefonisch zu erreichen."],
    reasons: "Die Absage ging laut Versandprotokoll um 7:40 Uhr hinaus, der Kurs begann um 8:30 Uhr.",
    explanation: "Wir hätten Sie am Vortag anrufen müssen. Das haben wir versäumt, und das tut uns leid.",
    measures: [{ kind: "refund", description: "Kursgebühr", amountCents: 24_000, basis: "claim" }],
  },
  {
    language: "de",
    subject: "programme",
    programme: "Windenergie für Monteure",
    category: "materials",
    severity: 1,
    rootCause: "content_outdated",
    statement: "Die Unterlagen sind veraltet, die Normen darin gelten seit zwei Jahren nicht mehr.",
    desiredOutcome: "Aktuelle Unterlagen.",
    outcome: "partly_upheld",
    allegations: ["Zwei Normen in den Unterlagen gelten nicht mehr."],
    reasons: "Eine der beiden Normen wurde tatsächlich ersetzt; die andere gilt noch.",
    explanation: "Wir schicken Ihnen neue Unterlagen und sehen sie künftig jedes Jahr durch.",
    measures: [
      { kind: "correction", description: "Neue Unterlagen per Post" },
      {
        kind: "corrective_action",
        description: "Jährliche Durchsicht aller Unterlagen",
        dueOn: "2030-01-31",
      },
    ],
  },
  {
    language: "en",
    subject: "programme",
    programme: "Heat pumps in practice",
    category: "certificate",
    severity: 3,
    rootCause: "process_not_followed",
    statement: "My certificate has the wrong name and I need it for a job interview next week.",
    desiredOutcome: "A correct certificate, quickly.",
    outcome: "upheld",
    allegations: ["The certificate shows somebody else's name."],
    reasons: "The list of participants was not compared with the certificates before they were printed.",
    explanation: "You are right, and we are sorry. The corrected certificate goes out by courier today.",
    measures: [
      { kind: "correction", description: "Corrected certificate by courier" },
      { kind: "apology", description: "In writing" },
    ],
  },
  {
    language: "en",
    subject: "service",
    category: "invoice",
    severity: 2,
    rootCause: "system_defect",
    statement: "I was charged twice for the same booking and nobody answers my messages.",
    desiredOutcome: "The second payment back.",
    outcome: "upheld",
    allegations: ["The booking was charged twice.", "Two messages were not answered."],
    reasons: "The bank statement shows both payments on the same day.",
    explanation: "The second payment was our mistake. We are transferring it back.",
    measures: [{ kind: "refund", description: "Second payment", amountCents: 18_900, basis: "claim" }],
  },
  {
    language: "de",
    subject: "service",
    category: "platform",
    severity: 3,
    rootCause: "system_defect",
    statement: "Die Lernplattform war während der Prüfung zwei Stunden nicht erreichbar.",
    desiredOutcome: "Die Prüfung wiederholen dürfen.",
    outcome: "upheld",
    allegations: ["Die Plattform war während der Prüfung nicht erreichbar."],
    reasons: "Das Betriebsprotokoll zeigt den Ausfall von 10:05 bis 11:58 Uhr.",
    explanation: "Der Ausfall lag bei uns. Sie können die Prüfung kostenlos wiederholen.",
    measures: [{ kind: "repeat_course", description: "Kostenlose Wiederholung der Prüfung" }],
  },
  {
    language: "en",
    subject: "other",
    category: "staff",
    severity: 1,
    rootCause: "not_substantiated",
    statement:
      "The person at the desk was unfriendly and sent me away although it was ten minutes before five.",
    desiredOutcome: "An explanation.",
    outcome: "not_determinable",
    allegations: ["I was sent away before the desk closed."],
    reasons: "Both sides remember it differently, and nobody else was there.",
    explanation: "We could not find out what happened, and we are sorry that you left dissatisfied.",
    measures: [
      { kind: "explanation", description: "What we found out" },
      { kind: "voucher", description: "For a day course", amountCents: 5_000, basis: "goodwill" },
    ],
  },
  {
    language: "de",
    subject: "programme",
    programme: "Energieberatung Aufbaukurs",
    category: "trainer",
    severity: 2,
    rootCause: "skill_training",
    statement: "Der Trainer kam jeden Tag zu spät und hat Fragen nicht beantwortet.",
    desiredOutcome: "Einen Teil des Geldes zurück.",
    outcome: "partly_upheld",
    allegations: ["Der Trainer kam jeden Tag zu spät.", "Fragen blieben unbeantwortet."],
    reasons: "Die Anwesenheitsliste zeigt an zwei von fünf Tagen einen späten Beginn.",
    explanation: "An zwei Tagen begann der Kurs zu spät. Dafür möchten wir Sie entschädigen.",
    measures: [
      {
        kind: "voucher",
        description: "Gutschein für einen Folgekurs",
        amountCents: 12_000,
        basis: "goodwill",
      },
    ],
  },
  {
    language: "de",
    subject: "programme",
    programme: "Wärmepumpen in der Praxis",
    category: "venue",
    severity: 1,
    rootCause: "planning_capacity",
    statement: "Im Raum war es so kalt, dass wir in Jacken saßen, und der Beamer fiel zweimal aus.",
    desiredOutcome: "Dass sich das ändert.",
    outcome: "upheld",
    allegations: ["Der Raum war nicht geheizt.", "Der Beamer fiel zweimal aus."],
    reasons: "Die Heizung des Raums war außer Betrieb; eine Meldung an die Hausverwaltung lag vor.",
    explanation: "Der Raum hätte nicht belegt werden dürfen. Wir entschuldigen uns dafür.",
    measures: [
      { kind: "apology", description: "Entschuldigung der Standortleitung" },
      { kind: "refund", description: "Ein Zehntel der Kursgebühr", amountCents: 6_500, basis: "goodwill" },
    ],
  },
  {
    language: "en",
    subject: "programme",
    programme: "Battery storage systems",
    category: "course_content",
    severity: 2,
    rootCause: "expectation_set_by_marketing",
    statement:
      "The website promised a full day of practical work on real systems. We got forty minutes and slides.",
    desiredOutcome: "A day of practice, or half of the fee.",
    outcome: "upheld",
    allegations: ["The practical part took forty minutes instead of a day."],
    reasons: "The page said “a full day of practice”; the timetable of the course has one hour.",
    explanation: "The page promised more than the course holds. You may repeat the practical day for free.",
    measures: [
      { kind: "repeat_course", description: "Practical day with the next group" },
      { kind: "correction", description: "The page says what the course holds" },
    ],
  },
  {
    language: "de",
    subject: "service",
    category: "funding",
    severity: 3,
    rootCause: "communication_unclear",
    statement:
      "Mir wurde gesagt, der Bildungsgutschein deckt alles. Jetzt soll ich 890 Euro selbst bezahlen.",
    desiredOutcome: "Keine Nachzahlung.",
    outcome: "upheld",
    allegations: ["Die Auskunft zum Bildungsgutschein war falsch."],
    reasons: "Die Gesprächsnotiz der Beratung nennt ausdrücklich eine volle Übernahme der Kosten.",
    explanation: "Die Auskunft war falsch, und daran halten wir uns: Die Nachforderung entfällt.",
    measures: [
      { kind: "refund", description: "Bereits gezahlte Rate", amountCents: 29_000, basis: "claim" },
      { kind: "correction", description: "Die Nachforderung wird storniert" },
    ],
  },
  {
    language: "en",
    subject: "programme",
    programme: "Photovoltaics basics",
    category: "information",
    severity: 1,
    rootCause: "communication_unclear",
    statement: "Nobody told us that we had to bring our own safety shoes, so half of us could only watch.",
    desiredOutcome: "Tell people in the invitation.",
    outcome: "upheld",
    allegations: ["The invitation did not mention safety shoes."],
    reasons: "The invitation lists what to bring; shoes are not on it.",
    explanation: "That was missing in the invitation. It now says so, and you get a voucher.",
    measures: [{ kind: "voucher", description: "For a day course", amountCents: 8_000, basis: "goodwill" }],
  },
  {
    language: "de",
    subject: "service",
    category: "booking",
    severity: 2,
    rootCause: "contract_terms",
    statement: "Ich habe rechtzeitig storniert und trotzdem eine Rechnung über die volle Gebühr bekommen.",
    desiredOutcome: "Die Rechnung soll zurückgenommen werden.",
    outcome: "not_upheld",
    allegations: ["Die Stornierung kam rechtzeitig."],
    reasons: "Die Stornierung ging acht Tage vor Beginn ein; kostenfrei ist sie bis vierzehn Tage vorher.",
    explanation: "Die Frist war verstrichen. Wir kommen Ihnen trotzdem mit einem Gutschein entgegen.",
    measures: [{ kind: "voucher", description: "Die halbe Gebühr", amountCents: 17_500, basis: "goodwill" }],
  },
];

/** What goes wrong in one month only: a new printing of certificates that mixes people up. */
export const jump: Story = {
  ...stories[2]!,
  rootCause: "system_defect",
  statement: "My certificate came with the name and the date of birth of somebody else.",
  allegations: ["The certificate shows somebody else's name and date of birth."],
  reasons: "Since the printing was changed, the list and the certificates are sorted differently.",
};

export const names = [
  "Anna Beispiel",
  "Otto Muster",
  "Zoe Example",
  "Robert Rufer",
  "Fatma Probe",
  "Jürgen Vorbild",
  "Mia Sample",
  "Ayşe Modell",
  "Paul Test",
  "Lena Versuch",
];

export const channels: Channel[] = ["email", "email", "email", "web", "web", "phone", "in_person"];
