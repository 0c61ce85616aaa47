import type { Person } from "../../../core/access/access.ts";
import type { Desk } from "../../../record/desk.ts";
import type { InvestigationView } from "./views.ts";
import { can } from "../../../core/access/access.ts";
import { investigationSteps, readsInterviews } from "../../../core/access/investigating.ts";
import { isOpen } from "../../../core/complaint/state.ts";
import { priorityOf } from "../../../core/complaint/triage.ts";
import { history } from "../../../record/journal/journal.ts";
import { hiddenFrom } from "../queries/hidden.ts";
import { wordsOf } from "../queries/words.ts";
import { issueNames } from "../issues/issues.ts";
import { allegations, evidence, findingsInWords, interviews, materials, plan, requests } from "./parts.ts";
import { connections } from "./connections.ts";
import { telling } from "./telling.ts";

/** Triage and investigation of a complaint that the caller has found through `visibleTo`. */
export async function investigationView(
  desk: Desk,
  who: Person,
  complaintId: string,
): Promise<InvestigationView> {
  const steps = await history(desk.db, complaintId);
  const words = await wordsOf(desk.db, desk.keys, complaintId, await hiddenFrom(desk.db, who, steps));
  const { state, fact } = steps.at(-1)!;
  const { investigation, severity, impact, category } = state;
  const told = telling(steps, words);
  const assessed = told("Assessed").findLast((each) => each.words.desiredOutcome);
  const desiredOutcome = assessed?.words.desiredOutcome ?? words.get(1)?.desiredOutcome;
  const needs = told("SupportNeedsNoted").at(-1);
  const closed = !isOpen(state) || state.erased;
  return {
    id: complaintId,
    version: fact.version,
    ...(severity && { severity, priority: priorityOf(severity, impact) }),
    ...(impact && { impact }),
    ...(category && { category }),
    ...(desiredOutcome && { desiredOutcome }),
    supportNeeds: {
      codes: [...investigation.supportNeeds],
      ...(needs?.words.note && { note: needs.words.note }),
    },
    allegations: allegations(told, investigation),
    findings: findingsInWords(told),
    plan: plan(told, investigation),
    requests: requests(told, investigation),
    evidence: evidence(told, investigation),
    materials: materials(told),
    ...(readsInterviews(who, state) && { interviews: interviews(told, investigation) }),
    ...(await connections(desk, who, complaintId, told)),
    issues: await issueNames(desk, investigation.issues),
    may: closed ? [] : investigationSteps.filter((step) => can(who, step, state)),
  };
}
