import type { LetterKind } from "../complaint/letters.ts";
import type { Template } from "./letter.ts";
import { allowed, mandatory } from "./content.ts";
import { linesOf, slotsIn, stretchesOf, type Line, type Stretch } from "./notation.ts";
import { isSlot, slots, type Slot, type SlotForm } from "./slots.ts";

export const letterProblems = [
  "empty",
  "too_long",
  "line_broken",
  "character",
  "brace",
  "address_typed",
  "link_broken",
  "fact_broken",
  "slot_missing",
  "slot_unknown",
  "slot_elsewhere",
  "slot_not_in_subject",
  "slot_needs_list",
  "slot_needs_link",
  "link_needs_address",
] as const;
export type LetterProblemCode = (typeof letterProblems)[number];

/** Why a template cannot be used: where, about which slot, and what stands there. */
export type LetterProblem = {
  code: LetterProblemCode;
  at: "subject" | "body";
  /** Line of the text, from 1. */
  line?: number;
  slot?: string;
  found?: string;
};

/** A subject is cut off beyond this in mail programs; a text beyond this is not a letter any more. */
export const limits = { subject: 150, body: 8000 } as const;

/** Everything that keeps a template from being used for this kind of letter; nothing when it can be. */
export function letterProblemsOf(kind: LetterKind, { subject, body }: Template): LetterProblem[] {
  const may = new Set<string>(allowed(kind));
  if (body.length > limits.body) return [...inSubject(subject, may), ...size("body", body)];
  const lines = linesOf(body);
  const used = new Set([stretchesOf(subject), ...lines.map(saidIn)].flatMap(slotsIn));
  return [
    ...inSubject(subject, may),
    ...size("body", body),
    ...lines.flatMap((line, index) =>
      inLine(line, body.split("\n")[index]!, may).map((problem) => ({
        at: "body" as const,
        line: index + 1,
        ...problem,
      })),
    ),
    ...mandatory(kind)
      .filter((slot) => !used.has(slot))
      .map((slot): LetterProblem => ({ code: "slot_missing", at: "body", slot })),
  ];
}

type Found = Omit<LetterProblem, "at" | "line">;

function inSubject(subject: string, may: ReadonlySet<string>): LetterProblem[] {
  const said = stretchesOf(subject);
  const found: Found[] = [
    ...(/[\r\n\p{Zl}\p{Zp}]/u.test(subject) ? [{ code: "line_broken" } as const] : typed(subject)),
    ...slotsIn(said).flatMap((slot) => misused(slot, may, ["formal"])),
  ];
  return [...size("subject", subject), ...found.map((problem) => ({ at: "subject" as const, ...problem }))];
}

const size = (at: "subject" | "body", text: string): LetterProblem[] => {
  if (text.trim() === "") return [{ code: "empty", at }];
  return text.length > limits[at] ? [{ code: "too_long", at, found: String(limits[at]) }] : [];
};

function inLine(line: Line, text: string, may: ReadonlySet<string>): Found[] {
  if (line.form === "blank") return [];
  if (line.form === "link") return [...typed(line.label), ...misused(line.slot, may, ["address"])];
  if (line.form === "text" && text.trimStart().startsWith("|"))
    return [{ code: "fact_broken", found: excerpt(text) }];
  if (/\[[^\]]{0,200}\]\s?\(/.test(text)) return [{ code: "link_broken", found: excerpt(text) }];
  // A list of its own length can stand only where each of its lines can.
  const forms: SlotForm[] =
    line.form === "item" && line.said.length === 1 ? ["formal", "text", "list"] : ["formal", "text"];
  return [...typed(text), ...slotsIn(line.said).flatMap((slot) => misused(slot, may, forms))];
}

function misused(name: string, may: ReadonlySet<string>, forms: readonly SlotForm[]): Found[] {
  if (!isSlot(name)) return [{ code: "slot_unknown", slot: name }];
  if (!may.has(name)) return [{ code: "slot_elsewhere", slot: name }];
  return forms.includes(slots[name]) ? [] : [{ code: misplaced(name, forms), slot: name }];
}

function misplaced(slot: Slot, forms: readonly SlotForm[]): LetterProblemCode {
  if (forms.includes("address")) return "link_needs_address";
  if (!forms.includes("text")) return "slot_not_in_subject";
  return slots[slot] === "list" ? "slot_needs_list" : "slot_needs_link";
}

/** Tabs are harmless; other controls, and what turns the direction of reading, are not. */
const control = /[^\P{Cc}\t]|[\u202a-\u202e\u2066-\u2069]/u;
/** Mail programs make a link of each of these, whoever typed it: https://…, mailto:…, www.…, example.org, a@example.org. */
const address =
  /\p{L}[\p{L}\d+.-]{0,30}:\/\/\S*|\bmailto:\S*|\bwww\.\S+|[\p{L}\d][\p{L}\d._+-]{0,60}(?:@[\p{L}\d-]{1,60})?\.[a-z]{2,24}(?![\p{L}\d])\S*/iu;

/** What nobody may type: no advertising and no tracking, so every address comes from the policy or is the customer's own. */
function typed(text: string): Found[] {
  const words = text.replace(/\{\w+\}/g, " ");
  const found = address.exec(words)?.[0];
  return [
    ...(control.test(words) ? [{ code: "character" } as const] : []),
    ...(/[{}]/.test(words) ? [{ code: "brace", found: excerpt(text) } as const] : []),
    ...(found === undefined ? [] : [{ code: "address_typed", found: excerpt(found) } as const]),
  ];
}

const saidIn = (line: Line): Stretch[] =>
  line.form === "blank" ? [] : line.form === "link" ? [{ slot: line.slot }] : line.said;

const excerpt = (text: string) => (text.trim().length > 60 ? `${text.trim().slice(0, 59)}…` : text.trim());
