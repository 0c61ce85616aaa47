/** Hands one thing in; answers what became of it. */
export type Gathering<I, O> = (item: I) => Promise<O>;

type Waiting<I, O> = { item: I; resolve: (made: O) => void; reject: (error: unknown) => void };

/**
 * Does together what has gathered while the work before was going on: one transaction and one wait for the disk for all of
 * them. Nothing waits for company: whoever comes alone goes alone. When a group fails, each of it is tried by itself, so
 * that one that cannot be done harms only itself.
 */
export function gathering<I, O>(
  work: (group: I[]) => Promise<O[]>,
  { most, atOnce = 1 }: { most: number; atOnce?: number },
): Gathering<I, O> {
  const waiting: Waiting<I, O>[] = [];
  let busy = 0;
  const alone = async ({ item, resolve, reject }: Waiting<I, O>) => {
    try {
      const [made] = await work([item]);
      resolve(made!);
    } catch (error) {
      reject(error);
    }
  };
  const go = async () => {
    while (waiting.length > 0) {
      const group = waiting.splice(0, most);
      try {
        const made = await work(group.map(({ item }) => item));
        for (const [index, { resolve }] of group.entries()) resolve(made[index]!);
      } catch (error) {
        if (group.length === 1) group[0]!.reject(error);
        else for (const each of group) await alone(each);
      }
    }
    busy -= 1;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy === atOnce) return;
      busy += 1;
      // Whatever else this turn of the loop brings goes along.
      setImmediate(() => void go());
    });
}
