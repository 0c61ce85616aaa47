/** Lets so many run at a time; each of the others waits for its turn, in order. */
export type Turns = <T>(run: () => Promise<T>) => Promise<T>;

export function turns(atOnce: number): Turns {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (run) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** The first of those that share a sign, as many as can go at once; order is kept. */
export function firstOfEach<T>(all: readonly T[], signsOf: (each: T) => readonly string[]): T[] {
  const taken = new Set<string>();
  return all.filter((each) => {
    const signs = signsOf(each);
    const free = signs.every((sign) => !taken.has(sign));
    // Whoever has to wait keeps its place: what comes later with the same sign waits behind it.
    for (const sign of signs) taken.add(sign);
    return free;
  });
}
