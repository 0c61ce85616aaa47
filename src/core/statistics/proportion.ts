import { normalQuantile } from "./distributions.ts";
import { isCount, type Refused } from "./figure.ts";

/** A share from 0 to 1, of how many, and the interval that a share of so few leaves open. */
export type Proportion = { count: number; of: number; share: number; lower: number; upper: number };

export type NoProportion = Refused<"not-a-count" | "more-than-all" | "no-cases">;

/**
 * How many of how many, with Wilson's interval (E. B. Wilson, JASA 22 (1927) 209; STANDARDS §4.2):
 * (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n). 15 of 19 is 78.9 %, 56.7 to 91.5 %.
 */
export function proportion(count: number, of: number, confidence = 0.95): Proportion | NoProportion {
  if (!isCount(count) || !isCount(of)) return { refused: "not-a-count" };
  if (count > of) return { refused: "more-than-all" };
  if (of === 0) return { refused: "no-cases" };
  const share = count / of;
  const z2 = normalQuantile((1 + confidence) / 2) ** 2;
  const middle = share + z2 / (2 * of);
  const half = Math.sqrt(z2 * ((share * (1 - share)) / of + z2 / (4 * of * of)));
  const scale = 1 + z2 / of;
  return {
    count,
    of,
    share,
    // None and all are exact ends; the formula reaches them only but for its last digit.
    lower: count === 0 ? 0 : (middle - half) / scale,
    upper: count === of ? 1 : (middle + half) / scale,
  };
}

/** What each part has of a whole, such as channels or languages: in the order given, nothing left out. */
export function mix(counts: Readonly<Record<string, number>>): Record<string, Proportion> | NoProportion {
  const all = Object.values(counts).reduce((total, count) => total + count, 0);
  const shares: Record<string, Proportion> = {};
  for (const [part, count] of Object.entries(counts)) {
    const share = proportion(count, all);
    if ("refused" in share) return share;
    shares[part] = share;
  }
  return all === 0 ? { refused: "no-cases" } : shares;
}
