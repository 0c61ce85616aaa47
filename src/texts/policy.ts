import type { Contradiction, PolicyProblem } from "../core/policy/checking.ts";
import type { ConflictCode } from "../operations.ts";
import type { Language } from "./catalogue.ts";
import { trainingConflicts } from "./training.ts";

type Words = {
  contradiction: Record<Contradiction, (found: string, expected: string) => string>;
  conflict: Record<ConflictCode, string>;
};

const en: Words = {
  contradiction: {
    region_unknown: (found) => `we know no public holidays for ${found}`,
    unknown_slot: (found) => `there is nothing to put in place of {${found}}`,
    section_missing: () => "this section is missing in one language, or stands in another order",
    section_empty: () => "this section says nothing, or has no heading",
    number_differs: (found, expected) =>
      expected ? `the text says “${found}”, the clock ${expected}` : `“${found}” is none of the clocks`,
    promise_unstated: (_, expected) => `the text does not say “${expected}”`,
    contact_unstated: (_, expected) => `the text does not show ${expected}`,
    contact_differs: (found, expected) => `“${found}” is not one of the contacts (${expected})`,
    phone_impossible: (found) => `“${found}” is no phone number`,
    phone_spelled_twice: (found, expected) => `“${found}” is the same number as ${expected}; spell it once`,
    hotline: (found) => `${found} costs more than the basic rate`,
    hours_differ: (found, expected) => `“${found}” is none of the opening hours (${expected})`,
    hours_impossible: (found) =>
      `the hours ${found} end before they begin, overlap, or lie on no business day`,
    named_twice: (found) => `${found} is named twice`,
    odr_link: (found) => `${found}: the EU platform for online dispute resolution no longer exists`,
    werktage: (found) => `“${found}” includes Saturdays; write “Arbeitstage”`,
  },
  conflict: {
    "draft-ended": "This draft is published or given up. Nothing was changed; begin a new one.",
    "own-draft":
      "You had a hand in this draft. Nothing was approved; ask a colleague who did not work on it.",
    "draft-not-approved":
      "Nobody has approved this state of the draft. Nothing was published; have it approved by a second person.",
    "draft-outdated":
      "Another version was published since this draft was begun. Nothing was published; begin a new draft.",
    "own-deputy": "Nobody can be their own deputy. Nothing was changed; choose somebody else.",
    "message-settled":
      "This message already has its place, or is just being placed. Nothing was changed; look at what became of it.",
    "month-not-over":
      "This month is not over, so its participants are not all known. Nothing was changed; save it as not complete, or wait for its end.",
    "month-ahead":
      "This month has not begun. Nothing was changed; choose the running month or an earlier one.",
    "counts-missing":
      "A platform has no number of participants. Nothing was changed; enter it, with 0 where nobody took part, or save the month as not complete.",
    "programme-above-platform":
      "A programme has more participants than its whole platform. Nothing was changed; correct one of the two numbers.",
    "report-not-due":
      "This period has no report yet. It is made early on the first business day after the period ends; nothing was counted. Please come back then.",
    "report-refused":
      "This report could not be made: open, received, reopened and closed complaints do not add up. Nothing was published. Ask your operator to run `redress verify` and `redress rebuild`; it is tried again every minute.",
    "nothing-changed": "Every figure is the same as in the latest version. Nothing was added.",
    "chart-started": "Somebody has already begun new limits with this month. Nothing was changed.",
    "answer-decided":
      "A colleague has already decided about this answer. Nothing was changed; look at what became of it.",
    "action-ended":
      "This action is verified or cancelled, or is already done. Nothing was changed; a manager can open it again.",
    "action-not-done":
      "In this state of the action that is not possible. Nothing was changed; look at how it stands.",
    "check-too-early":
      "The time after the action is not over, so its effect cannot be counted yet. Nothing was recorded; the action says from when on.",
    "check-missing": "Its effect has not been checked. Nothing was changed; record the check first.",
    "check-decided":
      "Its effect was checked, and the verdict stays. Nothing was changed; open the action again, or accept it as it is.",
    "window-not-longer":
      "The new window is not longer than the one before. Nothing was changed; choose a longer one.",
    "own-action":
      "You are responsible for this action yourself. Nothing was recorded; ask another manager to verify it.",
    "review-signed":
      "This review is signed and does not change any more. Nothing was recorded; write an addendum instead.",
    "review-not-signed": "This review is not signed yet. Nothing was added; write it into the record itself.",
    "meeting-missing":
      "The record does not say on which day the meeting was held, or that day has not come. Nothing was signed; enter the day and save.",
    "not-the-chair":
      "Only the chair of the meeting signs. Nothing was signed; ask the chair named in the record.",
    "no-quorum":
      "Too few of the management team were there, or the chair was not. Nothing was signed; a meeting with the quorum has to look at it.",
    "inputs-missing":
      "Something that a review must look at has no note. Nothing was signed; say of each what was found, even if it is nothing new:",
    "discussion-missing":
      "What was discussed is not written down. Nothing was signed; a review that only received the report is none.",
    "report-newer":
      "The report has a later version than the one that was talked about. Nothing was signed; look at the difference and confirm that you know it. Version:",
    "actions-without-status":
      "Actions of earlier reviews are open and nobody has said how they stand since the last review. Nothing was signed; note it for each. Action:",
    "code-removed":
      "A code that was once in the list names complaints. Nothing was changed; retire it instead of removing it.",
    ...trainingConflicts.en,
    "letter-not-stopped":
      "Only a letter that failed or was held back can be let go. Nothing was changed; look at its state.",
  },
};

