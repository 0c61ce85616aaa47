import type { No } from "../../operations.ts";
import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import type { Asked } from "../../casework/complaints/handle.ts";
import type { ImprovementAction } from "../../core/improvement/action.ts";
import { actorOf, type Person } from "../../core/access/access.ts";
import { mayImprove } from "../../core/access/improvement.ts";
import { dateOf, OutsideCalendar } from "../../core/calendar/calendar.ts";
import { decideAction, type ActionCommand } from "../../core/improvement/deciding.ts";
import { onceAsked } from "../../casework/complaints/requests.ts";
import { actionsVisibleTo, actionVisible } from "./actions.ts";
import { tellOwner } from "./telling.ts";
import { appendFacts, lockAction, type ActionWords } from "./storing.ts";

/** What is said with a command; what was left out has no words. */
export const wordsOf = (said: Record<string, string | Uint8Array | undefined>): ActionWords =>
  new Map(
    Object.entries(said).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === "string" ? Buffer.from(value) : value] as const],
    ),
  );

type Opening = Extract<ActionCommand, { do: "open" }>;
export type Wording = { title: string; description?: string | undefined; material?: string | undefined };

/** Opens an action within the caller's transaction, and tells its owner. */
export async function openAction(
  tx: Tx,
  desk: Desk,
  who: Person,
  command: Opening,
  { title, description, material }: Wording,
): Promise<{ id: string } | No> {
  if (!mayImprove(who, "open", undefined)) return { kind: "forbidden" };
  const id = crypto.randomUUID();
  const carried = await carry(
    tx,
    desk,
    who,
    id,
    undefined,
    command,
    wordsOf({ title, description, material }),
  );
  if (carried) return carried;
  await tellOwner(tx, desk, id, who);
  return { id };
}

/** Whether somebody may do something to an action, before anything that was said about it is looked at. */
export async function barred(
  desk: Desk,
  who: Person,
  id: string,
  act: ActionCommand["do"],
): Promise<No | undefined> {
  const action = await desk.db
    .selectFrom("improvement_action")
    .select("owner_id as ownerId")
    .where("id", "=", id)
    .where(actionsVisibleTo(who))
    .executeTakeFirst();
  if (!action) return { kind: "unknown" };
  return mayImprove(who, act, action) ? undefined : { kind: "forbidden" };
}

type Making = (tx: Tx, action: ImprovementAction) => Promise<ActionCommand | No> | ActionCommand | No;

/** Finds the action among those the person may see, and carries the command out once. */
export async function changeAction(
  desk: Desk,
  who: Person,
  id: string,
  act: ActionCommand["do"],
  making: Making,
  words: ActionWords,
  asked: Asked,
): Promise<{ id: string } | No> {
  return desk.db.transaction().execute((tx) =>
    onceAsked<No>(tx, asked, desk.now(), async () => {
      if (!(await actionVisible(tx, who, id))) return { kind: "unknown" };
      const action = (await lockAction(tx, id))!;
      if (!mayImprove(who, act, action)) return { kind: "forbidden" };
      const { expectedVersion } = asked;
      if (expectedVersion !== undefined && expectedVersion !== action.version)
        return { kind: "stale", version: action.version };
      const command = await making(tx, action);
      if (!("do" in command)) return command;
      const carried = await carry(tx, desk, who, id, action, command, words);
      if (carried) return carried;
      if (command.do === "change" && command.ownerId !== action.ownerId) await tellOwner(tx, desk, id, who);
      return { id };
    }),
  );
}

/** Decides and records; answers only a "no". */
export async function carry(
  tx: Tx,
  desk: Desk,
  who: Person,
  id: string,
  action: ImprovementAction | undefined,
  command: ActionCommand,
  words: ActionWords,
): Promise<No | undefined> {
  const now = desk.now();
  const calendar = await desk.calendar(await desk.policyAt(now, tx), tx);
  const around = { today: dateOf(calendar, now).toString(), by: actorOf(who), calendar };
  try {
    const facts = decideAction(command, action, around);
    if ("refused" in facts) return { kind: "conflict", code: facts.refused };
    await appendFacts(tx, desk, id, action, facts, words, around);
    return undefined;
  } catch (error) {
    if (error instanceof OutsideCalendar)
      return { kind: "invalid", field: "effectiveOn", message: "outside_calendar" };
    throw error;
  }
}
