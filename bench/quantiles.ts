export const quantile = (times: readonly number[], part: number): string =>
  (times.toSorted((a, b) => a - b)[Math.ceil(part * times.length) - 1] ?? Number.NaN).toFixed(1);

export const told = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`;
