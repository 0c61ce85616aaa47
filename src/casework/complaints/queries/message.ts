import type { Via } from "../../../core/complaint/events.ts";
import type { Desk } from "../../../record/desk.ts";
import { open } from "../../../record/content/content.ts";

/** What the customer wrote in one message, how and when it reached us; nothing where that fact is none, or was erased. */
export async function messageOf(
  { db, keys }: Desk,
  complaintId: string,
  version: number,
): Promise<{ via: Via; at: string; words: string } | undefined> {
  const fact = await db
    .selectFrom("complaint_event")
    .select("data")
    .where("complaint_id", "=", complaintId)
    .where("version", "=", version)
    .where("type", "=", "MessageReceived")
    .executeTakeFirst();
  const [said] = await open(db, keys, [complaintId], { version, names: ["words"] });
  if (!fact || !said) return undefined;
  const { via, at } = fact.data as { via: Via; at: string };
  return { via, at, words: said.clear.toString() };
}
