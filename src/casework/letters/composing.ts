import type { Template } from "../../core/letters/letter.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Language } from "../../texts/catalogue.ts";
import { fill } from "../../core/letters/filling.ts";
import { salutation } from "../../texts/letters.ts";
import { asHtml, asText } from "./layout.ts";
import { valuesOf, type Occasion } from "./values.ts";

export type Composed = { subject: string; text: string; html: string };

/** Writes one letter in the complainant's language: greeting, what its template says, and who writes (legal name, address). */
export function compose(template: Template, occasion: Occasion): Composed {
  const { status, policy } = occasion;
  const { language } = status;
  const { subject, parts } = fill(template, valuesOf(occasion));
  const greeting = salutation(language, safeName(status.name));
  const signature = signatureOf(policy, language);
  return {
    subject,
    text: asText(greeting, parts, signature),
    html: asHtml(language, subject, greeting, parts, signature),
  };
}

const signatureOf = ({ organisation, channels }: Policy, language: Language): string[] => [
  organisation.name,
  organisation.street,
  `${organisation.postcode} ${organisation.city}, ${organisation.countryName[language]}`,
  `${channels.phone.display} · ${channels.email}`,
  organisation.website,
];

/** A name that carries an address, a link or a line of its own is not a name that we repeat (O-04). */
const safeName = (name: string | undefined): string | undefined =>
  name &&
  name.length <= 80 &&
  /^[\p{L}\p{M}][\p{L}\p{M}\s.'’,-]*$/u.test(name) &&
  !/\p{L}\.\p{L}{2,}/u.test(name)
    ? name.replace(/\s+/g, " ")
    : undefined;
