import type { Platform, Policy } from "../../core/policy/policy.ts";
import type { Language } from "../../texts/catalogue.ts";
import { pageWords, type PageWords } from "../../texts/pages.ts";

/** What every page knows: whose site it is, in which language, and how to make an address on it. */
export type Site = {
  policy: Policy;
  platform: Platform;
  language: Language;
  words: PageWords;
  /** An address on this site in this language, or in the other one. */
  path: (page: string, language?: Language) => string;
};

type Asked = { policy: Policy; platformCode?: string | undefined; host: string; language: Language };

/** The platform that the address names, or that the host name belongs to, or the first; nothing for an unknown name. */
export function siteOf({ policy, platformCode, host, language }: Asked): Site | undefined {
  const named =
    platformCode === undefined ? undefined : policy.platforms.find(({ code }) => code === platformCode);
  if (platformCode !== undefined && !named) return undefined;
  const platform =
    named ??
    policy.platforms.find(({ hosts }) => hosts.includes(host.replace(/:\d+$/, ""))) ??
    policy.platforms[0]!;
  const below = named ? `/p/${platform.code}` : "";
  const path = (page: string, chosen: Language = language) =>
    `${chosen === "de" ? "/de" : ""}${below}${page}`;
  return { policy, platform, language, words: pageWords(language), path };
}
