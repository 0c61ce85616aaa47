import type { DraftView } from "../../../src/organisation/policies/contract.ts";

type Section = DraftView["document"]["text"]["en"]["sections"][number];
type Block = Section["blocks"][number];

/** The blocks of a section as one text that a person can write: empty lines between them, dashes before list items. */
export const writeBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => ("list" in block ? block.list.map((line) => `- ${line}`).join("\n") : block.paragraph))
    .join("\n\n");

/** Reads that text back. A chunk is a list when each of its lines begins with a dash. */
export const readBlocks = (text: string): Block[] =>
  text
    .split(/\n[ \t]*\n+/)
    .map((chunk) =>
      chunk
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0)
    .map((lines) =>
      lines.every((line) => /^[-–•] /.test(line))
        ? { list: lines.map((line) => line.slice(2)) }
        : { paragraph: lines.join("\n") },
    );
