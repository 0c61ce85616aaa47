import { plural, type Language, type Translated } from "./catalogue.ts";

/** The words of the screen on which complaints are given their way. */
const en = {
  nav: "Routing",
  title: "Routing",
  lead: "Each complaint without an owner goes to whom the first fitting line names. What a line leaves open fits everything.",
  unassigned: (count: number) =>
    plural("en", count, {
      one: "# open complaint is owned by nobody.",
      other: "# open complaints are owned by nobody.",
    }),
  platform: "Platform",
  subject: "About",
  category: "Category",
  any: "any",
  department: "Department",
  owners: "Owners",
  deputy: "Deputy",
  up: "Move up",
  remove: "Remove this line",
  add: "Add a line",
  line: (number: number) => `Line ${number}`,
  management: "Complaints about management",
  managementHint:
    "When one of these people is complained about, the complaint goes to one person only, and those named last never see it.",
  about: "People of the management",
  managementOwner: "Goes to",
  unseenBy: "Never seen by",
  save: "Save",
  saved: "Saved. It holds from the next minute on.",
  absences: "Absences",
  absencesHint:
    "Whoever is away gets nothing new, and what falls due before they are back goes to whoever stands in for them, else to whom the table names. Both days are included.",
  person: "Who",
  from: "From",
  to: "To",
  addAbsence: "Add an absence",
  trained: "Who may own complaints",
  trainedHint: "Only people who are trained in handling complaints, as the records under Training say.",
  everybody: "No training session was held yet: everybody may.",
  nobody: "Nobody is trained at present: no complaint finds an owner.",
  toTraining: "Open Training",
  open: (count: number) => plural("en", count, { one: "# open", other: "# open" }),
};

const de: Translated<typeof en> = {
  nav: "Zuteilung",
  title: "Zuteilung",
  lead: "Jede Beschwerde ohne Zuständige geht an die Person, die die erste passende Zeile nennt. Was eine Zeile offen lässt, passt immer.",
  unassigned: (count) =>
    plural("de", count, {
      one: "# offene Beschwerde hat niemanden, der zuständig ist.",
      other: "# offene Beschwerden haben niemanden, der zuständig ist.",
    }),
  platform: "Plattform",
  subject: "Worum es geht",
  category: "Kategorie",
  any: "beliebig",
  department: "Abteilung",
  owners: "Zuständige",
  deputy: "Vertretung",
  up: "Nach oben",
  remove: "Diese Zeile entfernen",
  add: "Zeile hinzufügen",
  line: (number) => `Zeile ${number}`,
  management: "Beschwerden über die Leitung",
  managementHint:
    "Richtet sich eine Beschwerde gegen eine dieser Personen, geht sie nur an eine Person, und die zuletzt Genannten sehen sie nie.",
  about: "Personen der Leitung",
  managementOwner: "Geht an",
  unseenBy: "Nie zu sehen für",
  save: "Speichern",
  saved: "Gespeichert. Es gilt ab der nächsten Minute.",
  absences: "Abwesenheiten",
  absencesHint:
    "Wer abwesend ist, bekommt nichts Neues, und was vor der Rückkehr fällig wird, geht an die Vertretung, sonst an die Person, die die Tabelle nennt. Beide Tage zählen mit.",
  person: "Wer",
  from: "Von",
  to: "Bis",
  addAbsence: "Abwesenheit hinzufügen",
  trained: "Wer zuständig sein darf",
  trainedHint: "Nur wer im Umgang mit Beschwerden geschult ist, wie es unter Schulung erfasst ist.",
  everybody: "Es gab noch keine Schulung: Alle dürfen es sein.",
  nobody: "Zurzeit ist niemand geschult: Keine Beschwerde findet Zuständige.",
  toTraining: "Schulung öffnen",
  open: (count) => plural("de", count, { one: "# offen", other: "# offen" }),
};

export const routingWords = (language: Language) => (language === "de" ? de : en);
