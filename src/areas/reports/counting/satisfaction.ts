import { sql } from "kysely";
import type { Counting } from "./counting.ts";
import { satisfaction, satisfactionOfSome } from "../../../core/statistics/satisfaction.ts";

/** What customers said of handling and result, of those who were followed up in the period. */
export async function countSatisfaction({ db, span: { from, before } }: Counting) {
  const [said, asked] = await Promise.all([
    sql<{ handling: number | null; result: number | null; outcome: string | null }>`
      select (fact.data->>'handling')::int as handling, (fact.data->>'result')::int as result, complaint.outcome
      from complaint_event fact join complaint on complaint.id = fact.complaint_id
      where fact.type = 'SatisfactionGiven' and fact.recorded_at >= ${from} and fact.recorded_at < ${before}`.execute(
      db,
    ),
    sql<{ asked: number; not_upheld: number }>`
      select count(*) as asked, count(*) filter (where complaint.outcome = 'not_upheld') as not_upheld
      from complaint_clock clock join complaint on complaint.id = clock.complaint_id
      where clock.kind = 'follow_up' and clock.met_at >= ${from} and clock.met_at < ${before}`.execute(db),
  ]);
  const scores = (of: "handling" | "result", rows = said.rows) =>
    rows.map((row) => row[of]).filter((score) => score !== null);
  const notUpheld = said.rows.filter(({ outcome }) => outcome === "not_upheld");
  // Whoever was asked last month may answer in this one: never fewer asked than answered.
  const of = (answers: number[], people: number) => satisfaction(answers, Math.max(people, answers.length));
  const { asked: people, not_upheld } = asked.rows[0]!;
  const ofThem = scores("result", notUpheld);
  return {
    handling: of(scores("handling"), people),
    result: of(scores("result"), people),
    notUpheld: satisfactionOfSome(ofThem, Math.max(not_upheld, ofThem.length), scores("result").length),
  };
}
