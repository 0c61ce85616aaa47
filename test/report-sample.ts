import type { ControlChart } from "../src/areas/reports/charts.ts";
import type { Figures, Report } from "../src/areas/reports/contract.ts";

/** A report as one could be: a training company's October, with everything that a report can lack. */
const share = (count: number, of: number) => ({
  count,
  of,
  share: of === 0 ? 0 : count / of,
  ...wilson(count, of),
});

function wilson(count: number, of: number) {
  const [z, p] = [1.959964, count / of];
  const middle = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return {
    lower: Math.max(0, (middle - half) / (1 + (z * z) / of)),
    upper: Math.min(1, (middle + half) / (1 + (z * z) / of)),
  };
}

const months = Array.from({ length: 24 }, (_, index) =>
  Temporal.PlainYearMonth.from("2024-11").add({ months: index }).toString(),
);
const counts = [4, 6, 5, 7, 3, 6, 5, 8, 4, 6, 5, 7, 5, 4, 6, 3, 5, 7, 6, 4, 5, 8, 9, 14];
const participants = [
  120, 140, 130, 150, 110, 135, 128, 160, 118, 142, 131, 136, 125, 119, 140, 121, 133, 150, 144, 122, 131,
  140, 138, 125,
];
const centre = 4.125;

const rate: ControlChart = {
  unit: "per-100",
  points: months.map((period, index) => {
    const [c, n] = [counts[index]!, participants[index]!];
    const sigma = Math.sqrt(centre / 100 / n) * 100;
    const [value, upper] = [(100 * c) / n, centre + 3 * sigma];
    const outside = value > upper;
    return {
      period,
      // One month was never completed: there is a gap and no zero.
      ...(period !== "2025-08" && { value, centre, lower: Math.max(0, centre - 3 * sigma), upper }),
      n,
      signals: outside ? ["outside"] : [],
      ...(outside && { side: "above" }),
    };
  }),
  stretches: [{ from: months[0]!, to: months.at(-1)!, kind: "u", centre }],
};

const days = [3, 4, 3.5, 4.5, 3, 3.5, 4, 5, 3.5, 4, 3, 4.5, 4, 4.5, 3.5, 5, 2.5, 2, 2.5, 2, 3, 2.5, 2, 2.5];
const proposalDays: ControlChart = {
  unit: "business-days",
  points: months.map((period, index) => {
    const second = index >= 16;
    return {
      period,
      value: days[index]!,
      ...(second
        ? { centre: 2.38, lower: 0.6, upper: 4.2, signals: [] }
        : { centre: 3.79, lower: 1.25, upper: 6.33, signals: [] }),
    };
  }),
  stretches: [
    { from: months[0]!, to: months[15]!, kind: "xmr", centre: 3.79 },
    { from: months[16]!, to: months[23]!, kind: "run", centre: 2.38, cause: "Templates for proposals" },
  ],
};

const redress: ControlChart = {
  unit: "cents",
  points: months.slice(16).map((period, index) => ({
    period,
    value: [42_000, 0, 61_000, 38_000, 24_000, 99_000, 45_000, 171_000][index]!,
    centre: 43_500,
    signals: [],
  })),
  stretches: [{ from: months[16]!, to: months[23]!, kind: "run", centre: 43_500, shifted: false }],
};

const clocks = ["acknowledgement", "proposal", "implementation", "follow_up"] as const;
const none = (refused: string) => ({ refused });

