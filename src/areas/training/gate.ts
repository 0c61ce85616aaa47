import type { Desk } from "../../record/desk.ts";
import type { Db } from "../../engine/database/database.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { standingOn, type Standing } from "../../core/training/standing.ts";
import { trainingRecords, type Records } from "./records.ts";

const nothing = { attended: [], confirmed: [] };

/** How a person stands on a day; whoever has no record was never trained. */
export const standingIn = ({ records, versions, rules }: Records, person: string, day: string): Standing =>
  standingOn(day, records.get(person) ?? nothing, versions, rules);

/** The gate (STANDARDS §5, 32): who may own a complaint. Until a first session was held it stands open. */
export const openGate = (
  db: Db,
  policyAt: (instant: string, on?: Db) => Promise<Policy>,
): Pick<Desk, "trained"> => ({
  trained: async (instant, on = db) => {
    const { zone } = await policyAt(instant, on);
    const records = await trainingRecords(on, zone);
    const day = dayIn(zone, instant);
    if (!isGateShut(records, day)) return undefined;
    return new Set([...records.records.keys()].filter((person) => standingIn(records, person, day).trained));
  },
});

export const isGateShut = ({ held }: Records, day: string): boolean => held.some((date) => date <= day);

export const dayIn = (zone: string, instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
