import type { Tx } from "../../engine/database/database.ts";
import type { Desk } from "../../record/desk.ts";
import { actorOf, type Person } from "../../core/access/access.ts";
import { tell } from "../../organisation/office/notices.ts";
import { atWork, withRole } from "../../organisation/office/people.ts";

/** What colleagues hear about an action: that there is news and where, by its number and never in its words. */
export const actionNews = ["opened", "due_soon", "overdue", "check_due", "recurred"] as const;
export type ActionNews = {
  actionId: string;
  number: number;
  news: (typeof actionNews)[number];
  /** The date that the news is about. */
  on: string;
};

export const tellOf = (tx: Tx, desk: Desk, people: readonly string[], facts: ActionNews): Promise<void> =>
  tell(tx, desk, people, {
    kind: "action",
    subject: `${facts.actionId} ${facts.news} ${facts.on}`,
    facts,
  });

/** Whoever is given an action hears of it; whoever takes it knows. */
export async function tellOwner(tx: Tx, desk: Desk, id: string, by: Person): Promise<void> {
  const { number, owner_id, due_on } = await tx
    .selectFrom("improvement_action")
    .select(["number", "owner_id", "due_on"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  if (owner_id !== actorOf(by))
    await tellOf(tx, desk, [owner_id], { actionId: id, number, news: "opened", on: due_on });
}

/** Managers verify actions, and hear when one failed. */
export const managers = async (tx: Tx): Promise<string[]> => withRole(await atWork(tx), "manager");
