import { stringify } from "csv-stringify/sync";
import { clockKinds } from "../../core/complaint/events.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";
import { auditPackWords } from "../../texts/audit-pack.ts";
import { written } from "../../engine/packing/packing.ts";
import type { Contributor, Pack } from "./pack.ts";

/** So many complaints are read at a time. */
const page = 2_000;

/** Every complaint received in the range that the taker may see: references, dates, promises; no name and no word. */
export const register: Contributor = async (pack) => {
  const { register: w } = auditPackWords(pack.language);
  const head = [
    w.reference,
    w.platform,
    w.channel,
    w.received,
    w.stage,
    w.category,
    w.severity,
    w.outcome,
    w.cause,
    w.policy,
    w.owner,
    ...clockKinds.flatMap((clock) => [w.due(clock), w.met(clock), w.kept(clock)]),
  ];
  const chunks = [csv([head], true)];
  let after: string | undefined;
  for (;;) {
    const rows = await complaintsAfter(pack, after);
    if (rows.length > 0) chunks.push(csv(await linesOf(pack, rows), false));
    if (rows.length < page) break;
    after = rows.at(-1)!.id;
  }
  return [written("register.csv", chunks.join(""))];
};

const csv = (rows: string[][], bom: boolean): string =>
  stringify(rows, { bom, escape_formulas: true, record_delimiter: "windows" });

const complaintsAfter = ({ desk, who, span }: Pack, after: string | undefined) => {
  const query = desk.db
    .selectFrom("complaint")
    .selectAll()
    .where("received_at", ">=", span.from)
    .where("received_at", "<", span.before)
    .where(visibleTo(who))
    .orderBy("id")
    .limit(page);
  return (after === undefined ? query : query.where("id", ">", after)).execute();
};

type Row = Awaited<ReturnType<typeof complaintsAfter>>[number];

async function linesOf({ desk, complaint, colleague }: Pack, rows: Row[]): Promise<string[][]> {
  const clocks = await desk.db
    .selectFrom("complaint_clock")
    .select(["complaint_id", "kind", "due_at", "met_at", "not_applicable"])
    .where(
      "complaint_id",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("round", "desc")
    .execute();
  const of = Map.groupBy(clocks, ({ complaint_id }) => complaint_id);
  return rows.map((row) => [
    complaint(row.reference),
    row.platform,
    row.channel,
    row.received_at,
    row.stage,
    row.category ?? "",
    row.severity === null ? "" : String(row.severity),
    row.outcome ?? "",
    row.root_cause ?? "",
    String(row.policy_version),
    row.owner_id === null ? "" : colleague(row.owner_id),
    ...clockKinds.flatMap((kind) => {
      const clock = of.get(row.id)?.find((each) => each.kind === kind);
      if (!clock) return ["", "", ""];
      const kept = clock.met_at === null ? "" : clock.met_at <= clock.due_at ? "1" : "0";
      return [clock.due_at, clock.met_at ?? "", clock.not_applicable ?? kept];
    }),
  ]);
}
