/**
 * What is looked for in a chart. A point exactly on the centre belongs to neither side and breaks a run; a gap is
 * passed over, because it is no point. Look for no more than is needed: each rule adds false alarms.
 */
export type Rule =
  /** A point outside the limits; on them is inside. */
  | { name: "outside" }
  /** So many successive points on one side of the centre. */
  | { name: "run"; length: number }
  /**
   * So many of so many successive points (or of the first ones, while there are no more) beyond so many sigma on one
   * side; `whole`: all of them on that side of the centre, and those that count within the limits (Making Data Count).
   */
  | { name: "near-limit"; need: number; of: number; beyond: number; whole?: true }
  /** So many successive points, each above (or each below) the one before. */
  | { name: "trend"; length: number };

export type Signal = {
  rule: Rule["name"];
  side: "above" | "below" | "rising" | "falling";
  /** Positions of the points at which the rule was fulfilled: news at the first, still true at the last. */
  at: number[];
  /** Positions of all points that make it up, in order. */
  points: number[];
};

const outside: Rule = { name: "outside" };

/** For counts, whose limits vary (STANDARDS §4.3). */
export const countRules: readonly Rule[] = [outside, { name: "run", length: 8 }];

/** D. J. Wheeler's three for individual values; nearer to a limit than to the centre is beyond half of three sigma. */
export const wheelerRules: readonly Rule[] = [
  ...countRules,
  { name: "near-limit", need: 3, of: 4, beyond: 1.5 },
];

/** Western Electric, Statistical Quality Control Handbook (1956). */
export const westernElectricRules: readonly Rule[] = [
  ...countRules,
  { name: "near-limit", need: 2, of: 3, beyond: 2 },
  { name: "near-limit", need: 4, of: 5, beyond: 1 },
];

/** NHS England, "Making Data Count"; as in the R package NHSRplotthedots. */
export const makingDataCountRules: readonly Rule[] = [
  outside,
  { name: "run", length: 7 },
  { name: "trend", length: 7 },
  { name: "near-limit", need: 2, of: 3, beyond: 2, whole: true },
];

type Point = { position: number; value: number; z: number };

/** Every signal of every rule, in the order of the rules; overlapping ones of one rule and side are one. */
export function signalsOf(
  points: readonly { value?: number; z?: number }[],
  rules: readonly Rule[],
  sigmas = 3,
): Signal[] {
  const plotted = points.flatMap(({ value, z }, position) =>
    value === undefined || z === undefined ? [] : [{ position, value, z }],
  );
  return rules.flatMap((rule) => {
    const found: Signal[] = [];
    for (let end = 1; end <= plotted.length; end += 1) {
      const hit = fulfilled(plotted.slice(Math.max(0, end - lengthOf(rule)), end), rule, sigmas);
      if (hit) join(found, { rule: rule.name, at: [plotted[end - 1]!.position], ...hit });
    }
    return found;
  });
}

const lengthOf = (rule: Rule): number =>
  rule.name === "outside" ? 1 : rule.name === "near-limit" ? rule.of : rule.length;

function join(found: Signal[], signal: Signal): void {
  const same = found.findLast(({ side }) => side === signal.side);
  // Runs that share points are one signal; points outside are each their own.
  if (!same || !signal.points.some((each) => same.points.includes(each))) found.push(signal);
  else {
    same.at = [...same.at, ...signal.at];
    same.points = [...new Set([...same.points, ...signal.points])];
  }
}

type Hit = Pick<Signal, "side" | "points">;

/** Whether a rule holds of a stretch of successive points, counted up to its last. */
function fulfilled(window: readonly Point[], rule: Rule, sigmas: number): Hit | undefined {
  if (rule.name === "trend") return trend(window, rule.length);
  const above = onSide(window, rule, sigmas, 1);
  return above ? { side: "above", points: above } : below(onSide(window, rule, sigmas, -1));
}

const below = (points: number[] | undefined): Hit | undefined => points && { side: "below", points };

// Nothing is beyond a limit by rounding alone: 28 on a limit of 16 + 3 · 4 is inside.
const rounding = 1e-9;
const beyond = (z: number, sigma: number) => z > sigma + rounding;

function onSide(
  window: readonly Point[],
  rule: Exclude<Rule, { name: "trend" }>,
  sigmas: number,
  sign: 1 | -1,
): number[] | undefined {
  const past = (sigma: number) => window.filter(({ z }) => beyond(sign * z, sigma));
  const positions = (list: readonly Point[]) => list.map(({ position }) => position);
  if (rule.name === "outside") return past(sigmas).length === 1 ? positions(window) : undefined;
  if (rule.name === "run") return past(0).length === rule.length ? positions(window) : undefined;
  if (rule.whole) {
    const near = past(rule.beyond).filter(({ z }) => !beyond(sign * z, sigmas));
    return past(0).length === rule.of && near.length >= rule.need ? positions(near) : undefined;
  }
  const near = past(rule.beyond);
  return near.length >= rule.need && near.at(-1) === window.at(-1) ? positions(near) : undefined;
}

function trend(window: readonly Point[], length: number): Hit | undefined {
  if (window.length < length) return undefined;
  const steps = window.slice(1).map(({ value }, index) => Math.sign(value - window[index]!.value));
  const points = window.map(({ position }) => position);
  if (steps.every((step) => step > 0)) return { side: "rising", points };
  return steps.every((step) => step < 0) ? { side: "falling", points } : undefined;
}
