import type { Desk } from "../../../record/desk.ts";
import type { ImapAccount } from "./account.ts";

export type MailboxState = "waiting" | "connected" | "collecting" | "unreachable" | "refused" | "no-folder";

/** Writes down how contact with a mailbox stands; since when changes only with the state itself. */
export async function setState(
  { db, now }: Desk,
  { name }: Pick<ImapAccount, "name">,
  state: MailboxState,
  error: string | null = null,
): Promise<void> {
  const at = now();
  await db
    .insertInto("mailbox")
    .values({ name, began_at: at, state, state_since: at, last_error: error })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((row) => ({
        state,
        last_error: error,
        state_since: row
          .case()
          .when("mailbox.state", "=", state)
          .then(row.ref("mailbox.state_since"))
          .else(at)
          .end(),
      })),
    )
    .execute();
}

/** How far collecting has come, for who watches a large mailbox being taken in. */
export async function setProgress(
  { db }: Desk,
  { name }: Pick<ImapAccount, "name">,
  collected: number,
  to_collect: number,
): Promise<void> {
  await db.updateTable("mailbox").set({ collected, to_collect }).where("name", "=", name).execute();
}

/**
 * Notes the numbering in force. From the first number that a new message could get, every one must have been seen;
 * what lay there before is only stored.
 */
export async function setNumbering(
  { db }: Desk,
  { name }: Pick<ImapAccount, "name">,
  validity: number,
  next: number,
): Promise<{ beganAt: string; firstUid: number }> {
  const row = await db
    .updateTable("mailbox")
    .set((own) => ({
      uid_validity: validity,
      first_uid: own.case().when("uid_validity", "=", validity).then(own.ref("first_uid")).else(next).end(),
    }))
    .where("name", "=", name)
    .returning(["began_at", "first_uid"])
    .executeTakeFirstOrThrow();
  return { beganAt: row.began_at, firstUid: row.first_uid ?? next };
}
