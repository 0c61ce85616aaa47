import type { Channel, SubjectKind } from "../core/complaint/events.ts";
import type { LetterKind } from "../core/complaint/letters.ts";
import type { Template } from "../core/letters/letter.ts";
import type { Language } from "./catalogue.ts";
import { lettersDe } from "./letters-de.ts";
import { lettersEn } from "./letters-en.ts";

/** The letter as it is while no administrator has worded it otherwise. */
export const builtIn = (language: Language, kind: LetterKind): Template =>
  ({ en: lettersEn, de: lettersDe })[language][kind];

/** "Dear …" without guessing what the law or the person says about their sex. */
export const salutation = (language: Language, name: string | undefined): string =>
  language === "de" ? `Guten Tag${name ? ` ${name}` : ""},` : `Dear ${name ?? "Sir or Madam"},`;

type Words = {
  about: Record<SubjectKind, string>;
  came: Record<Channel, string>;
  goodwill: string;
  /** Who is named while nobody owns the complaint yet. */
  nobodyYet: string;
  carriedOut: (when: string) => string;
  follows: (when: string) => string;
  voucherCode: (code: string) => string;
  transferred: (ending: string) => string;
  sameWay: string;
  redeemable: (until: string) => string;
  /** Whether we take part in a conciliation (VSBG §36 Abs. 1 Nr. 1). */
  conciliation: Record<"obliged" | "willing" | "unwilling", string>;
};

const en: Words = {
  about: {
    programme: "a complaint about a training programme",
    service: "a complaint about a service",
    other: "a complaint",
  },
  came: {
    email: "received by email",
    phone: "told by phone",
    in_person: "told in person",
    web: "received through the web form",
    post: "received by post",
    other: "received another way",
  },
  goodwill: "What we offer as goodwill, we offer without acknowledging a legal obligation.",
  nobodyYet: "our complaints desk",
  carriedOut: (when) => `carried out ${when}`,
  follows: (when) => `follows by ${when}`,
  voucherCode: (code) => `code ${code}`,
  transferred: (ending) => `by bank transfer to the account ending in ${ending}`,
  sameWay: "the way you paid, unless we agreed on another one",
  redeemable: (until) => `valid until ${until}`,
  conciliation: {
    obliged: "We are obliged to take part in dispute resolution proceedings before this body, and we do.",
    willing: "We are willing to take part in dispute resolution proceedings before this body.",
    unwilling:
      "We are neither willing nor obliged to take part in dispute resolution proceedings before this body.",
  },
};

const de: Words = {
  about: {
    programme: "eine Beschwerde über ein Schulungsprogramm",
    service: "eine Beschwerde über eine Dienstleistung",
    other: "eine Beschwerde",
  },
  came: {
    email: "per E-Mail eingegangen",
    phone: "telefonisch mitgeteilt",
    in_person: "persönlich mitgeteilt",
    web: "über das Webformular eingegangen",
    post: "per Post eingegangen",
    other: "auf anderem Weg eingegangen",
  },
  goodwill: "Was wir aus Kulanz anbieten, bieten wir ohne Anerkennung einer Rechtspflicht an.",
  nobodyYet: "unsere Beschwerdestelle",
  carriedOut: (when) => `ausgeführt ${when}`,
  follows: (when) => `folgt bis ${when}`,
  voucherCode: (code) => `Code ${code}`,
  transferred: (ending) => `per Überweisung auf das Konto mit den letzten Stellen ${ending}`,
  sameWay: "auf dem Weg, auf dem Sie bezahlt haben, wenn wir nichts anderes vereinbart haben",
  redeemable: (until) => `gültig bis ${until}`,
  conciliation: {
    obliged:
      "Wir sind verpflichtet, an einem Streitbeilegungsverfahren vor dieser Stelle teilzunehmen, und tun das.",
    willing: "Wir sind bereit, an einem Streitbeilegungsverfahren vor dieser Stelle teilzunehmen.",
    unwilling:
      "Wir sind weder bereit noch verpflichtet, an einem Streitbeilegungsverfahren vor dieser Stelle teilzunehmen.",
  },
};

/** What stands in the slots of letters and is not the wording of an administrator. */
export const slotWords = (language: Language): Words => ({ en, de })[language];

/** What we understood, in our own words (O-04): what it is about, how and through which platform it reached us. */
export const understood = (
  language: Language,
  { subject, channel, platform }: { subject: SubjectKind; channel: Channel; platform: string },
): string => {
  const { about, came } = slotWords(language);
  return `${about[subject]}, ${came[channel]} (${platform})`;
};
