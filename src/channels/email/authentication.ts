import type { Mail } from "./parsing.ts";

/** What the receiving mail server found out about the sender (RFC 8601); it informs people and decides nothing. */
export type Authentication = { spf?: string; dkim?: string; dmarc?: string } | "unknown";

/** Only the verdicts of servers that we were told to believe: anybody can write such a header. */
export function authenticationOf({ headers }: Mail, receivers: readonly string[]): Authentication {
  for (const line of headers.get("authentication-results") ?? []) {
    const [server = "", ...results] = line.split(";");
    if (!receivers.includes(server.trim().split(/\s/)[0]!.toLowerCase())) continue;
    const found = results.flatMap(
      (result) => /^\s*(spf|dkim|dmarc)\s*=\s*([a-z]{2,12})\b/i.exec(result)?.slice(1, 3) ?? [],
    );
    if (found.length === 0) continue;
    const verdicts: Record<string, string> = {};
    for (let at = 0; at < found.length; at += 2)
      verdicts[found[at]!.toLowerCase()] ??= found[at + 1]!.toLowerCase();
    return verdicts;
  }
  return "unknown";
}
