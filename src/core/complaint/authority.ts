/** What one person may approve, in cents of refunds and vouchers together. */
export type Authority = {
  /** Missing: without a limit. */
  upToCents?: number;
  /** From more than this on, a second person has to approve as well. */
  secondAboveCents?: number;
};

/** What the office has set: a limit for each role that approves, and from when on two have to. */
export type AuthorityLimits = {
  limits: Readonly<Record<"approver" | "manager", number>>;
  secondAboveCents: number;
};

/** Until administrators set other ones. */
export const usualLimits: AuthorityLimits = {
  limits: { approver: 200_000, manager: 1_000_000 },
  secondAboveCents: 500_000,
};

/** Who holds several roles may what the highest of them may; a role without a limit approves no money. */
export function authorityOf(
  roles: readonly string[],
  { limits, secondAboveCents }: AuthorityLimits,
): Authority {
  const each: Readonly<Record<string, number>> = limits;
  return { upToCents: Math.max(0, ...roles.map((role) => each[role] ?? 0)), secondAboveCents };
}
