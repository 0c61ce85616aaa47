import type { Tx } from "../database/database.ts";
import type { Desk } from "../complaints/desk.ts";
import { actorOf, type Person } from "../core/access/access.ts";
import { tell } from "../office/notices.ts";

/** What colleagues hear about an action: that there is news and where, by its number and never in its words. */
export const actionNews = ["opened", "due_soon", "overdue", "check_due", "recurred"] as const;
export type ActionNews = {
  actionId: string;
  number: number;
  news: (typeof actionNews)[number];
  /** The date that the news is about. */
  on: string;
};

export async function tellOf(
  tx: Tx,
  desk: Desk,
  people: readonly string[],
  { actionId, number, news, on }: ActionNews,
): Promise<void> {
  const now = desk.now();
  const { channels } = await desk.policyAt(now, tx);
  const domain = channels.email.split("@").at(-1)!;
  for (const personId of new Set(people))
    await tell(
      tx,
      desk.queue,
      {
        personId,
        kind: "action",
        subject: `${actionId} ${news} ${on}`,
        facts: { actionId, number, news, on },
      },
      domain,
      now,
    );
}

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
export async function managers(tx: Tx): Promise<string[]> {
  const people = await tx
    .selectFrom("person")
    .select(["id", "roles"])
    .where("disabled_at", "is", null)
    .execute();
  return people.filter(({ roles }) => roles.includes("manager")).map(({ id }) => id);
}
