/** All dates here are local ones ("2026-11-30"), on the wall of the office. */
export type ValidityRules = {
  /** How long a session counts. */
  validityMonths: number;
  /** How long after a material change of the policy the confirmation of the earlier version still counts. */
  confirmWithinDays: number;
};

/** A published version of the policy and the day from which it holds. An editorial one asks nobody for anything. */
export type PolicyVersion = { version: number; from: string; editorial?: boolean };

export type TrainingRecord = {
  attended: readonly string[];
  confirmed: readonly { version: number; on: string }[];
};

export type Lack = "session" | "confirmation";
export type Standing =
  /** Through `until`, that day included; `ends` says what runs out first. */
  | { trained: true; until: string; ends: Lack }
  /** `ended` was the last day, for somebody who once was trained. */
  | { trained: false; lacks: Lack[]; ended?: string };

type Span = { from: string; until: string };

/** Later than any date that is written with four digits of the year. */
const open = "9999-12-31";

/**
 * Whether somebody is trained on a day: a session attended within its validity, and the policy confirmed as it is or,
 * for some days after a material change, as it was before (STANDARDS §5, 32).
 */
export function standingOn(
  day: string,
  { attended, confirmed }: TrainingRecord,
  versions: readonly PolicyVersion[],
  rules: ValidityRules,
): Standing {
  const sessions = attended.map((date) => ({ from: date, until: validUntil(date, rules) }));
  const confirmations = confirmed.map(({ version, on }) => ({
    from: on,
    until: confirmedUntil(version, versions, rules),
  }));
  const [session, confirmation] = [lastOf(sessions, day), lastOf(confirmations, day)];
  if (session && confirmation)
    return confirmation < session
      ? { trained: true, until: confirmation, ends: "confirmation" }
      : { trained: true, until: session, ends: "session" };
  const ended = lastDay(sessions, confirmations);
  return {
    trained: false,
    lacks: [...(session ? [] : ["session" as const]), ...(confirmation ? [] : ["confirmation" as const])],
    ...(ended && { ended }),
  };
}

/**
 * The day of the session is not counted, so a year from 15 October ends with 15 October (BGB §§187(1), 188(2)); where
 * the month has no such day, with its last (§188(3)).
 */
export const validUntil = (attended: string, { validityMonths }: ValidityRules): string =>
  Temporal.PlainDate.from(attended).add({ months: validityMonths }).toString();

/** Until so many days after the first material version that came later; for good while there is none. */
export function confirmedUntil(
  version: number,
  versions: readonly PolicyVersion[],
  { confirmWithinDays }: ValidityRules,
): string {
  const later = versions
    .filter((each) => each.version > version && !each.editorial)
    .map(({ from }) => from)
    .toSorted()[0];
  return later === undefined
    ? open
    : Temporal.PlainDate.from(later).add({ days: confirmWithinDays }).toString();
}

const lastOf = (spans: readonly Span[], day: string): string | undefined =>
  spans
    .filter(({ from, until }) => from <= day && day <= until)
    .map(({ until }) => until)
    .toSorted()
    .at(-1);

/** The last day on which a session and a confirmation held together. */
const lastDay = (sessions: readonly Span[], confirmations: readonly Span[]): string | undefined =>
  sessions
    .flatMap((session) =>
      confirmations.map((confirmation) => ({
        from: [session.from, confirmation.from].toSorted().at(-1)!,
        until: [session.until, confirmation.until].toSorted()[0]!,
      })),
    )
    .filter(({ from, until }) => from <= until)
    .map(({ until }) => until)
    .toSorted()
    .at(-1);
