import type { Handlers, No } from "../../../operations.ts";
import type { Person } from "../../../core/access/access.ts";
import type { Desk } from "../../../record/desk.ts";
import type { IssueDetails, issueOperations } from "./contract.ts";
import { may } from "../../../core/access/access.ts";
import { mayInOffice } from "../../../core/access/office.ts";
import { changeIssue, openIssue } from "./changing-issues.ts";
import { issueDetails, issues } from "./issues.ts";

/** The API of systemic issues: what several complaints have in common. */
export function issueHandlers(desk: Desk): Handlers<typeof issueOperations> {
  const details = async (who: Person, id: string): Promise<{ ok: IssueDetails } | No> => {
    const found = await issueDetails(desk, who, id);
    return found ? { ok: found } : { kind: "unknown" };
  };
  return {
    "GET /issues": async ({ who }) =>
      may(who.roles, "read") ? { ok: { items: await issues(desk, who) } } : { kind: "forbidden" },
    "GET /issues/:id": async ({ who, params }) =>
      may(who.roles, "read") ? details(who, params.id) : { kind: "forbidden" },
    "POST /issues": async (ask) => {
      if (!mayInOffice(ask.who.roles, "keep-issues")) return { kind: "forbidden" };
      const opened = await openIssue(desk, { ...ask.body, closed: false }, ask.who.id, ask);
      return "id" in opened ? details(ask.who, opened.id) : opened;
    },
    "PUT /issues/:id": async ({ who, params, body: { version, ...named } }) => {
      if (!mayInOffice(who.roles, "keep-issues")) return { kind: "forbidden" };
      const changed = await changeIssue(desk, params.id, version, named, who.id);
      return "id" in changed ? details(who, changed.id) : changed;
    },
  };
}