export const sampleFigures: Figures = {
  kind: "month",
  period: "2026-10",
  from: "2026-09-30T22:00:00Z",
  before: "2026-10-31T23:00:00Z",
  zone: "Europe/Berlin",
  asOf: "2026-11-02T05:00:00.000Z",
  policyVersion: 3,
  calendarVersion: "DE-BE 2026-3",
  backlog: { openBefore: 6, received: 14, reopened: 1, closed: 15, withdrawn: 1, openAfter: 6 },
  rate: { complaints: 14, participants: 125, per: 100, rate: 11.2, lower: 6.12, upper: 18.79 },
  byPlatform: [
    { name: "ctterra", count: 10 },
    { name: "blackcom", count: 4 },
  ],
  byProgramme: [
    { name: "wind_1", count: 8 },
    { name: "solar_2", fewerThan: 3 },
    { name: "rope_access", hidden: true },
  ],
  byCategory: [
    { name: "certificate", count: 7 },
    { name: "scheduling", count: 4 },
    { name: "invoice", fewerThan: 3 },
    { name: "venue", fewerThan: 3 },
  ],
  bySeverity: [
    { name: "1", count: 5 },
    { name: "2", count: 6 },
    { name: "3", count: 3 },
  ],
  promises: {
    acknowledgement: {
      excluded: 0,
      onTime: 14,
      late: 0,
      openOverdue: 0,
      rate: { ...share(14, 14), excluded: 0 },
    },
    proposal: { excluded: 1, onTime: 15, late: 2, openOverdue: 2, rate: { ...share(15, 19), excluded: 1 } },
    implementation: {
      excluded: 0,
      onTime: 11,
      late: 1,
      openOverdue: 0,
      rate: { ...share(11, 12), excluded: 0 },
    },
    follow_up: { excluded: 0, onTime: 0, late: 0, openOverdue: 0, rate: none("no-cases") },
  },
  times: {
    acknowledgement: { n: 14, median: 0.1, p90: 3.4, longest: 21 },
    proposal: { n: 13, median: 4, p90: 8, longest: 9 },
    implementation: { n: 12, median: 2, p90: 3, longest: 5 },
    follow_up: none("no-values"),
  },
  open: {
    ages: [
      { from: 0, to: 2, count: 2 },
      { from: 3, to: 5, count: 1 },
      { from: 6, to: 10, count: 1 },
      { from: 11, to: 20, count: 2 },
      { from: 21, count: 0 },
    ],
    overdue: [
      {
        complaintId: "0192f0c1-0000-7000-8000-000000000001",
        reference: "CT-2026-000042-7",
        stage: "under_investigation",
        clock: "proposal",
        dueAt: "2026-10-23T15:00:00Z",
        age: 12,
        lateReason: "third_party",
      },
      {
        complaintId: "0192f0c1-0000-7000-8000-000000000002",
        reference: "CT-2026-000045-1",
        stage: "acknowledged",
        clock: "proposal",
        dueAt: "2026-10-28T16:00:00Z",
        age: 8,
      },
    ],
    overdueInAll: 2,
  },
  outcomes: {
    upheld: 6,
    partly_upheld: 3,
    not_upheld: 4,
    not_determinable: 0,
    withdrawn: 1,
    undecided: 1,
    upheldRate: share(9, 13),
  },
  firstProposals: {
    accepted: share(10, 13),
    unanswered: share(2, 15),
    deadlocks: 1,
    referrals: 1,
    referralOutcomes: { agreed: 1 },
  },
  comingBack: { month: "2026-07", rate: share(2, 12), recurrences: 1 },
  satisfaction: {
    handling: { n: 9, satisfied: share(6, 9), mean: 3.67, responseRate: share(9, 15) },
    result: { n: 9, satisfied: share(5, 9), mean: 3.4, responseRate: share(9, 15) },
    notUpheld: none("n-too-small"),
  },
  redress: {
    total: { promised: 171_000, paid: 124_000 },
    byType: {
      refund: { promised: 124_000, paid: 124_000 },
      repeat_course: { promised: 32_000, paid: 0 },
      voucher: { promised: 15_000, paid: 0 },
    },
    byBasis: { claim: { promised: 156_000, paid: 124_000 }, goodwill: { promised: 15_000, paid: 0 } },
    byTarget: { wind_1: { promised: 124_000, paid: 124_000 } },
    perClosedCase: 11_400,
    goodwillShare: 15_000 / 171_000,
  },
  causes: {
    pareto: [
      ["communication_late", 14],
      ["planning_capacity", 9],
      ["content_error", 5],
      ["process_not_followed", 4],
      ["system_defect", 2],
      ["third_party", 1],
      ["unknown", 1],
    ].map(([cause, count], index, all) => {
      const before = all.slice(0, index + 1).reduce((sum, [, each]) => sum + (each as number), 0);
      return {
        cause: cause as string,
        count: count as number,
        share: (count as number) / 36,
        cumulative: before / 36,
        vital: index < 4,
      };
    }),
    period: { communication_late: 5, planning_capacity: 3, unknown: 1 },
  },
  actions: {
    open: 4,
    overdue: 1,
    closed: 7,
    effective: 3,
    not_shown: 3,
    ineffective: 1,
    medianAge: 34,
    checkedInTime: share(6, 7),
  },
  handling: {
    heldBeforeMiss: share(3, 4),
    rerouted: share(2, 14),
    recordingDelay: { n: 14, median: 0.2, p90: 20, longest: 43 },
    channels: { email: share(9, 14), phone: share(3, 14), web: share(2, 14) },
    languages: { de: share(11, 14), en: share(3, 14) },
    anonymous: share(1, 14),
  },
  quality: {
    missingCategory: share(0, 15),
    missingCause: share(2, 15),
    datesExplained: 1,
    calendarConfirmed: true,
  },
  training: { handlers: 5, trained: share(4, 5), sessions: 1 },
  surveys: { answers: 48, low: share(4, 48), possibleComplaints: { open: 1, complaints: 2, none: 1 } },
  charts: {
    rate,
    proposalDays,
    redress,
    gravest: {
      unit: "days-between",
      points: [],
      stretches: [{ from: "", to: "", kind: "none", refused: "too-few" }],
    },
    onTime: months.slice(12).flatMap((period, index) =>
      clocks.flatMap((clock, which) => {
        const of = 6 + ((index * 5 + which * 3) % 9);
        const { share: value, ...interval } = share(Math.max(0, of - ((index + which) % 4)), of);
        return clock === "follow_up" && index === 11 ? [] : [{ period, clock, share: value, ...interval }];
      }),
    ),
    outcomes: ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map((quarter, index) => ({
      quarter,
      outcomes: {
        upheld: 5 + index,
        partly_upheld: 3 + (index % 2),
        not_upheld: 6 - index,
        not_determinable: index % 2,
        withdrawn: 1,
      },
    })),
  },
  findings: [
    {
      code: "more-than-chance",
      weight: "act",
      values: { what: "category", code: "certificate", count: 7, usual: 1.9, chance: 0.0031 },
    },
    { code: "promise-missed", weight: "act", values: { clock: "proposal", missed: 4, of: 19, open: 2 } },
    { code: "overdue-open", weight: "act", values: { cases: 2 } },
    { code: "not-told-before-miss", weight: "act", values: { count: 1, of: 4 } },
    { code: "actions-overdue", weight: "act", values: { count: 1 } },
    { code: "untrained", weight: "act", values: { untrained: 1, of: 5 } },
    { code: "cause-missing", weight: "watch", values: { count: 2, of: 15 } },
    {
      code: "shifted",
      weight: "good",
      values: { chart: "proposalDays", side: "below", rule: "run", since: "2026-10" },
    },
    { code: "actions-effective", weight: "good", values: { count: 3 } },
  ],
};

