import type { Person } from "../../../core/access/access.ts";
import type { EventView } from "../contract.ts";
import type { Desk } from "../../../record/desk.ts";
import { ibanEnding } from "../../../core/complaint/payments.ts";
import { foldQuotes, type Folded } from "../../../core/complaint/quoting.ts";
import { history } from "../../../record/journal/journal.ts";
import { hiddenFrom } from "./hidden.ts";
import { wordsOf } from "./words.ts";

/** All that happened to one complaint and may be seen, oldest first, with the words that are still kept. */
export async function timeline(desk: Desk, who: Person, complaintId: string): Promise<EventView[]> {
  const steps = await history(desk.db, complaintId);
  const hidden = await hiddenFrom(desk.db, who, steps);
  const [words, names] = await Promise.all([
    wordsOf(desk.db, desk.keys, complaintId, hidden),
    desk.db.selectFrom("person").select(["id", "name"]).execute(),
  ]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const shown = steps.filter(({ fact }) => !hidden.includes(fact.version));
  return shown.map(({ fact: { version, type, recordedAt, actor, data } }) => {
    const said = Object.entries(words.get(version) ?? {});
    const actorName = nameOf.get(actor);
    return {
      version,
      type,
      recordedAt,
      actor,
      ...(actorName && { actorName }),
      data,
      words: Object.fromEntries(said.filter(([name]) => !name.startsWith("file-name:")).map(masked)),
      ...(type === "MessageReceived" && data.via === "email" && folded(words.get(version)?.words)),
      files: said
        .filter(([name]) => name.startsWith("file-name:"))
        .map(([name, text]) => fileView(version, name, text)),
    };
  });
}

/** Where money goes is told by its last signs, under a name without the payment's. */
const masked = ([name, text]: [string, string]): [string, string] => {
  const [what = name] = name.split(":");
  if (what === "iban") return [what, `… ${ibanEnding(text)}`];
  return what === "payee" ? [what, text] : [name, text];
};

/** Only where there is something to fold. */
export function folded(text: string | undefined): { folded?: Folded } {
  const parts = foldQuotes(text ?? "");
  return parts.folded === "" ? {} : { folded: parts };
}

export function fileView(version: number, item: string, text: string) {
  const about = JSON.parse(text) as { name: string; type: string; size: number; held?: string };
  return { version, index: Number(item.slice("file-name:".length)), ...about };
}
