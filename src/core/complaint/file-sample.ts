/** A tenth of the closed files, three at least and thirty at most (ISO 10002:2018, Annex I: sampled, and worth the time). */
export const sampleSize = (closed: number): number =>
  Math.min(closed, 30, Math.max(3, Math.ceil(closed / 10)));
