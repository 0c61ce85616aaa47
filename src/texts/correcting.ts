import type { Language } from "./catalogue.ts";
import { deskWords } from "./desk.ts";

/** What has to be corrected in a request, by its stable code. */
const en = {
  mistyped: "this reference has a typing error: its check digit does not fit",
  ids_or_where: "name either the messages or what they have in common",
  unknown_complaint: "there is no such complaint, or it is not for you to see",
  unknown_code: "this code is not in the list, or is retired; an administrator keeps the lists",
  unknown_issue: "there is no such issue",
  unknown_field: "there is no such field",
  off_scale: "a score is not on the scale",
  day_ahead: "this day has not come yet",
  id_twice: "an earlier answer has the same id",
  not_all_low: "if all steps were low, every answer would be",
  why_no_check: "say what is counted before and after, or note why nothing can be",
  place_twice: "an earlier count is about the same platform and programme",
  code_twice: "each code stands in the list once",
  not_base64: "must be base64",
  file_too_large: "a file may have 10 MB at most",
  csv_too_large: "a CSV file may have 5 MB at most",
  unknown_programme: "there is no such programme; an administrator keeps the catalogue on the Lists screen",
  one_trainer: "name either a colleague or somebody from outside",
  not_held_yet: "a session that was held does not lie in the future",
  no_planned_session: "there is no planned session with this id",
  unknown_version: "there is no such version of the policy, or it is the first",
  unknown_person: "nobody with this id works here",
  owns_no_complaints: "this person's roles do not let them own complaints; choose a handler or a manager",
  ends_before_it_begins: "the last day lies before the first",
  unknown_platform: "there is no such platform",
  address_taken: "somebody already has this address",
  own_account: "you cannot disable your own account",
  deadline_impossible: "a deadline is a whole number: 1 to 1000 hours or 1 to 365 business days",
  zone_unknown: "there is no such time zone",
  in_the_past: "this has passed; choose now or later",
  before_latest: "the latest version takes effect later than this",
  outside_calendar: "the calendar knows 2015 to 2040 only",
  unreadable: "this cannot be read",
  no_name: "this is no name: at least two letters, and not “Person”",
  empty: "must not be empty",
  not_utf8: "holds characters that are not valid text",
};

const de: Record<keyof typeof en, string> = {
  mistyped: "diese Vorgangsnummer enthält einen Tippfehler: Die Prüfziffer passt nicht",
  ids_or_where: "bitte entweder die Nachrichten nennen oder was sie gemeinsam haben",
  unknown_complaint: "diese Beschwerde gibt es nicht, oder Sie dürfen sie nicht sehen",
  unknown_code:
    "dieser Schlüssel steht nicht in der Liste oder ist nicht mehr in Gebrauch; die Listen pflegt die Administration",
  unknown_issue: "dieses systemische Problem gibt es nicht",
  unknown_field: "dieses Feld gibt es nicht",
  off_scale: "ein Wert liegt nicht auf der Skala",
  day_ahead: "dieser Tag ist noch nicht gekommen",
  id_twice: "eine frühere Antwort hat dieselbe Kennung",
  not_all_low: "wären alle Stufen schlecht, wäre es jede Antwort",
  why_no_check: "bitte angeben, was vorher und nachher gezählt wird, oder warum nichts gezählt werden kann",
  place_twice: "eine frühere Zahl betrifft dieselbe Plattform und dasselbe Programm",
  code_twice: "jeder Schlüssel steht nur einmal in der Liste",
  not_base64: "muss base64 sein",
  file_too_large: "eine Datei darf höchstens 10 MB haben",
  csv_too_large: "eine CSV-Datei darf höchstens 5 MB haben",
  unknown_programme: "dieses Programm gibt es nicht; den Katalog pflegt die Administration unter „Listen“",
  one_trainer: "bitte entweder jemanden aus dem Haus oder von außerhalb nennen",
  not_held_yet: "eine gehaltene Schulung liegt nicht in der Zukunft",
  no_planned_session: "eine geplante Schulung mit dieser Kennung gibt es nicht",
  unknown_version: "diese Fassung der Richtlinie gibt es nicht, oder sie ist die erste",
  unknown_person: "niemand mit dieser Kennung arbeitet hier",
  owns_no_complaints:
    "mit ihren Rollen kann diese Person nicht zuständig sein; bitte Bearbeitung oder Leitung wählen",
  ends_before_it_begins: "der letzte Tag liegt vor dem ersten",
  unknown_platform: "diese Plattform gibt es nicht",
  address_taken: "diese Adresse hat schon jemand",
  own_account: "das eigene Konto können Sie nicht entziehen",
  deadline_impossible: "eine Frist ist eine ganze Zahl: 1 bis 1000 Stunden oder 1 bis 365 Arbeitstage",
  zone_unknown: "diese Zeitzone gibt es nicht",
  in_the_past: "das ist vorbei; bitte jetzt oder später wählen",
  before_latest: "die neueste Fassung gilt erst später",
  outside_calendar: "der Kalender reicht nur von 2015 bis 2040",
  unreadable: "das ist nicht lesbar",
  no_name: "das ist kein Name: mindestens zwei Buchstaben, und nicht „Person“",
  empty: "darf nicht leer sein",
  not_utf8: "enthält Zeichen, die kein gültiger Text sind",
};

const generally = { de: "bitte ausfüllen oder berichtigen" };

/** What has to be corrected; of what the shape of a request refuses there are words in English alone (`message`). */
export function correctionInWords(language: Language, code: string, message: string = code): string {
  const known: Record<string, string> = language === "de" ? de : en;
  return known[code] ?? (language === "de" ? generally.de : message);
}

/** "complainant.email" as the form calls it, where it does; else as the request does. */
export function fieldInWords(language: Language, field: string): string {
  const { field: labels, intake } = deskWords(language);
  const known: Record<string, unknown> = { ...intake, ...labels };
  const last = field.split(".").at(-1) ?? field;
  const label = known[last.replace(/Id$/, "")];
  return typeof label === "string" ? label : field;
}