const hash = "5d41402abc4b2a76b9719d911017c592ae0f3c1b7f2a4b6c8d9e0f1a2b3c4d5e";

export const sampleReport: Report = {
  period: "2026-10",
  kind: "month",
  version: 2,
  asOf: sampleFigures.asOf,
  hash,
  madeBy: "0192f0c1-0000-7000-8000-0000000000aa",
  reason: "A receipt was dated wrongly",
  differences: [
    { path: "backlog.received", was: 13, is: 14 },
    { path: "rate.rate", was: 10.4, is: 11.2 },
    { path: "promises.proposal.rate.share", was: 15 / 18, is: 15 / 19 },
  ],
  figures: sampleFigures,
  since: { receipts: 1, participants: false },
  versions: [
    {
      version: 2,
      asOf: sampleFigures.asOf,
      hash,
      madeBy: "0192f0c1-0000-7000-8000-0000000000aa",
      reason: "A receipt was dated wrongly",
    },
    { version: 1, asOf: "2026-11-02T04:00:00.000Z", hash: hash.replaceAll("5", "6"), madeBy: "system" },
  ],
};

/** A month of which nothing is known: every figure that can be refused is. */
export const sampleNothing: Figures = {
  ...sampleFigures,
  backlog: { openBefore: 0, received: 0, reopened: 0, closed: 0, withdrawn: 0, openAfter: 0 },
  rate: none("no-participants"),
  byPlatform: [],
  byProgramme: none("no-complaints"),
  byCategory: [],
  bySeverity: [],
  promises: Object.fromEntries(
    clocks.map((clock) => [
      clock,
      { excluded: 0, onTime: 0, late: 0, openOverdue: 0, rate: none("no-cases") },
    ]),
  ) as Figures["promises"],
  times: Object.fromEntries(clocks.map((clock) => [clock, none("no-values")])) as Figures["times"],
  open: { ages: none("not-a-count"), overdue: [], overdueInAll: 0 },
  outcomes: {
    upheld: 0,
    partly_upheld: 0,
    not_upheld: 0,
    not_determinable: 0,
    withdrawn: 0,
    undecided: 0,
    upheldRate: none("no-cases"),
  },
  firstProposals: {
    accepted: none("no-cases"),
    unanswered: none("no-cases"),
    deadlocks: 0,
    referrals: 0,
    referralOutcomes: {},
  },
  comingBack: { month: "2026-07", rate: none("no-cases"), recurrences: 0 },
  satisfaction: {
    handling: none("n-too-small"),
    result: none("n-too-small"),
    notUpheld: none("n-too-small"),
  },
  redress: none("no-values"),
  causes: { pareto: none("no-complaints"), period: {} },
  actions: {
    open: 0,
    overdue: 0,
    closed: 0,
    effective: 0,
    not_shown: 0,
    ineffective: 0,
    medianAge: none("no-values"),
    checkedInTime: none("no-cases"),
  },
  handling: {
    heldBeforeMiss: none("no-cases"),
    rerouted: none("no-cases"),
    recordingDelay: none("no-values"),
    channels: none("no-cases"),
    languages: none("no-cases"),
    anonymous: none("no-cases"),
  },
  quality: {
    missingCategory: none("no-cases"),
    missingCause: none("no-cases"),
    datesExplained: 0,
    calendarConfirmed: false,
  },
  training: { handlers: 0, trained: none("no-cases"), sessions: 0 },
  surveys: {
    answers: 0,
    low: none("no-cases"),
    possibleComplaints: { open: 0, complaints: 0, none: 0 },
  },
  charts: {
    rate: { unit: "complaints", points: [], stretches: [] },
    proposalDays: { unit: "business-days", points: [], stretches: [] },
    redress: { unit: "cents", points: [], stretches: [] },
    gravest: { unit: "days-between", points: [], stretches: [] },
    onTime: [],
    outcomes: [],
  },
  findings: [
    { code: "no-complaints", weight: "note", values: {} },
    { code: "participants-incomplete", weight: "note", values: { period: "2026-10" } },
    { code: "calendar-unconfirmed", weight: "note", values: { year: "2026" } },
  ],
};

/** The catalogue of the office, as a story would have it. */
export const sampleNames: Record<string, string> = {
  wind_1: "Wind power for fitters",
  solar_2: "Solar II",
  rope_access: "Rope access",
  certificate: "Exam, assessment, certificate",
  scheduling: "Scheduling and cancellation",
  invoice: "Invoice and refund",
  venue: "Venue and equipment",
  communication_late: "Late communication",
  planning_capacity: "Planning or capacity",
  content_error: "Error in the content",
  process_not_followed: "The process was not followed",
  system_defect: "Defect of a system",
  third_party: "Third party",
  unknown: "Unknown",
  ctterra: "CT Terra",
  blackcom: "Blackcom",
};
