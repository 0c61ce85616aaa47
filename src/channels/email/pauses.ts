export const later = (now: string, by: Temporal.DurationLike): string =>
  Temporal.Instant.from(now).add(by).toString({ fractionalSecondDigits: 3 });
