import { z } from "zod";
import { letterProblems } from "../../core/letters/checking.ts";
import { letterKinds } from "../../core/complaint/letters.ts";

const which = { kind: z.enum(letterKinds), language: z.enum(["en", "de"]) };
const params = z.object(which);
/** Longer than any letter may be, so that what is too long gets its own answer. */
const words = { subject: z.string().max(1000), body: z.string().max(20_000) };
const version = z.int().min(0);

const Problem = z.object({
  code: z.enum(letterProblems),
  at: z.enum(["subject", "body"]),
  line: z.int().exactOptional(),
  slot: z.string().exactOptional(),
  found: z.string().exactOptional(),
});
const Wording = z.object({
  /** 0 while nobody has worded it otherwise. */
  version,
  builtIn: z.boolean(),
  subject: z.string(),
  body: z.string(),
  recordedAt: z.string().exactOptional(),
  recordedBy: z.string().exactOptional(),
});
export const LetterTemplate = Wording.extend({
  ...which,
  /** A letter that does not say all of these cannot be saved. */
  mandatory: z.array(z.string()),
  slots: z.array(z.object({ name: z.string(), form: z.enum(["formal", "text", "list", "address"]) })),
  /** Why the wording in force is not used; the built-in letter goes out instead. */
  problems: z.array(Problem),
});
export type LetterTemplate = z.output<typeof LetterTemplate>;

const Piece = z.object({ text: z.string(), change: z.enum(["added", "removed"]).exactOptional() });
export const LetterWording = Wording.extend({
  /** Line by line beside the wording before it. */
  changes: z.array(z.array(Piece)),
});
export type LetterWording = z.output<typeof LetterWording>;

export const letterOperations = {
  "GET /letters": {
    summary: "Every letter in every language, as it is worded now",
    ok: z.object({ items: z.array(LetterTemplate) }),
  },
  "GET /letters/:kind/:language/history": {
    summary: "Every wording of a letter with what it changed, the latest first and the built-in one last",
    params,
    ok: z.object({ items: z.array(LetterWording) }),
  },
  "PUT /letters/:kind/:language": {
    summary: "Word a letter otherwise, upon the version that was seen; later letters are written so",
    params,
    body: z.strictObject({ version, ...words }),
    ok: LetterTemplate,
  },
  "POST /letters/:kind/:language/preview": {
    summary: "How a wording reads, filled with made-up facts, and what keeps it from being saved",
    params,
    body: z.strictObject(words),
    ok: z.object({
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      problems: z.array(Problem),
    }),
  },
  "POST /letters/:kind/:language/restoration": {
    summary: "Take an earlier wording again; 0 is the built-in one",
    params,
    body: z.strictObject({ version, restore: version }),
    ok: LetterTemplate,
    creates: true,
  },
} as const;
