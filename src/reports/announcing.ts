import type { Desk } from "../complaints/desk.ts";
import type { Tx } from "../database/database.ts";

type Announced = { period: string; version: number; before: Temporal.PlainDate };

/** Tells the management team that a report is there. */
export async function announceReport(_tx: Tx, _desk: Desk, _report: Announced): Promise<void> {}
