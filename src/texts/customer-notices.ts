import type { Silence } from "../core/complaint/silence.ts";
import type { Part } from "../core/letters/letter.ts";
import { formatInstant, type Language } from "./catalogue.ts";
import { domain } from "./domain.ts";

const words = {
  en: {
    answered: (reference: string, what: string) => `${reference}: ${what}`,
    lead: "The customer has answered; what was said stands in the timeline.",
    due: "What follows from it is due",
    unanswered: (reference: string) => `${reference}: no answer from the customer`,
    silence: {
      proposal: "The customer has not answered our proposal. Please call; the proposal still stands.",
      follow_up: "The customer has not said whether it is solved. Please call and ask once more.",
    },
    over: {
      proposal:
        "Our proposal has run out without an answer. Silence accepts nothing: renew the proposal, or close the complaint as unanswered. What we owe by law we owe all the same.",
      follow_up:
        "The customer was asked again and has not said whether it is solved. The complaint can be closed as unanswered.",
    },
  },
  de: {
    answered: (reference: string, what: string) => `${reference}: ${what}`,
    lead: "Es gibt eine Antwort; der Wortlaut steht im Verlauf.",
    due: "Was daraus folgt, ist fällig",
    unanswered: (reference: string) => `${reference}: keine Rückmeldung`,
    silence: {
      proposal: "Auf unseren Vorschlag kam keine Antwort. Bitte anrufen; der Vorschlag gilt noch.",
      follow_up: "Ob es gelöst ist, wurde nicht beantwortet. Bitte anrufen und noch einmal fragen.",
    },
    over: {
      proposal:
        "Unser Vorschlag ist ohne Antwort abgelaufen. Schweigen ist keine Annahme: Bitte den Vorschlag erneuern oder die Beschwerde ohne Rückmeldung abschließen. Was wir gesetzlich schulden, schulden wir trotzdem.",
      follow_up:
        "Auch auf die zweite Nachfrage kam keine Antwort, ob es gelöst ist. Die Beschwerde kann ohne Rückmeldung abgeschlossen werden.",
    },
  },
};

type Facts = { reference?: string; fact?: string; dueAt?: string };

/** That the customer said something, and by when we have to act on it. */
export function answeredNotice(
  language: Language,
  { reference = "", fact = "", dueAt }: Facts,
  zone: string,
  complaint: Part,
): { subject: string; parts: Part[] } {
  const w = words[language];
  const names: Record<string, string> = domain(language).fact;
  const due: Part[] = dueAt ? [{ facts: [[w.due, formatInstant(language, dueAt, zone)]] }] : [];
  return {
    subject: w.answered(reference, names[fact] ?? fact),
    parts: [{ text: w.lead }, ...due, complaint],
  };
}

/** That nothing came: what to do now, or at the end of the time to answer. */
export function unansweredNotice(
  language: Language,
  { reference = "", to = "proposal", last = false }: { reference?: string; to?: Silence; last?: boolean },
  complaint: Part,
): { subject: string; parts: Part[] } {
  const w = words[language];
  return {
    subject: w.unanswered(reference),
    parts: [{ text: (last ? w.over : w.silence)[to] }, complaint],
  };
}
