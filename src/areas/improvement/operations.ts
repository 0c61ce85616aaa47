import type { Handlers, No } from "../../operations.ts";
import type { Person, Staff } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import type { ActionDetails, Completion, improvementOperations } from "./contract.ts";
import type { Asked } from "../../casework/complaints/handle.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { findComplaint } from "../../casework/complaints/queries/find.ts";
import { countActions, listActions } from "./actions.ts";
import { barred, changeAction, openAction, wordsOf } from "./changing.ts";
import { checkSoFar, countNow } from "./checking.ts";
import { actionDetails } from "./details.ts";
import { evidenceWords } from "./evidence.ts";
import { programmePage } from "./programmes.ts";
import { missingIn } from "./naming.ts";
import { onceAsked } from "../../casework/complaints/requests.ts";
import { readsActions, mayImprove } from "../../core/access/improvement.ts";

type Ask = Asked & { who: Staff; params: { id: string } };
const unknown: No = { kind: "unknown" };

/** The API of improvement: what is done so that the same does not happen again, and whether it helped. */
export function improvementHandlers(desk: Desk): Handlers<typeof improvementOperations> {
  const shown = async (who: Person, changed: { id: string } | No): Promise<{ ok: ActionDetails } | No> => {
    if (!("id" in changed)) return changed;
    const details = await actionDetails(desk, who, changed.id);
    return details ? { ok: details } : unknown;
  };
  const change = async (
    ask: Ask,
    act: Parameters<typeof changeAction>[3],
    making: Parameters<typeof changeAction>[4],
    words: Parameters<typeof changeAction>[5] = new Map(),
  ) => shown(ask.who, await changeAction(desk, ask.who, ask.params.id, act, making, words, ask));
  const linking =
    (act: "link" | "unlink") =>
    async (ask: Ask & { body: { complaint: string } }): Promise<{ ok: ActionDetails } | No> => {
      const no = await barred(desk, ask.who, ask.params.id, act);
      if (no) return no;
      const found = await findComplaint(desk, ask.who, ask.body.complaint);
      if ("kind" in found) return { kind: "invalid", field: "complaint", message: messageOf(found) };
      return change(ask, act, () => ({ do: act, complaintId: found.id }));
    };

  return {
    "GET /actions": async ({ who, query }) => ({
      ok: { items: await listActions(desk, who, query), counts: await countActions(desk, who) },
    }),
    "POST /actions": async ({ who, body, ...asked }) => {
      if (!mayImprove(who, "open", undefined)) return { kind: "forbidden" };
      const missing = await missingIn(desk, body);
      if (missing) return missing;
      const complaints: string[] = [];
      for (const [index, each] of body.complaints.entries()) {
        const found = await findComplaint(desk, who, each);
        if ("kind" in found)
          return { kind: "invalid", field: `complaints.${index}`, message: messageOf(found) };
        if (!complaints.includes(found.id)) complaints.push(found.id);
      }
      const { ownerId, dueOn } = body;
      const opened = await desk.db
        .transaction()
        .execute((tx) =>
          onceAsked<No>(tx, asked, desk.now(), () =>
            openAction(tx, desk, who, { do: "open", ownerId, dueOn, links: linksOf(body), complaints }, body),
          ),
        );
      return shown(who, opened);
    },
    "GET /actions/:id": ({ who, params: { id } }) => shown(who, { id }),
    "PUT /actions/:id": async ({ body, ...ask }) => {
      const missing = (await barred(desk, ask.who, ask.params.id, "change")) ?? (await missingIn(desk, body));
      if (missing) return missing;
      const { ownerId, dueOn, title, description, material, version } = body;
      return change(
        { ...ask, expectedVersion: version },
        "change",
        () => ({ do: "change", ownerId, dueOn, links: linksOf(body) }),
        wordsOf({ title, description, material }),
      );
    },
    "POST /actions/:id/complaints": linking("link"),
    "POST /actions/:id/complaints/removal": linking("unlink"),
    "POST /actions/:id/notes": (ask) => change(ask, "note", () => ({ do: "note" }), wordsOf(ask.body)),
    "POST /actions/:id/evidence": async (ask) =>
      change(
        ask,
        "add-evidence",
        () => ({ do: "add-evidence", as: "text" in ask.body ? "text" : "file" }),
        await evidenceWords(desk, ask.body),
      ),
    "POST /actions/:id/completion": async (ask) => {
      const { effectiveOn, note, check } = ask.body;
      const missing =
        (await barred(desk, ask.who, ask.params.id, "finish")) ??
        (await missingIn(desk, check ?? {}, "check."));
      if (missing) return missing;
      if (!check && note === undefined) return { kind: "invalid", field: "note", message: "why_no_check" };
      const planned = check && { check: plannedOf(check) };
      return change(ask, "finish", () => ({ do: "finish", effectiveOn, ...planned }), wordsOf({ note }));
    },
    "GET /actions/:id/check": async ({ who, params }) => checkSoFar(desk, who, params.id),
    "POST /actions/:id/check": (ask) =>
      change(ask, "check", (tx, action) => countNow(tx, desk, action), wordsOf(ask.body)),
    "POST /actions/:id/extension": (ask) =>
      change(
        ask,
        "extend",
        () => ({ do: "extend", length: ask.body.length }),
        wordsOf({ note: ask.body.note }),
      ),
    "POST /actions/:id/verification": (ask) =>
      change(ask, "verify", () => ({ do: "verify" }), wordsOf(ask.body)),
    "POST /actions/:id/reopening": (ask) =>
      change(
        ask,
        "reopen",
        () => ({ do: "reopen", dueOn: ask.body.dueOn }),
        wordsOf({ reason: ask.body.reason }),
      ),
    "POST /actions/:id/cancellation": (ask) =>
      change(ask, "cancel", () => ({ do: "cancel" }), wordsOf(ask.body)),
    "GET /programmes/:code": async ({ who, params, query }) => {
      if (!readsActions(who.roles) && !mayInOffice(who.roles, "read-office")) return { kind: "forbidden" };
      const page = await programmePage(desk, who, params.code, query.months);
      return page ? { ok: page } : unknown;
    },
  };
}

type Named = {
  rootCause?: string | undefined;
  category?: string | undefined;
  programme?: string | undefined;
  issueId?: string | undefined;
};

export const linksOf = ({ rootCause, category, programme, issueId }: Named) => ({
  ...(rootCause && { rootCause }),
  ...(category && { category }),
  ...(programme && { programme }),
  ...(issueId && { issueId }),
});

function plannedOf({ rootCause, programme, category, window }: NonNullable<Completion["check"]>) {
  return {
    target: { rootCause, ...(programme && { programme }), ...(category && { category }) },
    window,
  };
}

const messageOf = (found: { kind: "unknown" } | { kind: "invalid"; message: string }) =>
  found.kind === "invalid" ? found.message : "unknown_complaint";
