export type Chance = {
  part: () => number;
  below: (n: number) => number;
  of: (p: number) => boolean;
  one: <T>(list: readonly T[]) => T;
};

/** The same numbers for the same seed (mulberry32), so that a benchmark can be repeated. Never for a secret. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const part = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(part() * n);
  return { part, below, of: (p) => part() < p, one: (list) => list[below(list.length)]! };
}
