import type { ComplaintEvent, Fact, FactType } from "../core/complaint/events.ts";
import { schemas } from "./schemas.ts";

/** A stored row as today's fact. Old shapes are upcast here and nowhere else; what cannot be read is a bug and throws. */
export function read(type: string, data: unknown): Fact {
  const schema = schemas[type as FactType];
  if (!schema) throw new Error(`the journal holds a fact of an unknown type: ${type}`);
  return { type, data: schema.parse(data) } as Fact;
}

/** The words and files of an event, by the names under which content/ keeps them. */
export function wordsOf({ words, files }: ComplaintEvent): Map<string, Uint8Array> {
  const items = new Map<string, Uint8Array>();
  const spoken: Record<string, string | undefined> = words ?? {};
  for (const [name, text] of Object.entries(spoken))
    if (text !== undefined) items.set(name, Buffer.from(text));
  for (const [index, { name, type, bytes }] of (files ?? []).entries()) {
    items.set(`file:${index}`, bytes);
    items.set(`file-name:${index}`, Buffer.from(JSON.stringify({ name, type, size: bytes.length })));
  }
  return items;
}
