import type { Circumstances, Receipt, Command, Refusal } from "../../core/complaint/commands.ts";
import type { ComplaintEvent } from "../../core/complaint/events.ts";
import type { Complaint } from "../../core/complaint/state.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import { actorOf, can, type Person } from "../../core/access/access.ts";
import { authorityOf } from "../../core/complaint/authority.ts";
import { isRefusal } from "../../core/complaint/commands.ts";
import { decide } from "../../core/complaint/complaint.ts";
import { authorityLimits } from "../../organisation/office/authority.ts";
import { programmeNamed } from "../../organisation/office/taxonomies/programmes.ts";
import { recordAll, type Decisions, type Outcome } from "../../record/journal/journal.ts";
import { project } from "./projections/projections.ts";
import { makeReceiptsFindable } from "./findable.ts";
import { react } from "./reactions.ts";
import { nextReferences } from "./references.ts";

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
  const [outcome] = await handleAll(desk, who, new Map([[complaintId, command]]), asked);
  return outcome!;
}

/** Carries out one command about each of several complaints in one transaction; answers in their order. */
export async function handleAll(
  desk: Desk,
  who: Person,
  commands: ReadonlyMap<string, Command>,
  asked: Asked = {},
): Promise<(Outcome | No)[]> {
  return inOneTransaction(desk, who, [...commands.keys()], asked, async (states, tx) => {
    const decided = new Map<string, ComplaintEvent[] | No>();
    for (const [id, command] of commands) {
      const state = states.get(id);
      const barred = bar(who, id, command, state);
      decided.set(id, barred ?? decide(command, state, await circumstances(desk, who, command, state, tx)));
    }
    return decided;
  });
}

type Said = Omit<Receipt, "do" | "reference">;

/** Makes a complaint of what reached us; its reference is given within the same transaction. */
export async function receive(
  desk: Desk,
  who: Person,
  receipt: Said,
  asked: Asked = {},
): Promise<Outcome | No> {
  const [outcome] = await receiveAll(desk, who, [receipt], asked);
  return outcome!;
}

/** Makes a complaint of each; numbers go by their order. */
export async function receiveAll(
  desk: Desk,
  who: Person,
  receipts: readonly Said[],
  asked: Asked = {},
): Promise<(Outcome | No)[]> {
  if (!can(who, "receive", undefined)) return receipts.map(() => ({ kind: "forbidden" }));
  const said = new Map(receipts.map((receipt) => [crypto.randomUUID() as string, receipt]));
  const begin = (_: unknown, tx: Tx) => beginAll(tx, desk, who, said);
  return inOneTransaction(desk, who, [...said.keys()], asked, begin, { isNew: true });
}

async function beginAll(tx: Tx, desk: Desk, who: Person, said: ReadonlyMap<string, Said>) {
  const decided = new Map<string, ComplaintEvent[] | No>();
  const begun = [];
  for (const [complaintId, told] of said) {
    const receipt = await withProgramme(tx, told);
    const policy = await desk.policyAt(receipt.receivedAt, tx);
    const calendar = await desk.calendar(policy, tx);
    const known = { policy, calendar, now: desk.now(), actor: actorOf(who) };
    // Decided without a number, because a refused receipt must not use one up: numbers have no gaps.
    const events = decide({ do: "receive", reference: "", ...receipt }, undefined, known);
    if (isRefusal(events)) decided.set(complaintId, events);
    else begun.push({ complaintId, receipt, policy, events });
  }
  // The numbers are taken last of all that takes time: until the commit nobody else gets one.
  await makeReceiptsFindable(tx, desk, begun);
  const references = await nextReferences(
    tx,
    begun.map(({ receipt: { receivedAt }, policy: { organisation, zone } }) => ({
      prefix: organisation.referencePrefix,
      zone,
      receivedAt,
    })),
  );
  for (const [index, { complaintId, events }] of begun.entries())
    decided.set(complaintId, numbered(events, references[index]!));
  return decided;
}

const numbered = (events: readonly ComplaintEvent[], reference: string): ComplaintEvent[] =>
  events.map((event) =>
    event.type === "Received" ? { ...event, data: { ...event.data, reference } } : event,
  );

/** Words that are exactly the name of a programme give a receipt that programme's code. */
async function withProgramme(tx: Tx, receipt: Said): Promise<Said> {
  const named = receipt.subject.programme;
  const programme = receipt.programme ?? (named && (await programmeNamed(tx, named)));
  return { ...receipt, ...(programme && { programme }) };
}

async function inOneTransaction(
  desk: Desk,
  who: Person,
  complaintIds: readonly string[],
  { expectedVersion, request, tx: joined }: Asked,
  decisions: (...[states, tx]: [...Parameters<Decisions<No>>, Tx]) => ReturnType<Decisions<No>>,
  how: { isNew?: boolean } = {},
): Promise<(Outcome | No)[]> {
  const occasion = { actor: actorOf(who), now: desk.now(), ...(request && { request }) };
  const consequences = { project, react: react(desk) };
  const run = (tx: Tx) => {
    const decide: Decisions<No> = (states) => decisions(states, tx);
    return recordAll(tx, desk.keys, complaintIds, occasion, decide, consequences, {
      expectedVersion,
      ...how,
    });
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
  if (who.kind === "staff" && command.do === "approve")
    return { ...known, authority: authorityOf(who.roles, await authorityLimits(tx)) };
  const management = namesConflict.has(command.do) ? await desk.management(tx) : undefined;
  return { ...known, ...(management && { management }) };
}

const namesConflict = new Set<Command["do"]>(["name-conflict", "arrange-interview"]);
