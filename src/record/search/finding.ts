import type { Wanted } from "./asking.ts";
import type { Store } from "./store.ts";
import { quoted, similarTo, wordsFor } from "./expanding.ts";

/** What the index is asked, in its own notation; nothing when no complaint can have it. */
export type Expression = { text: string; similar: boolean };

/** As it is spelled; only if that finds nothing, as it might have been meant. */
export function expressionFor(store: Store, wanted: readonly Wanted[]): Expression | undefined {
  const spelled = compose(wanted, (word) => wordsFor(store, word));
  if (spelled !== undefined && store.finds(spelled)) return { text: spelled, similar: false };
  const meant = compose(wanted, (word) => [...wordsFor(store, word), ...similarTo(store, word)]);
  return meant !== undefined && meant !== spelled && store.finds(meant)
    ? { text: meant, similar: true }
    : undefined;
}

function compose(wanted: readonly Wanted[], expand: (word: string) => string[]): string | undefined {
  const ask = ({ ways, exact }: Wanted) => {
    const possible = ways.flatMap((words) => {
      const each = words.map((word) => (exact ? [word] : expand(word)));
      return each.some(({ length }) => length === 0) ? [] : [each.map(either).join(" AND ")];
    });
    return possible.length > 0 ? `(${possible.map((way) => `(${way})`).join(" OR ")})` : undefined;
  };
  const needed = wanted.filter(({ not }) => !not).map(ask);
  if (needed.length === 0 || needed.includes(undefined)) return undefined;
  const without = wanted.flatMap((each) => (each.not ? (ask({ ...each, exact: true }) ?? []) : []));
  const all = needed.join(" AND ");
  return without.length > 0 ? `(${all}) NOT (${without.join(" OR ")})` : all;
}

const either = (words: readonly string[]) => `(${words.map(quoted).join(" OR ")})`;
