import type { No as Refused } from "../../operations.ts";
import { ownsComplaints, type Person, type Role } from "../../core/access/access.ts";
import type { Command } from "../../core/complaint/commands.ts";
import type { Outcome } from "../../record/journal/journal.ts";
import type { TaxonomyName } from "../../organisation/office/taxonomies/contract.ts";
import type { ComplaintView } from "./contract.ts";
import type { Desk } from "../../record/desk.ts";
import { isOffered } from "../../organisation/office/taxonomies/taxonomies.ts";
import { handle, type Asked, type No } from "./handle.ts";
import { complaintView } from "./queries/complaint.ts";
import { findComplaint } from "./queries/find.ts";

export type Ask<B> = Asked & { who: Person; params: { id: string }; body: B };
export type Answer = Promise<{ ok: ComplaintView } | Refused>;

/** What every change of a complaint has in common: finding it, naming people and codes that exist, showing the result. */
export function changing(desk: Desk) {
  /** Finds the complaint among those the person may see, carries out the command, and shows the result. */
  const change =
    <B, A extends Ask<B>>(commandOf: (ask: A, id: string) => Command | Promise<Command | Refused>) =>
    async (ask: A): Answer => {
      const found = await findComplaint(desk, ask.who, ask.params.id);
      if ("kind" in found) return found;
      const command = await commandOf(ask, found.id);
      if (!("do" in command)) return command;
      return answer(desk, ask.who, await handle(desk, ask.who, found.id, command, ask));
    };
  const when = (at: string | undefined) => at ?? desk.now();
  /** For a command that names a colleague: only somebody who works here can be named. */
  const naming = async (field: string, personId: string, command: Command): Promise<Command | Refused> => {
    const person = await desk.db
      .selectFrom("person")
      .select("roles")
      .where("id", "=", personId)
      .where("disabled_at", "is", null)
      .executeTakeFirst();
    if (!person) return { kind: "invalid", field, message: "unknown_person" };
    // An owner who cannot work on it would be none.
    if (command.do === "assign" && !ownsComplaints(person.roles as Role[]))
      return { kind: "invalid", field, message: "owns_no_complaints" };
    return command;
  };
  /** For a command that names a code: only one that is offered now can be chosen. */
  const coding = async (
    list: TaxonomyName,
    field: string,
    codes: readonly (string | undefined)[],
    command: Command,
  ): Promise<Command | Refused> => {
    for (const code of codes)
      if (code !== undefined && !(await isOffered(desk.db, list, code)))
        return { kind: "invalid", field, message: "unknown_code" };
    return command;
  };
  return { change, when, naming, coding };
}

export async function answer(desk: Desk, who: Person, outcome: Outcome | No): Answer {
  if ("refused" in outcome) return outcome;
  if (outcome.kind !== "recorded" && outcome.kind !== "repeated") return outcome;
  // Whoever asked then may be complained about by now: what is repeated is answered as if it were asked today.
  if (outcome.kind === "repeated") {
    const found = await findComplaint(desk, who, outcome.complaintId);
    if ("kind" in found) return found;
  }
  return { ok: await complaintView(desk, who, outcome.complaintId) };
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Leaves out what was not given: in the core, a missing thing is missing and never `undefined`. */
export const present = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Present<T>;
