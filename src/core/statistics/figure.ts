/** Why there is no figure. A report prints the reason in its place, never a zero. */
export type Refused<Code extends string> = { refused: Code };

/** A number of complaints, cases or people: whole, finite, not negative. */
export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** What complaints are counted per (participants, participant-days / 100, bookings): finite, not negative. */
export const isExposure = (value: number): boolean => Number.isFinite(value) && value >= 0;

export const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** Of at least one value. */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

export const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
