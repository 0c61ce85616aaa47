import type { ClockKind } from "../complaint/events.ts";
import type { Backlog } from "../statistics/backlog.ts";
import type { Cohort } from "../statistics/on-time.ts";
import type { Drawn } from "./control.ts";
import { clockKinds } from "../complaint/events.ts";

type Maybe<T> = T | { refused: string };
type Share = { count: number; of: number };

/** A kind of complaint that stands out from the twelve months before. */
export type Standing = {
  what: "all" | "category" | "programme" | "cause";
  code?: string;
  side: "more" | "fewer";
  count: number;
  usual: number;
  chance: number;
};

/** What the sentences are made from. */
export type Told = {
  kind: "month" | "week" | "year";
  period: string;
  backlog: Backlog;
  promises: Record<ClockKind, Cohort>;
  overdue: number;
  heldBeforeMiss: Maybe<Share>;
  causes: Record<string, number>;
  missingCategory: Maybe<Share>;
  missingCause: Maybe<Share>;
  calendarConfirmed: boolean;
  /** Missing where a week is not counted per participant. */
  participantsComplete?: boolean;
  actions: { overdue: number };
  effects: { effective: number; ineffective: number };
  trained: Maybe<Share>;
  recordingDelay: Maybe<{ median: number }>;
  satisfied: Maybe<{ n: number; satisfied: { share: number } }>;
  charts: Record<"rate" | "proposalDays" | "redress" | "gravest", Drawn>;
  standing: readonly Standing[];
};

type Values = Record<string, string | number | boolean>;
export type Finding = { code: string; weight: "act" | "watch" | "good" | "note"; values: Values };

const weights = ["act", "watch", "good", "note"] as const;

/** More than one complaint in ten whose cause nobody knows is a finding of its own (STANDARDS §3.3). */
const unknownShare = 0.1;
/** Hours: what is written down on the next working day still counts as at once. */
const slowRecording = 24;
/** Fewer satisfied than half is worth a sentence. */
const lowSatisfaction = 0.5;

/** The report in plain sentences, what asks for action first. Written from counts and signals, never from a trend that is chance. */
export function findingsOf(told: Told): Finding[] {
  const all = [
    ...standingOut(told),
    ...shifts(told),
    ...promises(told),
    ...handling(told),
    ...improvement(told),
    ...quality(told),
  ];
  return all.toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight));
}

const finding = (code: string, weight: Finding["weight"], values: Values = {}): Finding => ({
  code,
  weight,
  values,
});
const told = <T>(figure: Maybe<T>): T | undefined =>
  typeof figure === "object" && figure !== null && "refused" in figure ? undefined : figure;

const standingOut = ({ standing }: Told): Finding[] =>
  standing.map(({ side, code, ...values }) =>
    finding(`${side}-than-chance`, side === "more" ? "act" : "good", { ...values, ...(code && { code }) }),
  );

/** A point outside is told as what stands out; here are the slow changes that no single month shows. */
function shifts({ charts }: Told): Finding[] {
  return Object.entries(charts).flatMap(([chart, { points, stretches }]) => {
    const latest = points.at(-1);
    const run = stretches.at(-1);
    // A longer time between grave complaints is good news; a longer time to a proposal is not.
    const worse = chart === "gravest" ? "below" : "above";
    if (run?.shifted) return [finding("shifted", "watch", { chart, side: "both", since: run.from })];
    const slow = latest?.signals.filter((rule) => rule !== "outside" || chart !== "rate") ?? [];
    if (!latest?.side || slow.length === 0) return [];
    const weight = latest.side === worse ? "act" : "good";
    return [finding("shifted", weight, { chart, side: latest.side, rule: slow[0]!, since: latest.period })];
  });
}

function promises({ promises: kept, overdue }: Told): Finding[] {
  const missed = clockKinds.flatMap((clock) => {
    const { onTime, late, openOverdue } = kept[clock];
    return late + openOverdue === 0
      ? []
      : [
          finding("promise-missed", "act", {
            clock,
            missed: late + openOverdue,
            of: onTime + late + openOverdue,
            open: openOverdue,
          }),
        ];
  });
  const due = clockKinds.reduce((sum, clock) => sum + kept[clock].onTime, 0);
  return [
    ...missed,
    ...(missed.length === 0 && due > 0 ? [finding("promises-kept", "good", { of: due })] : []),
    ...(overdue > 0 ? [finding("overdue-open", "act", { cases: overdue })] : []),
  ];
}

function handling({ heldBeforeMiss, recordingDelay, backlog, satisfied }: Told): Finding[] {
  const held = told(heldBeforeMiss);
  const delay = told(recordingDelay);
  const content = told(satisfied);
  return [
    ...(held && held.count < held.of
      ? [finding("not-told-before-miss", "act", { count: held.of - held.count, of: held.of })]
      : []),
    ...(delay && delay.median > slowRecording
      ? [finding("slow-recording", "watch", { hours: Math.round(delay.median) })]
      : []),
    ...(content && content.satisfied.share < lowSatisfaction
      ? [finding("satisfaction-low", "watch", { n: content.n, share: content.satisfied.share })]
      : []),
    ...(backlog.received === 0 ? [finding("no-complaints", "note")] : []),
  ];
}

function improvement({ actions, effects, trained }: Told): Finding[] {
  const handlers = told(trained);
  const untrained = handlers ? handlers.of - handlers.count : 0;
  return [
    ...(actions.overdue > 0 ? [finding("actions-overdue", "act", { count: actions.overdue })] : []),
    ...(effects.ineffective > 0
      ? [finding("actions-ineffective", "act", { count: effects.ineffective })]
      : []),
    ...(effects.effective > 0 ? [finding("actions-effective", "good", { count: effects.effective })] : []),
    ...(handlers && untrained > 0 ? [finding("untrained", "act", { untrained, of: handlers.of })] : []),
  ];
}

function quality({
  causes,
  missingCategory,
  missingCause,
  calendarConfirmed,
  participantsComplete,
  period,
}: Told): Finding[] {
  const of = Object.values(causes).reduce((sum, count) => sum + count, 0);
  const unknown = causes.unknown ?? 0;
  const without = (code: string, share: Maybe<Share>) => {
    const known = told(share);
    return known && known.count > 0 ? [finding(code, "watch", { count: known.count, of: known.of })] : [];
  };
  return [
    ...(of > 0 && unknown > unknownShare * of
      ? [finding("cause-unknown", "act", { count: unknown, of })]
      : []),
    ...without("category-missing", missingCategory),
    ...without("cause-missing", missingCause),
    ...(participantsComplete === false ? [finding("participants-incomplete", "note", { period })] : []),
    ...(calendarConfirmed ? [] : [finding("calendar-unconfirmed", "note", { year: period.slice(0, 4) })]),
  ];
}
