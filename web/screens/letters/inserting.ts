import type { LetterTemplate } from "../../../src/casework/letters/contract.ts";

export type SlotView = LetterTemplate["slots"][number];

/** How a slot is written where it may stand: a list and a link are alone on their lines. */
export function written({ name, form }: SlotView, label: string, before: string): string {
  if (form === "formal" || form === "text") return `{${name}}`;
  const line = form === "list" ? `* {${name}}` : `[${label}]({${name}})`;
  return `${before === "" || before.endsWith("\n") ? "" : "\n"}${line}\n`;
}

/** Puts text where the cursor is and goes on behind it, as typing would. */
export function insert(field: HTMLTextAreaElement | HTMLInputElement, text: string): string {
  field.focus();
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  return field.value;
}

/** Marks a line, from 1, so that it is seen and can be typed over. */
export function mark(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
