import type { EventView } from "../contract.ts";
import type { Desk } from "../desk.ts";
import { history } from "../../journal/journal.ts";
import { wordsOf } from "./words.ts";

/** All that happened to one complaint, oldest first, with the words that are still kept. */
export async function timeline(desk: Desk, complaintId: string): Promise<EventView[]> {
  const [steps, words, names] = await Promise.all([
    history(desk.db, complaintId),
    wordsOf(desk.db, desk.keys, complaintId),
    desk.db.selectFrom("person").select(["id", "name"]).execute(),
  ]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return steps.map(({ fact: { version, type, recordedAt, actor, data } }) => {
    const said = Object.entries(words.get(version) ?? {});
    const actorName = nameOf.get(actor);
    return {
      version,
      type,
      recordedAt,
      actor,
      ...(actorName && { actorName }),
      data,
      words: Object.fromEntries(said.filter(([name]) => !name.startsWith("file-name:"))),
      files: said
        .filter(([name]) => name.startsWith("file-name:"))
        .map(([name, text]) => fileView(version, name, text)),
    };
  });
}

function fileView(version: number, item: string, text: string) {
  const { name, type, size } = JSON.parse(text) as { name: string; type: string; size: number };
  return { version, index: Number(item.slice("file-name:".length)), name, type, size };
}
