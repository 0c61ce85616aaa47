/** A point of a complaint as a heading: people end it with a full stop, and before a colon that is one sign too many. */
export const asHeading = (point: string): string => point.trim().replace(/[.:;]+$/, "");
