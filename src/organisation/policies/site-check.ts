import { convert } from "html-to-text";
import type { Policy } from "../../core/policy/policy.ts";
import { renderPolicy } from "../../core/policy/render.ts";

export type SiteState = { state: "same" | "embedded" | "different" | "unreachable"; missing: string[] };

/** Sentences named in an alarm; more help nobody. */
const named = 20;

/** Compares a page of a platform with what is published: every published line must stand on it, in the same order. */
export function compareSite(html: string, policy: Policy, language: "en" | "de", url: string): SiteState {
  if (embeds(html, url)) return { state: "embedded", missing: [] };
  const shown = plain(
    convert(html, { wordwrap: false, selectors: [{ selector: "a", options: { ignoreHref: true } }] }),
  );
  let from = 0;
  const missing = linesOf(policy, language).filter((line) => {
    const at = shown.indexOf(plain(line), from);
    if (at === -1) return true;
    from = at;
    return false;
  });
  return { state: missing.length === 0 ? "same" : "different", missing: missing.slice(0, named) };
}

/** A page with our snippet shows what we publish, by construction. */
const embeds = (html: string, url: string) => {
  const script = `${url}/embed.js`.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`<script[^>]+src=["']?${script}["'\\s>]`, "i").test(html);
};

/** The published text, line by line, as a reader sees it. */
export function linesOf(policy: Policy, language: "en" | "de"): string[] {
  const { sections } = renderPolicy(policy, language);
  const parts = sections.flatMap((section) => [section, ...(section.steps ?? [])]);
  return parts.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => ("list" in block ? block.list : block.paragraph.split("\n"))),
  ]);
}

/** Only words and figures count: sites differ in spaces, dashes and quotation marks. */
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, " ")
    .trim();

const limits = { ms: 20_000, bytes: 2_000_000 };

/** Fetches a page as a visitor would, within limits. */
export async function fetchPage(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, {
      redirect: "follow",
      signal: AbortSignal.timeout(limits.ms),
      headers: { accept: "text/html", "user-agent": "Redress site check" },
    });
    if (!answer.ok || !answer.body) return undefined;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body) {
      size += chunk.length;
      if (size > limits.bytes) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
  } catch {
    return undefined;
  }
}
