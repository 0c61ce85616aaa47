import { gammaQuantile } from "./distributions.ts";
import { isCount, isExposure, type Refused } from "./figure.ts";

/**
 * The exact interval for the mean behind a count (F. Garwood, Biometrika 28 (1936) 437): ½χ²(α/2; 2c) to
 * ½χ²(1 − α/2; 2c + 2). No complaint: 0 to 3.69; 3: 0.62 to 8.77.
 */
export function poissonInterval(
  count: number,
  confidence = 0.95,
): { lower: number; upper: number } | Refused<"not-a-count"> {
  if (!isCount(count)) return { refused: "not-a-count" };
  const tail = (1 - confidence) / 2;
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count),
    upper: gammaQuantile(1 - tail, count + 1),
  };
}

/** Complaints per so many participants, with its exact interval in the same unit. */
export type ComplaintRate = {
  complaints: number;
  participants: number;
  per: number;
  rate: number;
  lower: number;
  upper: number;
};

/**
 * u = c / n per 100 active participants (STANDARDS §4.2). Where participants are not known, participant-days / 100 or
 * bookings may stand for them; where there are none at all there is no rate, and the count goes on a c chart.
 */
export function complaintRate(
  complaints: number,
  participants: number,
  { per = 100, confidence = 0.95 } = {},
): ComplaintRate | Refused<"not-a-count" | "no-participants"> {
  if (!isExposure(participants)) return { refused: "not-a-count" };
  const interval = poissonInterval(complaints, confidence);
  if ("refused" in interval) return interval;
  if (participants === 0) return { refused: "no-participants" };
  const scaled = (count: number) => (count / participants) * per;
  return {
    complaints,
    participants,
    per,
    rate: scaled(complaints),
    lower: scaled(interval.lower),
    upper: scaled(interval.upper),
  };
}
