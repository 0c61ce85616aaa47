import type { Circumstances, Receipt, Command, Refusal } from "../core/complaint/commands.ts";
import type { ComplaintEvent } from "../core/complaint/events.ts";
import type { Complaint } from "../core/complaint/state.ts";
import type { Tx } from "../database/database.ts";
import type { Desk } from "./desk.ts";
import { actorOf, can, type Person } from "../core/access/access.ts";
import { authorityOf } from "../core/complaint/authority.ts";
import { isRefusal } from "../core/complaint/commands.ts";
import { decide } from "../core/complaint/complaint.ts";
import { authorityLimits } from "../office/authority.ts";
import { programmeNamed } from "../office/taxonomies/programmes.ts";
import { record, type Decision, type Outcome } from "../journal/journal.ts";
import { project } from "./projections/projections.ts";
import { makeReceiptFindable } from "./findable.ts";
import { react } from "./reactions.ts";
import { nextReference } from "./references.ts";

export type No = Refusal | { kind: "unknown" } | { kind: "forbidden" };

/** How it was asked: the version the page showed, the request's key, a transaction to join. */
export type Asked = { expectedVersion?: number; request?: { key: Buffer; digest: Buffer }; tx?: Tx };

/** Carries out one command about one complaint: all of it or nothing, once. */
export async function handle(
  desk: Desk,
  who: Person,
  complaintId: string,
  command: Command,
  asked: Asked = {},
): Promise<Outcome | No> {
  return inOneTransaction(desk, who, complaintId, asked, async (state, tx) => {
    const barred = bar(who, complaintId, command, state);
    return barred ?? decide(command, state, await circumstances(desk, who, command, state, tx));
  });
}

/**
 * Makes a complaint of what reached us; its reference is given within the same transaction. Words that are exactly the
 * name of a programme give it that programme's code.
 */
export async function receive(
  desk: Desk,
  who: Person,
  told: Omit<Receipt, "do" | "reference">,
  asked: Asked = {},
): Promise<Outcome | No> {
  if (!can(who, "receive", undefined)) return { kind: "forbidden" };
  const complaintId = crypto.randomUUID();
  return inOneTransaction(
    desk,
    who,
    complaintId,
    asked,
    async (_, tx) => {
      const programme =
        told.programme ?? (told.subject.programme && (await programmeNamed(tx, told.subject.programme)));
      const receipt = { ...told, ...(programme && { programme }) };
      const policy = await desk.policyAt(receipt.receivedAt, tx);
      const known = {
        policy,
        calendar: await desk.calendar(policy, tx),
        now: desk.now(),
        actor: actorOf(who),
      };
      // Decided once without a number, because a refused receipt must not use one up: numbers have no gaps.
      const trial = decide({ do: "receive", reference: "", ...receipt }, undefined, known);
      if (isRefusal(trial)) return trial;
      // The number is taken last of all that takes time: until the commit nobody else gets one.
      const { organisation, zone } = known.policy;
      await makeReceiptFindable(tx, desk, complaintId, receipt);
      const reference = await nextReference(tx, organisation.referencePrefix, receipt.receivedAt, zone);
      return decide({ do: "receive", reference, ...receipt }, undefined, known);
    },
    { isNew: true },
  );
}

async function inOneTransaction(
  desk: Desk,
  who: Person,
  complaintId: string,
  { expectedVersion, request, tx: joined }: Asked,
  decision: (state: Complaint | undefined, tx: Tx) => Promise<ComplaintEvent[] | No>,
  how: { isNew?: boolean } = {},
): Promise<Outcome | No> {
  const occasion = { actor: actorOf(who), now: desk.now(), ...(request && { request }) };
  const consequences = { project, react: react(desk) };
  const run = (tx: Tx) => {
    const decided: Decision<No> = (state) => decision(state, tx);
    return record(tx, desk.keys, complaintId, occasion, decided, consequences, expectedVersion, how);
  };
  if (joined) return run(joined);
  try {
    return await desk.db.transaction().execute(run);
  } catch (error) {
    // Two requests with one key at the same moment: the second waited, failed, and now finds the first.
    if (request && (error as { constraint?: string }).constraint === "request_pkey")
      return desk.db.transaction().execute(run);
    throw error;
  }
}

/** Whoever may not know of a complaint gets the answer for one that never was. */
function bar(
  who: Person,
  complaintId: string,
  command: Command,
  state: Complaint | undefined,
): No | undefined {
  if (!state) return { kind: "unknown" };
  if (who.kind === "customer" && who.complaintId !== complaintId) return { kind: "unknown" };
  if (can(who, command.do, state)) return undefined;
  return { kind: who.kind === "staff" && can(who, "read", state) ? "forbidden" : "unknown" };
}

/** A complaint keeps the policy version in force at receipt. */
async function circumstances(
  desk: Desk,
  who: Person,
  command: Command,
  state: Complaint | undefined,
  tx: Tx,
): Promise<Circumstances> {
  const now = desk.now();
  const policy = state ? await desk.policy(state.policyVersion, tx) : await desk.policyAt(now, tx);
  const known = { policy, calendar: await desk.calendar(policy, tx), now, actor: actorOf(who) };
  return who.kind === "staff" && command.do === "approve"
    ? { ...known, authority: authorityOf(who.roles, await authorityLimits(tx)) }
    : known;
}
