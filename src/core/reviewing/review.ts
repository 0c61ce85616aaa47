import { addBusinessDays, type Calendar } from "../calendar/calendar.ts";

/** What a review must have looked at (ISO 10002, 8.6). */
export const reviewInputs = [
  "performance",
  "satisfaction",
  "audits",
  "earlier_actions",
  "changes",
  "resources",
  "recommendations",
] as const;
export type ReviewInput = (typeof reviewInputs)[number];

/** What is written down of a review; ids are people. Dates are local. */
export type ReviewRecord = {
  /** The version of the report that was talked about. */
  reportVersion: number;
  meetingOn?: string | undefined;
  chairId?: string | undefined;
  attendees: readonly string[];
  absent: readonly string[];
  /** Those that were looked at, each with what was said. */
  inputs: readonly { input: ReviewInput; note: string }[];
  discussion?: string | undefined;
  decisions: readonly string[];
  policyChange?: string | undefined;
  trainingNeeds?: string | undefined;
  nextOn?: string | undefined;
};

/** Who is to be there. At least `quorum` of them have to. */
export type Team = { people: readonly string[]; chairId?: string | undefined; quorum: number };
export const usualQuorum = 2;

export const reviewRefusals = [
  "review-signed",
  "review-not-signed",
  "meeting-missing",
  "not-the-chair",
  "no-quorum",
  "inputs-missing",
  "discussion-missing",
  "report-newer",
  "actions-without-status",
] as const;
export type ReviewRefusal = (typeof reviewRefusals)[number];

export type Signing = {
  by: string;
  today: string;
  team: Team;
  latestReport: number;
  /** The later version whose difference the chair has seen. */
  acknowledged?: number | undefined;
  /** Numbers of earlier reviews' open actions that nobody said anything about since the last signature. */
  silent: readonly number[];
};

export type NoSignature = { refused: ReviewRefusal; which?: readonly (number | string)[] };

/**
 * Why a review cannot be signed, or nothing. Evidence of discussion, and not of receipt alone, is what auditors miss
 * (STANDARDS §4.6).
 */
export function whyNotSigned(record: ReviewRecord | undefined, signing: Signing): NoSignature | undefined {
  const { by, today, team, latestReport, acknowledged, silent } = signing;
  if (!record?.meetingOn || record.meetingOn > today) return { refused: "meeting-missing" };
  if (record.chairId !== by) return { refused: "not-the-chair" };
  const present = team.people.filter((person) => record.attendees.includes(person));
  if (!record.attendees.includes(by) || present.length < team.quorum) return { refused: "no-quorum" };
  const missing = reviewInputs.filter((input) => !record.inputs.some((each) => each.input === input));
  if (missing.length > 0) return { refused: "inputs-missing", which: missing };
  if (!record.discussion?.trim()) return { refused: "discussion-missing" };
  if (record.reportVersion !== latestReport && acknowledged !== latestReport)
    return { refused: "report-newer", which: [latestReport] };
  return silent.length > 0 ? { refused: "actions-without-status", which: silent } : undefined;
}

/** A review is due by the tenth business day after its month (STANDARDS §5, 30). @throws OutsideCalendar */
export const reviewDueOn = (period: string, calendar: Calendar): string => {
  const month = Temporal.PlainYearMonth.from(period);
  return addBusinessDays(calendar, month.toPlainDate({ day: month.daysInMonth }), 10).toString();
};
