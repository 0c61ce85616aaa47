import { createContext, use, useState, type ReactNode } from "react";
import { formatInstant, type Language } from "../src/texts/catalogue.ts";
import { deskWords } from "../src/texts/desk.ts";
import { reviewWords } from "../src/texts/reviews.ts";
import { improvementWords } from "../src/texts/improvement.ts";
import { investigationWords } from "../src/texts/investigation.ts";
import { mailRoomWords } from "../src/texts/mail-room.ts";
import { moneyWords } from "../src/texts/money.ts";
import { paymentWords } from "../src/texts/payments.ts";
import { satisfactionWords } from "../src/texts/satisfaction.ts";
import { officeWords } from "../src/texts/office.ts";
import { templateWords } from "../src/texts/letter-templates.ts";
import { dossierWords } from "../src/texts/dossier.ts";
import { trainingWords } from "../src/texts/training.ts";
import { domain } from "../src/texts/domain.ts";

const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: "en",
  choose: () => {},
});

const first = (): Language => {
  const kept = localStorage.getItem("language");
  return kept === "en" || kept === "de" ? kept : navigator.language.startsWith("de") ? "de" : "en";
};

export function Languages({ children }: { children: ReactNode }) {
  const [language, set] = useState<Language>(first);
  document.documentElement.lang = language;
  const choose = (chosen: Language) => {
    localStorage.setItem("language", chosen);
    set(chosen);
  };
  return <LanguageContext value={{ language, choose }}>{children}</LanguageContext>;
}

/** The words and formats of the chosen language. */
export function useWords() {
  const { language, choose } = use(LanguageContext);
  return {
    language,
    choose,
    t: deskWords(language),
    d: domain(language),
    o: officeWords(language),
    m: mailRoomWords(language),
    i: investigationWords(language),
    improvement: improvementWords(language),
    reviews: reviewWords(language),
    l: templateWords(language),
    money: moneyWords(language),
    pay: paymentWords(language),
    dossier: dossierWords(language),
    training: trainingWords(language),
    satisfied: satisfactionWords(language),
  };
}

/** "24 Nov 2026, 13:59", where many stand below each other. */
export const useShortFormat = (zone = "Europe/Berlin") => {
  const { language } = useWords();
  const format = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  });
  return (instant: string) => format.format(Date.parse(instant));
};

/** "24 Nov 2026" of a calendar date, in a table. */
export const useShortDate = () => {
  const { language } = useWords();
  const format = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  return (date: string) => format.format(Date.parse(`${date}T12:00:00Z`));
};

/** Instants are shown in the organisation's zone, wherever the reader sits. */
export const useFormat = (zone = "Europe/Berlin") => {
  const { language } = useWords();
  return (instant: string) => formatInstant(language, instant, zone);
};
