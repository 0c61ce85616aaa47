import { binomial, binomialAbove } from "./distributions.ts";
import { isCount, isExposure, type Refused } from "./figure.ts";

/** So many complaints, out of what they are counted per: participants, or months. */
export type Seen = { complaints: number; exposure: number };

export type StandingOut = {
  /** What would have been usual in this period, by what was seen before. */
  usual: number;
  /** The chance of so many or more (or so few or fewer) if nothing had changed. */
  chance: number;
  side: "more" | "fewer" | undefined;
};

/** Three sigma on one side, as on a control chart: about once in 740 looks by chance alone. */
export const rareChance = 0.001_35;

/**
 * What the months before and this period are counted per: participants where they are known of both, and else months.
 * One of each would make any number of complaints look like far too many.
 */
export const exposures = (
  participants: { before?: number; now?: number },
  months: number,
): { before: number; now: number } => {
  const { before, now } = participants;
  return before === undefined || now === undefined ? { before: months, now: 1 } : { before, now };
};

/**
 * Whether a kind of complaint is more, or less, frequent than chance explains: the exact conditional comparison of two
 * Poisson rates (J. Przyborowski & H. Wilenski, Biometrika 31 (1940) 313), which allows for how little was seen before.
 * P(K ≥ b) with K ~ Binomial(a + b, t_b / (t_a + t_b)). 12 in 12 months, then 6 in one: usual 1, chance 0.0017, none;
 * 7: chance 0.0003, more.
 */
export function standingOut(
  before: Seen,
  now: Seen,
  level = rareChance,
): StandingOut | Refused<"not-a-count" | "no-exposure"> {
  const [a, b, ta, tb] = [before.complaints, now.complaints, before.exposure, now.exposure];
  if (![a, b].every(isCount) || ![ta, tb].every(isExposure)) return { refused: "not-a-count" };
  if (ta === 0 || tb === 0) return { refused: "no-exposure" };
  const share = tb / (ta + tb);
  const atLeast = binomialAbove(b, a + b, share);
  const atMost = binomial(b, a + b, share);
  const side = atLeast <= level ? "more" : atMost <= level ? "fewer" : undefined;
  return { usual: (a / ta) * tb, chance: Math.min(atLeast, atMost), side };
}
