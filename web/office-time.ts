/** The offset of a zone at one moment, as "+01:00". */
const offsetAt = (epochMilliseconds: number, zone: string): string => {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(
    epochMilliseconds,
  );
  return parts.find(({ type }) => type === "timeZoneName")?.value.slice("GMT".length) || "+00:00";
};

/** What a clock in the office showed ("2026-10-03T10:00"), as an instant with offset; the reader may sit in another zone. */
export function officeInstant(shown: string, zone: string): string {
  const nearby = offsetAt(Date.parse(`${shown}:00Z`), zone);
  // Asked twice, because near a change of the clocks the first answer is for the wrong side of it.
  return `${shown}:00${offsetAt(Date.parse(`${shown}:00${nearby}`), zone)}`;
}

/** What a clock in the office shows at an instant, as a form field holds it ("2026-10-03T10:00"). */
export const officeTime = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: zone })
    .format(Date.parse(instant))
    .replace(" ", "T");
