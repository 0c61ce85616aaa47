/** So many letters may be wrong: none in the shortest words, where every other word would be similar. */
export const allowance = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Letters to change, add, leave out or swap with their neighbour (Damerau 1964); more than `most` is told as `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

/**
 * With so many mistakes at most, one of these parts stands in the word as it is, and moved by no more letters than there are
 * mistakes: there is one part more than mistakes.
 */
export function pieces(word: string): { at: number; piece: string }[] {
  const count = allowance(word) + 1;
  return Array.from({ length: count }, (_, n) => {
    const at = Math.floor((n * word.length) / count);
    return { at, piece: word.slice(at, Math.floor(((n + 1) * word.length) / count)) };
  });
}
