import type { RefusalCode } from "../core/complaint/commands.ts";
import type { FactType } from "../core/complaint/events.ts";
import type { Score } from "../core/complaint/satisfaction.ts";
import type { Language, Translated } from "./catalogue.ts";

type SatisfactionFact = Extract<FactType, "FollowUpAttempted" | "SatisfactionGiven">;
export const satisfactionFacts: Record<Language, Record<SatisfactionFact, string>> = {
  en: { FollowUpAttempted: "Follow-up attempted once more", SatisfactionGiven: "Satisfaction told" },
  de: { FollowUpAttempted: "Nachfassen erneut versucht", SatisfactionGiven: "Zufriedenheit mitgeteilt" },
};

type SatisfactionRefusal = Extract<
  RefusalCode,
  "asked-once" | "satisfaction-given" | "satisfaction-by-letter"
>;
export const satisfactionRefusals: Record<Language, Record<SatisfactionRefusal, string>> = {
  en: {
    "asked-once":
      "The customer was asked only once whether it is solved. The complaint stays open; ask once more, by email or phone, before it is closed without an answer.",
    "satisfaction-given": "How satisfied you are is already recorded. Nothing was recorded twice; thank you.",
    "satisfaction-by-letter":
      "Satisfaction is asked in a call or on the customer's own page, never by letter, because that would be advertising. Nothing was recorded; leave it out.",
  },
  de: {
    "asked-once":
      "Es wurde erst einmal gefragt, ob es gelöst ist. Die Beschwerde bleibt offen; bitte noch einmal fragen, per E-Mail oder Telefon, bevor sie ohne Rückmeldung abgeschlossen wird.",
    "satisfaction-given": "Wie zufrieden Sie sind, ist schon erfasst. Nichts wurde doppelt erfasst; danke.",
    "satisfaction-by-letter":
      "Nach der Zufriedenheit wird im Gespräch oder auf der eigenen Seite gefragt, nie per Schreiben, denn das wäre Werbung. Nichts wurde erfasst; bitte weglassen.",
  },
};

const en = {
  title: "Satisfaction",
  ask: "Two more questions, if you like",
  askHint:
    "Your answers help us to handle complaints better. Nothing depends on them; you can leave out either.",
  handling: "How satisfied are you with how we handled your complaint?",
  result: "And with the result?",
  handlingShort: "Handling",
  resultShort: "Result",
  said: "If the customer tells you how satisfied they are",
  scale: {
    1: "very dissatisfied",
    2: "dissatisfied",
    3: "neither",
    4: "satisfied",
    5: "very satisfied",
  } satisfies Record<Score, string> as Record<Score, string>,
  of: (score: number) => `${score} of 5`,
  send: "Send",
  skip: "Rather not",
  thanks: "Thank you, that helps.",
  none: "not said",
};

const de: Translated<typeof en> = {
  title: "Zufriedenheit",
  ask: "Noch zwei Fragen, wenn Sie mögen",
  askHint:
    "Ihre Antworten helfen uns, besser mit Beschwerden umzugehen. Es hängt nichts davon ab; Sie können jede auslassen.",
  handling: "Wie zufrieden sind Sie damit, wie wir mit Ihrer Beschwerde umgegangen sind?",
  result: "Und mit dem Ergebnis?",
  handlingShort: "Umgang",
  resultShort: "Ergebnis",
  said: "Falls gesagt wird, wie zufrieden die Person ist",
  scale: {
    1: "sehr unzufrieden",
    2: "unzufrieden",
    3: "weder noch",
    4: "zufrieden",
    5: "sehr zufrieden",
  },
  of: (score) => `${score} von 5`,
  send: "Senden",
  skip: "Lieber nicht",
  thanks: "Vielen Dank, das hilft uns.",
  none: "nicht gesagt",
};

export const satisfactionWords = (language: Language): typeof en => (language === "de" ? de : en);
