import type { DeclarationKind } from "../policy/policy.ts";
import type { Investigation } from "./investigation/state.ts";
import type { Impact } from "./triage.ts";
import type {
  Channel,
  ClosingOutcome,
  FindingOutcome,
  Clock,
  ClockKind,
  ClockName,
  HeldClock,
  LateReason,
  Measure,
  ReferralBody,
  ReferralOutcome,
  Severity,
  SubjectKind,
  TargetKind,
} from "./events.ts";

export const stages = [
  "received",
  "acknowledged",
  "under_investigation",
  "proposed",
  "in_discussion",
  "accepted",
  "implemented",
  "followed_up",
  "closed",
  "withdrawn",
] as const;
/** Acknowledgement is a clock, not a gate: an investigation may begin before it (STANDARDS §6). */
export type Stage = (typeof stages)[number];

export type NotApplicable = "withdrawn" | "closed" | "unreachable" | "imported";

/** Neither met, nor no longer owed, nor ended late: it runs. */
export type ClockState = Clock & {
  /** Tells the clocks of one kind apart: reopenings, the proposal declined, the number of the declaration. */
  round: number;
  metAt?: string;
  /** The letter that kept it; should that come back, it is owed again. */
  metBy?: string;
  notApplicable?: NotApplicable;
  /** The complaint ended when this was overdue: it was missed and runs no longer. */
  endedAt?: string;
  lateReason?: LateReason;
};

export const runs = ({ metAt, notApplicable, endedAt }: ClockState): boolean =>
  metAt === undefined && notApplicable === undefined && endedAt === undefined;

export type Declaration = { number: number; kind: DeclarationKind; clock: ClockState };

export const paymentStates = ["entered", "released", "ordered", "paid", "cancelled"] as const;
export type PaymentState = (typeof paymentStates)[number];

export type Payment = {
  id: string;
  measure: string;
  amountCents: number;
  state: PaymentState;
  /** Whoever entered or changed it, and so may not release it. */
  hands: readonly string[];
  releasedBy?: string;
  file?: string;
  orderedAt?: string;
  paidAt?: string;
  updatedAt: string;
};

/** One stretch of being open: from its receipt, or a reopening, until it was closed or withdrawn. */
export type Opening = {
  openedAt: string;
  because: "received" | "not_solved" | "customer" | "staff";
  closedAt?: string;
  closedAs?: ClosingOutcome | "withdrawn";
};

export type Referral = { number: number; body: ReferralBody; at: string; outcome?: ReferralOutcome };

export type Proposal = {
  number: number;
  status: "draft" | "approved" | "sent" | "accepted" | "declined" | "superseded";
  delivered: boolean;
  measures: Measure[];
  validUntil: string;
  /** When it was sent, or told; when the customer accepted or declined it. */
  sentAt?: string;
  decidedAt?: string;
  /** When we ask again, how often we did, whether its time is over, and whether the customer was heard since. */
  remindAt?: readonly string[];
  reminded?: number;
  ranOut?: true;
  heard?: true;
  draftedBy: string;
  /** Who approved first, where two have to. */
  endorsedBy?: string;
  approvedBy?: string;
};

/** All that a decision needs to remember of a complaint; holds no words. */
export type Complaint = {
  stage: Stage;
  reference: string;
  platform: string;
  channel: Channel;
  subject: SubjectKind;
  category?: string;
  programme?: string;
  severity?: Severity;
  impact?: Impact;
  receivedAt: string;
  /** When it was taken down. */
  recordedAt: string;
  /** The version in force at receipt; every later decision about this complaint follows it. */
  policyVersion: number;
  language: "en" | "de";
  reachableBy: readonly ("email" | "phone")[];
  ownerId?: string;
  investigatorId?: string;
  /** Whoever has owned or investigated it, at any time. */
  hands: readonly string[];
  conflicts: readonly string[];
  findings: number;
  /** Whoever recorded a finding has investigated, and so approves nothing. */
  finders: readonly string[];
  /** Of findings on what was not named as an allegation. */
  unnamedFindings: readonly { outcome: FindingOutcome; rootCause?: string }[];
  investigation: Investigation;
  /** What the customer paid, as far as we know. */
  paidCents?: number;
  proposals: readonly Proposal[];
  measuresDone: readonly string[];
  /** Since it was closed the last time. */
  fileReviewed?: true;
  /** Measure → when it was carried out. */
  doneAt: Readonly<Record<string, string>>;
  /** Measure → who carries it out, and by when. */
  tasks: Readonly<Record<string, { ownerId: string; dueOn?: string }>>;
  payments: readonly Payment[];
  /** The clocks of the present round; a reopening starts a fresh proposal clock and drops the later two. */
  clocks: { readonly [K in ClockKind | TargetKind]?: ClockState };
  /** Statutory declarations, whose clocks run on whatever becomes of the complaint. */
  declarations: readonly Declaration[];
  /** The clocks about which the customer was told that they need longer. */
  held: readonly HeldClock[];
  openings: readonly Opening[];
  /** Counts reopenings; earlier rounds keep their clocks in the read model. */
  round: number;
  /** How often the customer was asked whether it is solved, since the resolution was implemented. */
  followUps: number;
  /** When we ask again, and how often we did. */
  asking: { remindAt: readonly string[]; reminded: number };
  /** Whether how satisfied they are was asked, and said; nobody is asked twice. */
  satisfaction?: "asked" | "given";
  /** Asked at the first look; whoever was not asked counts as a consumer, so that nobody misses what the law grants. */
  consumer: boolean;
  /** Both sides disagree for good, until a further proposal is sent. */
  deadlock?: { at: string; by: string; consumer: boolean };
  referrals: readonly Referral[];
  erased: boolean;
};

export const isOpen = (state: Complaint) => state.stage !== "closed" && state.stage !== "withdrawn";

export const latestProposal = (state: Complaint) => state.proposals.at(-1);

/** The one that the customer had last, whatever is being prepared meanwhile. */
export const latestSent = ({ proposals }: Complaint) =>
  proposals.findLast(({ status }) => status === "sent" || status === "accepted" || status === "declined");

/** Every clock of the complaint by its name: promises, own targets, statutory declarations. */
export const allClocks = (state: Complaint): { name: ClockName; clock: ClockState }[] => [
  ...(Object.entries(state.clocks) as [ClockName, ClockState][]).map(([name, clock]) => ({ name, clock })),
  ...state.declarations.map(({ kind, clock }) => ({ name: kind, clock })),
];
