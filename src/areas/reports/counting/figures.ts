import type { Figures } from "../contract.ts";
import type { Counting } from "./counting.ts";
import type { Policy } from "../../../core/policy/policy.ts";
import type { ChartName } from "../charting.ts";
import type { Drawn } from "../../../core/reporting/control.ts";
import { fileReviewsBetween } from "../../file-reviews/figures.ts";
import { recurrencesBetween } from "../../improvement/reporting.ts";
import { dateOf } from "../../../core/calendar/calendar.ts";
import { findingsOf } from "../../../core/reporting/findings.ts";
import { kindOf } from "../../../core/reporting/periods.ts";
import { actionStatus } from "../../../core/statistics/actions.ts";
import { checkBacklog, type NoBacklog } from "../../../core/statistics/backlog.ts";
import { complaintRate } from "../../../core/statistics/complaint-rate.ts";
import { exposures } from "../../../core/statistics/standing-out.ts";
import { addMonths, monthsUpTo } from "../../../core/statistics/month.ts";
import { chartsOf } from "../charting.ts";
import { actionsAt, effectsBetween, participantsIn, surveysIn, trainingAt } from "../contributing.ts";
import { earlierMonths, countsOf, onTimeOf } from "../earlier.ts";
import { countBacklog } from "./backlog.ts";
import { countCauses } from "./causes.ts";
import { countComingBack } from "./coming-back.ts";
import { countHandling } from "./handling.ts";
import { countKinds, shownIn } from "./kinds.ts";
import { countOpen } from "./open.ts";
import { countFirstProposals, countOutcomes } from "./outcomes.ts";
import { countPromises } from "./promises.ts";
import { countQuality } from "./quality.ts";
import { countRedress } from "./redress.ts";
import { countSatisfaction } from "./satisfaction.ts";
import { countStandingOut } from "./standing-out.ts";
import { countTimes } from "./times.ts";

type Asked = { period: string; policy: Policy };
export type Counted = { figures: Figures; drawn: Record<ChartName, Drawn> };

/** Everything a report says. Nothing at all when the backlog does not add up. */
export async function countFigures(counting: Counting, asked: Asked): Promise<Counted | NoBacklog> {
  const { db, span, asOf, calendar } = counting;
  const { period, policy } = asked;
  const kind = kindOf(period);
  const backlog = await countBacklog(counting);
  const holds = checkBacklog(backlog);
  if ("refused" in holds) return holds;

  const lastDay = dateOf(calendar, span.before).subtract({ days: 1 }).toString();
  const firstDay = dateOf(calendar, span.from).toString();
  // The month that runs when the period is over: all before it are complete, December for a year.
  const running = dateOf(calendar, span.before).toPlainYearMonth().toString();
  const earlier = await earlierMonths(db, kind === "month" ? period : running);
  const known = kind === "month" ? Math.min(12, earlier.length) : 0;
  const participants = await exposureOf(counting, asked, known);
  const standing = await countStandingOut(counting, known, exposures(participants, known));
  const kinds = await countKinds(counting, standing);
  const promises = await countPromises(counting);
  const times = await countTimes(counting);
  const open = await countOpen(counting);
  const outcomes = await countOutcomes(counting);
  const firstProposals = await countFirstProposals(counting);
  const comingBack = {
    ...(await countComingBack(counting, addMonths(running, -1))),
    recurrences: await recurrencesBetween(db, span.from, span.before, calendar.zone),
  };
  const satisfaction = await countSatisfaction(counting);
  const redress = await countRedress(counting, backlog.closed);
  const causes = await countCauses(counting);
  const handling = await countHandling(counting);
  const quality = await countQuality(counting, period.slice(0, 4));
  const actions = actionStatus(await actionsAt(db, lastDay), lastDay);
  const effects = await effectsBetween(db, span.from, span.before);
  const training = await trainingAt(db, firstDay, lastInstantOf(span.before), calendar.zone);
  const surveys = await surveysIn(db, firstDay, dateOf(calendar, span.before).toString());
  const fileReviews = await fileReviewsBetween(db, span.from, span.before);

  const proposalDays = "median" in times.proposal ? times.proposal.median : undefined;
  const now = {
    period,
    complaints: backlog.received,
    ...(participants.now !== undefined && { participants: participants.now }),
    ...(proposalDays !== undefined && { proposalDays }),
    ...(!("refused" in redress) && { redress: redress.total.promised }),
    onTime: onTimeOf(period, promises),
    outcomes: countsOf(outcomes),
  };
  const { charts, drawn } = await chartsOf(counting, kind === "month" ? [...earlier, now] : earlier);

  const figures = {
    kind,
    period,
    ...span,
    zone: calendar.zone,
    asOf,
    policyVersion: policy.version,
    calendarVersion: calendar.version,
    backlog,
    rate:
      participants.now === undefined
        ? { refused: kind === "week" ? "not-for-a-week" : "participants-incomplete" }
        : complaintRate(backlog.received, participants.now),
    ...kinds,
    promises,
    times,
    open,
    outcomes,
    firstProposals,
    comingBack,
    satisfaction,
    redress,
    causes,
    actions,
    handling,
    quality,
    training,
    surveys,
    fileReviews,
    charts,
  };
  const findings = findingsOf({
    ...figures,
    overdue: open.overdueInAll,
    heldBeforeMiss: handling.heldBeforeMiss,
    recordingDelay: handling.recordingDelay,
    causes: causes.period,
    ...quality,
    ...(kind !== "week" && { participantsComplete: participants.now !== undefined }),
    effects,
    trained: training.trained,
    satisfied: satisfaction.handling,
    charts: kind === "month" ? drawn : nothingDrawn,
    standing: shownIn(kinds, standing),
  });
  return { drawn, figures: { ...figures, findings } };
}

const nothing: Drawn = { points: [], stretches: [], frozen: [] };
const nothingDrawn = { rate: nothing, proposalDays: nothing, redress: nothing, gravest: nothing };

const lastInstantOf = (before: string): string =>
  Temporal.Instant.from(before).subtract({ milliseconds: 1 }).toString({ fractionalSecondDigits: 3 });

/** A year, or the months that are looked back at, have participants only when each of their months has. */
async function exposureOf(
  { db, calendar, span }: Counting,
  { period }: Asked,
  monthsBefore: number,
): Promise<{ now?: number; before?: number }> {
  const kind = kindOf(period);
  if (kind === "week") return {};
  const last = dateOf(calendar, span.before).subtract({ days: 1 }).toPlainYearMonth().toString();
  const months = monthsUpTo(last, kind === "year" ? 12 : monthsBefore + 1);
  const known = await participantsIn(db, months);
  const sumOf = (part: typeof known) =>
    part.every(({ participants }) => participants !== undefined)
      ? part.reduce((sum, { participants = 0 }) => sum + participants, 0)
      : undefined;
  const now = sumOf(kind === "year" ? known : known.slice(-1));
  const before = kind === "month" ? sumOf(known.slice(0, -1)) : undefined;
  return { ...(now !== undefined && { now }), ...(before !== undefined && { before }) };
}
