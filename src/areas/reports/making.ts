import { createHash } from "node:crypto";
import type { Desk } from "../../record/desk.ts";
import type { NoBacklog } from "../../core/statistics/backlog.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Counted } from "./counting/figures.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { differencesOf } from "../../core/reporting/differences.ts";
import { kindOf, spanOf } from "../../core/reporting/periods.ts";
import { canonical } from "../../record/journal/chain.ts";
import { announceReport } from "./announcing.ts";
import { countFigures } from "./counting/figures.ts";
import { refuse } from "./refusing.ts";

export type Made =
  | { made: "report"; version: number }
  /** Somebody else made it, or nothing is another than before. */
  | { made: "nothing"; version: number }
  | { made: "refused"; because: NoBacklog };

type Why = { by: string; reason?: string };

/**
 * Counts a period and keeps what it found, for good. The first version is made once, however many nodes try; a later one
 * needs a reason, and is made only when a figure is another than before.
 */
export async function makeReport(desk: Desk, period: string, why: Why): Promise<Made> {
  try {
    return await desk.db
      .transaction()
      // One picture: what is recorded while we count is in the next version.
      .setIsolationLevel("repeatable read")
      .execute((tx) => make(tx, desk, period, why));
  } catch (error) {
    // Another node was faster with the same version.
    if (!["23505", "40001"].includes((error as { code?: string }).code ?? "")) throw error;
    const latest = await latestOf(desk.db as Tx, period);
    if (!latest) throw error;
    return { made: "nothing", version: latest.version };
  }
}

async function make(tx: Tx, desk: Desk, period: string, { by, reason }: Why): Promise<Made> {
  const latest = await latestOf(tx, period);
  if (latest && reason === undefined) return { made: "nothing", version: latest.version };
  const asOf = desk.now();
  const policy = await desk.policyAt(asOf, tx);
  const calendar = await desk.calendar(policy, tx);
  const span = spanOf(period, calendar.zone);
  const counted = await countFigures({ db: tx, span, asOf, calendar }, { period, policy });
  if ("refused" in counted) return refuse(tx, desk, period, counted);
  const { figures, drawn } = counted;
  const differences = latest ? told(latest.figures, figures) : [];
  if (latest && differences.length === 0) return { made: "nothing", version: latest.version };
  const version = (latest?.version ?? 0) + 1;
  await tx
    .insertInto("report")
    .values({
      period,
      kind: kindOf(period),
      version,
      as_of: asOf,
      hash: hashOf(figures),
      figures: JSON.stringify(figures),
      differences: JSON.stringify(differences),
      reason: reason ?? null,
      made_by: by,
    })
    .execute();
  await freeze(tx, period, drawn, asOf);
  await tx.deleteFrom("report_refusal").where("period", "=", period).execute();
  await announceReport(tx, desk, { period, version, before: dateOf(calendar, span.before) });
  return { made: "report", version };
}

export const hashOf = (figures: unknown): string =>
  createHash("sha256").update(canonical(figures)).digest("hex");

/** What is worth telling: the moment of counting is another each time, and sentences and pictures follow the figures. */
const told = (was: unknown, is: unknown) =>
  differencesOf(was, is).filter(({ path }) => path !== "asOf" && !/^(charts|findings)\./.test(path));

const latestOf = (tx: Tx, period: string) =>
  tx
    .selectFrom("report")
    .select(["version", "figures"])
    .where("period", "=", period)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();

/** Limits hold from the report in which they were first there; those of an older report stay what they were. */
async function freeze(tx: Tx, period: string, drawn: Counted["drawn"], now: string): Promise<void> {
  const rows = Object.entries(drawn).flatMap(([chart, { frozen }]) =>
    frozen.map(({ from, limits }) => ({
      chart,
      from_period: from,
      limits: JSON.stringify(limits),
      frozen_with: period,
      frozen_at: now,
    })),
  );
  if (rows.length === 0) return;
  await tx
    .insertInto("chart_limits")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
