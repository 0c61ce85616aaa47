/** Integer cents of "240", "240,50", "1.240,50" or "1,240.50"; nothing for what is no amount. No floating point. */
export function centsOf(typed: string): number | undefined {
  const match = /^(\d{1,3}(?:([.,\s])\d{3})*|\d+)(?:([.,])(\d{1,2}))?$/.exec(
    typed.trim().replace(/\s*€$/, ""),
  );
  if (!match) return undefined;
  const [, whole = "", grouping, decimal, fraction = ""] = match;
  if (grouping !== undefined && grouping === decimal) return undefined;
  const cents = Number(whole.replace(/\D/g, "")) * 100 + Number(fraction.padEnd(2, "0"));
  return Number.isSafeInteger(cents) && cents > 0 ? cents : undefined;
}
