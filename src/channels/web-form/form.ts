import { z } from "zod";
import { subjectKinds, type File } from "../../core/complaint/events.ts";
import { isOneOf } from "./choices.ts";

/** What the public form sends, as text; kept as it was typed, so that a mistake loses nobody's words. */
export type Filled = Partial<
  Record<
    "statement" | "desiredOutcome" | "about" | "programme" | "name" | "email" | "phone" | "key" | "website",
    string
  >
>;

export type FormError = {
  field: string;
  code:
    | "statement_missing"
    | "statement_long"
    | "email"
    | "long"
    | "about"
    | "files_many"
    | "files_large"
    | "text";
};

export const fileLimits = { files: 10, bytes: 25 * 1024 * 1024 };

/** What is wrong with a filled form, in the order of its fields; an empty list when it can be sent. */
export function mistakes(filled: Filled, files: readonly File[]): FormError[] {
  const found: FormError[] = [];
  const say = (field: string, code: FormError["code"]) => found.push({ field, code });
  const {
    statement = "",
    desiredOutcome = "",
    about,
    programme = "",
    name = "",
    email = "",
    phone = "",
  } = filled;
  if (statement.trim() === "") say("statement", "statement_missing");
  if (statement.length > 50_000) say("statement", "statement_long");
  if (desiredOutcome.length > 5000) say("desiredOutcome", "long");
  if (!isOneOf(subjectKinds, about)) say("about", "about");
  if (programme.length > 200) say("programme", "long");
  if (name.length > 200) say("name", "long");
  if (email.trim() !== "" && !z.email().max(254).safeParse(email.trim()).success) say("email", "email");
  if (phone.length > 40) say("phone", "long");
  if (files.length > fileLimits.files) say("files", "files_many");
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > fileLimits.bytes) say("files", "files_large");
  for (const [field, text] of Object.entries({ statement, desiredOutcome, programme, name, phone }))
    if (!text.isWellFormed() || text.includes("\0")) say(field, "text");
  return found;
}
