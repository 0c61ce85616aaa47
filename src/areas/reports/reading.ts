import { sql } from "kysely";
import type { Person } from "../../core/access/access.ts";
import type { Db } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import type { Difference, Figures, PeriodKind, Report, ReportRow } from "./contract.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";
import { spanOf } from "../../core/reporting/periods.ts";

/** A report as it was kept, without the cases of complaints that the reader may not know of. */
export async function readReport(
  desk: Desk,
  who: Person,
  period: string,
  version?: number,
): Promise<Report | undefined> {
  const rows = await desk.db
    .selectFrom("report")
    .select(["version", "as_of", "hash", "made_by", "reason"])
    .where("period", "=", period)
    .orderBy("version", "desc")
    .execute();
  const row = await desk.db
    .selectFrom("report")
    .select(["version", "kind", "figures", "differences"])
    .where("period", "=", period)
    .where("version", "=", version ?? rows[0]?.version ?? 0)
    .executeTakeFirst();
  const known = rows.find((each) => each.version === row?.version);
  if (!row || !known) return undefined;
  const figures = row.figures as unknown as Figures;
  return {
    period,
    kind: row.kind as PeriodKind,
    ...versionOf(known),
    differences: row.differences as unknown as Difference[],
    figures: { ...figures, open: { ...figures.open, overdue: await seen(desk.db, who, figures) } },
    versions: rows.map(versionOf),
    since: await becameKnown(desk.db, figures, rows[0]!.as_of),
  };
}

type Row = { version: number; as_of: string; hash: string; made_by: string; reason: string | null };

const versionOf = ({ version, as_of, hash, made_by, reason }: Row) => ({
  version,
  asOf: as_of,
  hash,
  madeBy: made_by,
  ...(reason && { reason }),
});

async function seen(db: Db, who: Person, { open }: Figures): Promise<Figures["open"]["overdue"]> {
  const ids = open.overdue.map(({ complaintId }) => complaintId);
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("complaint")
    .select("id")
    .where("id", "in", ids)
    .where(visibleTo(who))
    .execute();
  const visible = new Set(rows.map(({ id }) => id));
  return open.overdue.filter(({ complaintId }) => visible.has(complaintId));
}

/** What belongs to the period and was told us only after it was counted: a reason to count again. */
async function becameKnown(db: Db, { period, zone, kind }: Figures, asOf: string): Promise<Report["since"]> {
  const { from, before } = spanOf(period, zone);
  const { rows } = await sql<{ receipts: number; participants: boolean }>`
    select (select count(*) from (
        select id from complaint
        where received_at >= ${from} and received_at < ${before} and recorded_at > ${asOf}
        union
        select complaint_id from complaint_event
        where type = 'ReceiptDateCorrected' and recorded_at > ${asOf}
          and ((data->>'receivedAt')::timestamptz >= ${from} and (data->>'receivedAt')::timestamptz < ${before}
            or (data->>'was')::timestamptz >= ${from} and (data->>'was')::timestamptz < ${before})) known) as receipts,
      exists (select from participant_month where ${kind} <> 'week' and recorded_at > ${asOf}
        and month >= (${from}::timestamptz at time zone ${zone})::date
        and month < (${before}::timestamptz at time zone ${zone})::date) as participants`.execute(db);
  return rows[0]!;
}

/** The latest version of each period of a kind, the latest period first. */
export async function reportList(db: Db, kind: PeriodKind, limit: number): Promise<ReportRow[]> {
  const { rows } = await sql<{
    period: string;
    version: number;
    as_of: string;
    hash: string;
    received: number;
    open_after: number;
    to_act: number;
  }>`
    select * from (
      select distinct on (period) period, version, as_of, hash,
        (figures->'backlog'->>'received')::int as received,
        (figures->'backlog'->>'openAfter')::int as open_after,
        (select count(*) from jsonb_array_elements(figures->'findings') finding
          where finding->>'weight' = 'act') as to_act
      from report where kind = ${kind} order by period desc, version desc) latest
    order by period desc limit ${limit}`.execute(db);
  return rows.map((row) => ({
    period: row.period,
    kind,
    version: row.version,
    asOf: row.as_of,
    hash: row.hash,
    received: row.received,
    openAfter: row.open_after,
    toAct: row.to_act,
  }));
}

export async function refusedReports(db: Db): Promise<{ period: string; refused: string }[]> {
  const rows = await db.selectFrom("report_refusal").selectAll().orderBy("period").execute();
  return rows.map(({ period, refused }) => ({ period, refused: (refused as { refused: string }).refused }));
}
