import type { Person } from "../../core/access/access.ts";
import type { Stage } from "../../core/complaint/state.ts";
import type { Desk } from "../../record/desk.ts";
import type { ActionDetails, ActionEvent } from "./contract.ts";
import { actionActs, mayImprove } from "../../core/access/improvement.ts";
import { foldAction } from "../../core/improvement/action.ts";
import { open, type Kept } from "../../record/content/content.ts";
import { issueNames } from "../../casework/complaints/issues/issues.ts";
import { visibleTo } from "../../casework/complaints/queries/visible.ts";
import { listActions } from "./actions.ts";
import { factsOf, type StoredFact } from "./storing.ts";

/** One action with everything about it that the asker may see. */
export async function actionDetails(desk: Desk, who: Person, id: string): Promise<ActionDetails | undefined> {
  const [row] = await listActions(desk, who, { id });
  if (!row) return undefined;
  const facts = (await factsOf(desk.db, [id])).get(id) ?? [];
  const state = foldAction(facts)!;
  const kept = await open(desk.db, desk.keys, [id], { withoutFiles: true });
  const words = (version: number, ...names: string[]) =>
    names
      .flatMap(
        (name) => kept.find((each) => each.version === version && each.name === name)?.clear.toString() ?? [],
      )
      .at(0);
  const linked = await visibleComplaints(desk, who, mentioned(facts));
  const referenceOf = new Map(linked.map((each) => [each.id, each.reference]));
  const description = words(state.wordedAt, "description");
  const material = words(state.wordedAt, "material");
  const [issue] = state.links.issueId ? await issueNames(desk, [state.links.issueId]) : [];
  return {
    ...row,
    ...(description && { description }),
    ...(material && { material }),
    ...(issue && { issueName: issue.name }),
    ...(state.check && { check: state.check }),
    linked: linked.filter((each) => state.complaints.includes(each.id)),
    evidence: facts.flatMap((fact) => evidenceOf(fact, kept)),
    history: facts.flatMap((fact) => eventOf(fact, words, referenceOf)),
    may: actionActs.filter((act) => mayImprove(who, act, row)),
  };
}

const mentioned = (facts: readonly StoredFact[]): string[] =>
  facts.flatMap(({ data }) => [
    ...("complaints" in data ? data.complaints : []),
    ...("complaintId" in data ? [data.complaintId] : []),
  ]);

async function visibleComplaints({ db }: Desk, who: Person, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("complaint")
    .select(["id", "reference", "stage", "received_at"])
    .where("id", "in", [...ids])
    .where(visibleTo(who))
    .orderBy("received_at", "desc")
    .execute();
  return rows.map(({ received_at, stage, ...row }) => ({
    ...row,
    stage: stage as Stage,
    receivedAt: received_at,
  }));
}

/** A link to a complaint that the reader may not see is no part of the history that the reader gets. */
function eventOf(
  { kind, data, version, recordedAt, recordedBy }: StoredFact,
  words: (version: number, ...names: string[]) => string | undefined,
  referenceOf: ReadonlyMap<string, string>,
): ActionEvent[] {
  const reference = "complaintId" in data ? referenceOf.get(data.complaintId) : undefined;
  if ((kind === "linked" || kind === "unlinked") && !reference) return [];
  const said =
    kind === "evidence_added" ? words(version, "title") : words(version, "note", "reason", "title");
  return [
    {
      version,
      kind,
      at: recordedAt,
      by: recordedBy,
      ...(said && { words: said }),
      ...(reference && { reference }),
      ...("dueOn" in data && { dueOn: data.dueOn }),
      ...("effectiveOn" in data && { effectiveOn: data.effectiveOn }),
      ...("check" in data && data.check && { check: data.check }),
      ...("result" in data && { result: { ...data.result, recurrences: [...data.result.recurrences] } }),
    },
  ];
}

type FileWord = { name: string; type: string; size: number; held?: string };

function evidenceOf(
  { kind, data, version, recordedAt, recordedBy }: StoredFact,
  kept: readonly Kept[],
): ActionDetails["evidence"] {
  if (kind !== "evidence_added") return [];
  const said = (name: string) =>
    kept.find((each) => each.version === version && each.name === name)?.clear.toString();
  const text = said("text");
  const file = said("file-name:0");
  return [
    {
      number: (data as { evidence: number }).evidence,
      origin: said("origin") ?? "",
      title: said("title") ?? "",
      ...(text !== undefined && { text }),
      ...(file !== undefined && { file: { version, index: 0, ...(JSON.parse(file) as FileWord) } }),
      sha256: said("sha256") ?? "",
      at: recordedAt,
      by: recordedBy,
    },
  ];
}
