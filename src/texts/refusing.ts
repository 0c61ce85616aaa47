import type { Refusal } from "../core/complaint/commands.ts";
import { formatCents, type Language } from "./catalogue.ts";
import { domain } from "./domain.ts";

/** What was refused, what was kept and what to do, with the amounts that hold now. */
export const refusalInWords = (language: Language, { refused, cents = {} }: Refusal): string =>
  withCents(language, domain(language).refusal[refused], cents);

export const withCents = (language: Language, text: string, cents: Record<string, number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => formatCents(language, cents[name] ?? 0));
