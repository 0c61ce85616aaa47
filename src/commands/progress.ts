/** Says how far something has come, twice a second at most: what is done in a moment needs no line of its own. */
export function seldom<A extends unknown[]>(line: (...news: A) => string): (...news: A) => void {
  let said = performance.now();
  return (...news) => {
    if (performance.now() - said < 500) return;
    said = performance.now();
    process.stderr.write(`\r${line(...news)}  `);
  };
}