const de: Words = {
  contradiction: {
    region_unknown: (found) => `für ${found} kennen wir keine gesetzlichen Feiertage`,
    unknown_slot: (found) => `für {${found}} gibt es nichts einzusetzen`,
    section_missing: () => "dieser Abschnitt fehlt in einer Sprache oder steht an anderer Stelle",
    section_empty: () => "dieser Abschnitt sagt nichts oder hat keine Überschrift",
    number_differs: (found, expected) =>
      expected ? `der Text sagt „${found}“, die Frist ist ${expected}` : `„${found}“ ist keine der Fristen`,
    promise_unstated: (_, expected) => `der Text sagt nicht „${expected}“`,
    contact_unstated: (_, expected) => `der Text nennt ${expected} nicht`,
    contact_differs: (found, expected) => `„${found}“ ist keiner der Kontakte (${expected})`,
    phone_impossible: (found) => `„${found}“ ist keine Telefonnummer`,
    phone_spelled_twice: (found, expected) =>
      `„${found}“ ist dieselbe Nummer wie ${expected}; bitte nur eine Schreibweise`,
    hotline: (found) => `${found} kostet mehr als den Grundtarif`,
    hours_differ: (found, expected) => `„${found}“ gehört nicht zu den Öffnungszeiten (${expected})`,
    hours_impossible: (found) =>
      `die Zeiten ${found} enden vor ihrem Beginn, überschneiden sich oder liegen an keinem Arbeitstag`,
    named_twice: (found) => `${found} kommt doppelt vor`,
    odr_link: (found) => `${found}: die EU-Plattform zur Online-Streitbeilegung gibt es nicht mehr`,
    werktage: (found) => `„${found}“ schließt Samstage ein; bitte „Arbeitstage“ schreiben`,
  },
  conflict: {
    "draft-ended":
      "Dieser Entwurf ist veröffentlicht oder aufgegeben. Es wurde nichts geändert; bitte einen neuen beginnen.",
    "own-draft":
      "Sie haben an diesem Entwurf mitgearbeitet. Es wurde nichts freigegeben; bitte eine unbeteiligte Person fragen.",
    "draft-not-approved":
      "Diesen Stand hat niemand freigegeben. Es wurde nichts veröffentlicht; bitte von einer zweiten Person freigeben lassen.",
    "draft-outdated":
      "Seit Beginn dieses Entwurfs wurde eine andere Fassung veröffentlicht. Es wurde nichts veröffentlicht; bitte einen neuen Entwurf beginnen.",
    "own-deputy":
      "Niemand kann sich selbst vertreten. Es wurde nichts geändert; bitte jemand anderen wählen.",
    "message-settled":
      "Diese Nachricht hat ihren Platz schon oder bekommt ihn gerade. Es wurde nichts geändert; bitte nachsehen, was aus ihr wurde.",
    "month-not-over":
      "Dieser Monat ist noch nicht vorbei, seine Teilnehmenden stehen nicht fest. Es wurde nichts geändert; bitte als unvollständig speichern oder das Monatsende abwarten.",
    "month-ahead":
      "Dieser Monat hat noch nicht begonnen. Es wurde nichts geändert; bitte den laufenden oder einen früheren Monat wählen.",
    "counts-missing":
      "Für eine Plattform fehlt die Zahl der Teilnehmenden. Es wurde nichts geändert; bitte eintragen (0, wenn niemand teilnahm) oder den Monat als unvollständig speichern.",
    "programme-above-platform":
      "Ein Programm hat mehr Teilnehmende als seine ganze Plattform. Es wurde nichts geändert; bitte eine der beiden Zahlen berichtigen.",
    "report-not-due":
      "Für diesen Zeitraum gibt es noch keinen Bericht. Er entsteht früh am ersten Arbeitstag danach; gezählt wurde nichts. Bitte kommen Sie dann wieder.",
    "report-refused":
      "Dieser Bericht konnte nicht erstellt werden: offene, eingegangene, wieder geöffnete und geschlossene Beschwerden gehen nicht auf. Veröffentlicht wurde nichts. Bitten Sie den Betrieb um `redress verify` und `redress rebuild`; es wird jede Minute neu versucht.",
    "nothing-changed": "Jede Zahl ist dieselbe wie in der letzten Fassung. Hinzugefügt wurde nichts.",
    "chart-started": "Mit diesem Monat hat schon jemand neue Grenzen begonnen. Geändert wurde nichts.",
    "answer-decided":
      "Über diese Antwort ist schon entschieden. Es wurde nichts geändert; bitte nachsehen, was aus ihr wurde.",
    "action-ended":
      "Diese Verbesserung ist bestätigt, aufgegeben oder schon erledigt. Es wurde nichts geändert; die Leitung kann sie wieder öffnen.",
    "action-not-done":
      "Bei diesem Stand der Verbesserung geht das nicht. Es wurde nichts geändert; bitte nachsehen, wie sie steht.",
    "check-too-early":
      "Der Zeitraum danach ist noch nicht vorbei, die Wirkung ist also noch nicht zählbar. Es wurde nichts festgehalten; ab wann es geht, steht bei der Verbesserung.",
    "check-missing":
      "Die Wirkung ist noch nicht geprüft. Es wurde nichts geändert; bitte zuerst die Prüfung festhalten.",
    "check-decided":
      "Die Wirkung ist geprüft, und das Ergebnis bleibt. Es wurde nichts geändert; bitte die Verbesserung wieder öffnen oder so annehmen.",
    "window-not-longer":
      "Der neue Zeitraum ist nicht länger als der bisherige. Es wurde nichts geändert; bitte einen längeren wählen.",
    "own-action":
      "Sie sind für diese Verbesserung selbst zuständig. Es wurde nichts festgehalten; bitte eine andere Person der Leitung um die Bestätigung bitten.",
    "review-signed":
      "Diese Bewertung ist unterschrieben und ändert sich nicht mehr. Es wurde nichts festgehalten; bitte einen Nachtrag schreiben.",
    "review-not-signed":
      "Diese Bewertung ist noch nicht unterschrieben. Es wurde nichts nachgetragen; bitte ins Protokoll selbst schreiben.",
    "meeting-missing":
      "Im Protokoll fehlt der Tag der Besprechung, oder er liegt in der Zukunft. Es wurde nichts unterschrieben; bitte den Tag eintragen und speichern.",
    "not-the-chair":
      "Nur der Vorsitz der Besprechung unterschreibt. Es wurde nichts unterschrieben; bitte die im Protokoll genannte Person fragen.",
    "no-quorum":
      "Zu wenige aus dem Leitungsteam waren da, oder der Vorsitz fehlte. Es wurde nichts unterschrieben; eine beschlussfähige Besprechung muss es ansehen.",
    "inputs-missing":
      "Zu etwas, das eine Bewertung ansehen muss, fehlt die Notiz. Es wurde nichts unterschrieben; bitte zu jedem Punkt schreiben, was sich ergab, auch wenn es nichts Neues ist:",
    "discussion-missing":
      "Was besprochen wurde, steht nicht im Protokoll. Es wurde nichts unterschrieben; den Bericht nur entgegenzunehmen ist keine Bewertung.",
    "report-newer":
      "Der Bericht hat eine spätere Fassung als die besprochene. Es wurde nichts unterschrieben; bitte den Unterschied ansehen und bestätigen. Fassung:",
    "actions-without-status":
      "Verbesserungen aus früheren Bewertungen sind offen, und seit der letzten hat niemand ihren Stand notiert. Es wurde nichts unterschrieben; bitte zu jeder nachholen. Verbesserung:",
    "code-removed":
      "Ein Code, der einmal in der Liste stand, bezeichnet Beschwerden. Es wurde nichts geändert; bitte stilllegen statt entfernen.",
    ...trainingConflicts.de,
    "letter-not-stopped":
      "Nur ein fehlgeschlagenes oder zurückgehaltenes Schreiben kann freigegeben werden. Es wurde nichts geändert; bitte seinen Stand ansehen.",
  },
};

export const policyWords = (language: Language): Words => ({ en, de })[language];

export const contradictionInWords = (
  language: Language,
  { code, found = "", expected = "" }: PolicyProblem,
) => policyWords(language).contradiction[code](found, expected);
