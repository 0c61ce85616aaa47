import type { Circumstances, Command, Refusal } from "./commands.ts";
import type { ComplaintEvent } from "./events.ts";
import type { Complaint } from "./state.ts";
import { present as allegationNumbered } from "./investigation/allegations.ts";
import { present } from "./receiving.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

export function investigate(command: Doing<"investigate">, state: Complaint): ComplaintEvent[] | Refusal {
  const { investigatorId, plan } = command;
  if (!state.ownerId) return { refused: "not-assigned" };
  if (state.conflicts.includes(investigatorId))
    return { refused: "conflict-of-interest", field: "investigatorId" };
  if (state.stage !== "received" && state.stage !== "acknowledged" && !needsInvestigator(state))
    return { refused: "already-investigating" };
  return [{ type: "InvestigationStarted", data: { investigatorId }, words: present({ plan }) }];
}

/** One finding for each allegation, with its reasons; a later one on the same allegation takes its place. */
export function recordFinding(
  command: Doing<"record-finding">,
  state: Complaint,
  now: Circumstances,
): ComplaintEvent[] | Refusal {
  if (!inquiring(state)) return { refused: "not-investigating" };
  const { allegation, outcome, reasons, rootCause } = command;
  const finding = { finding: state.findings + 1, outcome, ...(rootCause && { rootCause }), by: now.actor };
  if (typeof allegation === "string")
    return [{ type: "FindingRecorded", data: finding, words: { allegation, reasons } }];
  const named = allegationNumbered(state.investigation, allegation);
  if ("refused" in named) return named;
  return [{ type: "FindingRecorded", data: { ...finding, allegation }, words: { reasons } }];
}

/** Whoever investigated turned out to be complained about: somebody else takes it over. */
export const needsInvestigator = (state: Complaint): boolean =>
  inquiring(state) && state.investigatorId === undefined;

/** Discussion may bring new facts, so findings and proposals are open in both stages. */
export const inquiring = (state: Complaint) =>
  state.stage === "under_investigation" || state.stage === "in_discussion";
