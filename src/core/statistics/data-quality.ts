import { proportion, type NoProportion, type Proportion } from "./proportion.ts";
import { timesTaken } from "./times.ts";

/**
 * For each field the share of closed complaints that lack it (category, cause …): the figures above stand on them.
 * Empty text is missing; 0 and false are values.
 */
export const missing = <Field extends string>(
  closed: readonly Readonly<Partial<Record<Field, unknown>>>[],
  fields: readonly Field[],
): Record<Field, Proportion | NoProportion> =>
  Object.fromEntries(
    fields.map((field) => {
      const lacking = closed.filter(
        (each) => each[field] === undefined || each[field] === null || each[field] === "",
      );
      return [field, proportion(lacking.length, closed.length)];
    }),
  ) as Record<Field, Proportion | NoProportion>;

/** Hours from receipt to recording (ISO 8601 instants), median and longest: a register kept up late proves little. */
export const recordingDelay = (
  complaints: readonly { receivedAt: string; recordedAt: string }[],
): ReturnType<typeof timesTaken> =>
  timesTaken(
    complaints.map(({ receivedAt, recordedAt }) =>
      Temporal.Instant.from(receivedAt).until(Temporal.Instant.from(recordedAt)).total("hours"),
    ),
  );
