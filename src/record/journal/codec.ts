import type { ComplaintEvent, Fact, FactType } from "../../core/complaint/events.ts";
import { warnings } from "../../core/calendar/due.ts";
import { schemas } from "./schemas.ts";

/** A stored row as today's fact. Old shapes are upcast here and nowhere else; what cannot be read is a bug and throws. */
export function read(type: string, data: unknown): Fact {
  const schema = schemas[type as FactType];
  if (!schema) throw new Error(`the journal holds a fact of an unknown type: ${type}`);
  return { type, data: schema.parse(upcast(type, data as Data)) } as Fact;
}

type Data = Record<string, unknown>;

/** Before migration 0005 a rejection carried only the date of the next proposal, not the clock with its warnings. */
function upcast(type: string, data: Data): Data {
  const { nextProposalBy, ...rest } = data;
  if ((type !== "ProposalDeclined" && type !== "CounterProposed") || typeof nextProposalBy !== "string")
    return data;
  const startedAt = String(data.at);
  const clock = { startedAt, dueAt: nextProposalBy, warnAt: warnings(startedAt, nextProposalBy) };
  return { ...rest, nextProposal: { ...clock, policyVersion: 1, calendarVersion: "unrecorded" } };
}

/** The words and files of an event, by the names under which content/ keeps them. */
export function wordsOf({ words, files }: ComplaintEvent): Map<string, Uint8Array> {
  const items = new Map<string, Uint8Array>();
  const spoken: Record<string, string | undefined> = words ?? {};
  for (const [name, text] of Object.entries(spoken))
    if (text !== undefined) items.set(name, Buffer.from(text));
  for (const [index, { name, type, bytes, held }] of (files ?? []).entries()) {
    items.set(`file:${index}`, bytes);
    items.set(
      `file-name:${index}`,
      Buffer.from(JSON.stringify({ name, type, size: bytes.length, ...(held && { held }) })),
    );
  }
  return items;
}
