import type { Letter, Part, Template } from "./letter.ts";
import { blocksOf, slotsIn, stretchesOf, type Block, type Stretch } from "./notation.ts";

/** What stands in each slot, already in words. A slot that is missing here is empty. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/**
 * Fills a template that was read before: whatever a value holds, it stays a value and becomes no slot, link, line of a list
 * or header. A line whose slots are all empty is left out.
 */
export const fill = ({ subject, body }: Template, values: Values): Letter => ({
  subject: oneLine(joined(stretchesOf(subject), values)),
  parts: blocksOf(body).flatMap((block) => partsOf(block, values)),
});

function partsOf(block: Block, values: Values): Part[] {
  if ("link" in block) {
    const url = oneLine(valueOf(block.slot, values));
    return url === "" ? [] : [{ link: block.link, url }];
  }
  if ("text" in block) {
    const text = block.text.flatMap((line) => said(line, values));
    return text.length === 0 ? [] : [{ text: text.join("\n") }];
  }
  if ("facts" in block) {
    const facts = block.facts.flatMap(({ label, said: line }) =>
      said(line, values).map((value): [string, string] => [label, oneLine(value)]),
    );
    return facts.length === 0 ? [] : [{ facts }];
  }
  const list = block.list.flatMap((line) => items(line, values)).map(oneLine);
  return list.length === 0 ? [] : [{ list }];
}

/** A list in a slot makes as many lines as it has. */
function items(line: Stretch[], values: Values): string[] {
  const [only, ...others] = slotsIn(line);
  const value = only !== undefined && line.length === 1 && others.length === 0 ? values[only] : undefined;
  return typeof value === "object" ? value.filter((item) => item.trim() !== "") : said(line, values);
}

/** The line in words, or none when it was there only for what is empty. */
function said(line: Stretch[], values: Values): string[] {
  const slots = slotsIn(line);
  const empty = slots.length > 0 && slots.every((slot) => valueOf(slot, values) === "");
  return empty ? [] : [joined(line, values)];
}

const joined = (line: Stretch[], values: Values) =>
  line.map((stretch) => (typeof stretch === "string" ? stretch : valueOf(stretch.slot, values))).join("");

function valueOf(slot: string, values: Values): string {
  const value = Object.hasOwn(values, slot) ? values[slot]! : "";
  return (typeof value === "string" ? value : value.join(", ")).trim();
}

// A line break in a subject would be a header of its own.
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
