import type { Recurrence } from "./coming-back.ts";
import { betaQuantile, binomial } from "./distributions.ts";
import { isCount, isExposure, type Refused } from "./figure.ts";

/** Complaints with the action's cause and target, and what they are counted per (participants, courses, days). */
export type Observed = { complaints: number; exposure: number };

export type Verdict = "effective" | "not_shown" | "ineffective";

export type Effect = {
  verdict: Verdict;
  /** (b / t_b) / (a / t_a); missing when there was no complaint before. */
  rateRatio?: number;
  /**
   * 90 % interval of the rate ratio, open above when there was none before. Its upper end is below 1 exactly when
   * P < 0.05, so that table and verdict never contradict each other.
   */
  interval: { lower: number; upper?: number };
  /** The chance of so few complaints afterwards if the action had changed nothing. */
  p: number;
  /** So many complaints afterwards would still show it; missing when not even none would: extend the window. */
  mostToShow?: number;
};

/** Above this P nothing is shown (STANDARDS §4.4). */
const level = 0.05;
/** A recurrence so soon means that the cause is still there. */
const soon = 30;
const gravest = 4;

/**
 * Whether an action had an effect: the exact conditional test of two Poisson rates, one-sided (J. Przyborowski &
 * H. Wilenski, Biometrika 31 (1940) 313; STANDARDS §4.4). P = Σ_{k≤b} C(a+b, k) πᵏ (1−π)ᵃ⁺ᵇ⁻ᵏ, π = t_b / (t_a + t_b).
 * 9 of 180 before, 2 of 190 after: ratio 0.2105, P 0.0267, effective; 4 before: P 0.319, not shown.
 * Ineffective outweighs the rest: at a ratio of 1 or more, or a recurrence within 30 days. A recurrence of severity 4
 * keeps an action from being called effective.
 */
export function effectOf(
  before: Observed,
  after: Observed,
  recurrences: readonly Recurrence[] = [],
): Effect | Refused<"not-a-count" | "no-exposure"> {
  const [a, b, ta, tb] = [before.complaints, after.complaints, before.exposure, after.exposure];
  if (![a, b].every(isCount) || ![ta, tb].every(isExposure)) return { refused: "not-a-count" };
  if (ta === 0 || tb === 0) return { refused: "no-exposure" };
  const pi = tb / (ta + tb);
  const tail = (most: number) => binomial(most, a + most, pi);
  const p = tail(b);
  const most = mostBelow(level, tail);
  // Multiplied out, so that equal rates are equal: 0.1 · 3 is not 0.3.
  const noBetter = b > 0 && b * ta >= a * tb * (1 - 1e-12);
  return {
    verdict: verdictOf(p, noBetter, recurrences),
    ...(a > 0 && { rateRatio: b / tb / (a / ta) }),
    interval: ratioInterval(a, b, tb / ta),
    p,
    ...(most >= 0 && { mostToShow: most }),
  };
}

function verdictOf(p: number, noBetter: boolean, recurrences: readonly Recurrence[]): Verdict {
  if (noBetter || recurrences.some(({ day }) => day <= soon)) return "ineffective";
  return p <= level && !recurrences.some(({ severity }) => severity >= gravest) ? "effective" : "not_shown";
}

/** The greatest count whose tail is within the level, or −1; the tail grows with the count. None is beyond counting. */
function mostBelow(level: number, tail: (count: number) => number): number {
  let [within, above] = [-1, 0];
  while (tail(above) <= level) {
    if (above >= Number.MAX_SAFE_INTEGER) return above;
    [within, above] = [above, 2 * above + 1];
  }
  while (above - within > 1) {
    const half = Math.floor((within + above) / 2);
    if (tail(half) <= level) within = half;
    else above = half;
  }
  return within;
}

/** Clopper and Pearson's interval (Biometrika 26 (1934) 404) of the share b has of all, turned back into a ratio. */
function ratioInterval(a: number, b: number, exposures: number): Effect["interval"] {
  const ratio = (share: number) => share / (1 - share) / exposures;
  const lower = b === 0 ? 0 : ratio(betaQuantile(level, b, a + 1));
  return a === 0 ? { lower } : { lower, upper: ratio(betaQuantile(1 - level, b + 1, a)) };
}
