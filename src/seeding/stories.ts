import type { Channel, FindingOutcome, SubjectKind } from "../core/complaint/events.ts";
import type { ProposedMeasure } from "../core/complaint/commands.ts";

/** What synthetic people complain about. Every name and word here is made up. */
export type Story = {
  language: "en" | "de";
  subject: SubjectKind;
  programme?: string;
  category: string;
  statement: string;
  outcome: FindingOutcome;
  measures: ProposedMeasure[];
};

export const stories: Story[] = [
  {
    language: "de",
    subject: "programme",
    programme: "Photovoltaik Grundlagen",
    category: "scheduling",
    statement:
      "Der Kurs wurde am Morgen abgesagt, niemand hat uns vorher Bescheid gegeben. Ich bin umsonst angereist.",
    outcome: "upheld",
    measures: [{ kind: "refund", description: "Kursgebühr", amountCents: 24_000, basis: "claim" }],
  },
  {
    language: "de",
    subject: "programme",
    programme: "Windenergie für Monteure",
    category: "materials",
    statement: "Die Unterlagen sind veraltet, die Normen darin gelten seit zwei Jahren nicht mehr.",
    outcome: "partly_upheld",
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
    statement: "My certificate has the wrong name and I need it for a job interview next week.",
    outcome: "upheld",
    measures: [
      { kind: "correction", description: "Corrected certificate by courier" },
      { kind: "apology", description: "In writing" },
    ],
  },
  {
    language: "en",
    subject: "service",
    category: "invoice",
    statement: "I was charged twice for the same booking and nobody answers my messages.",
    outcome: "upheld",
    measures: [{ kind: "refund", description: "Second payment", amountCents: 18_900, basis: "claim" }],
  },
  {
    language: "de",
    subject: "service",
    category: "platform",
    statement: "Die Lernplattform war während der Prüfung zwei Stunden nicht erreichbar.",
    outcome: "upheld",
    measures: [{ kind: "repeat_course", description: "Kostenlose Wiederholung der Prüfung" }],
  },
  {
    language: "en",
    subject: "other",
    category: "staff",
    statement:
      "The person at the desk was unfriendly and sent me away although it was ten minutes before five.",
    outcome: "not_determinable",
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
    statement: "Der Trainer kam jeden Tag zu spät und hat Fragen nicht beantwortet.",
    outcome: "partly_upheld",
    measures: [
      {
        kind: "voucher",
        description: "Gutschein für einen Folgekurs",
        amountCents: 12_000,
        basis: "goodwill",
      },
    ],
  },
];

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
