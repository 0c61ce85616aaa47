import type { Email, Mailbox } from "postal-mime";
import { convert } from "html-to-text";
import { isAddress } from "./address.ts";
import { writerIn } from "./from-header.ts";
import { readMessage } from "./reading.ts";

/** A parsed message, as the stages look at it. Header names are lower case; a header may come more than once. */
export type Mail = {
  headers: ReadonlyMap<string, string[]>;
  from?: Mailbox;
  replyTo?: Mailbox;
  to: Mailbox[];
  subject: string;
  text: string;
  messageId?: string;
  files: { name: string; type: string; bytes: Uint8Array }[];
  /** What was left out, as stable codes for the ledger. */
  notes: string[];
};

const limits = { statement: 50_000, html: 500_000, files: 50, subject: 200 };

/** Reads a message within limits. @throws when it cannot be read as one */
export async function parseMail(raw: Buffer): Promise<Mail> {
  const parsed = await readMessage(raw);
  if (parsed.headers.length === 0 && !isWritten(parsed.text ?? ""))
    throw new Error("no header at all, and no words: this is not a message");
  const notes: string[] = [];
  const headers = new Map(
    Object.entries(Object.groupBy(parsed.headers, ({ key }) => key)).map(([key, lines]) => [
      key,
      lines!.map(({ value }) => value),
    ]),
  );
  const replyTo = firstMailbox(parsed.replyTo ?? []);
  const written = writerIn(headers.get("from")?.[0] ?? "");
  const from = firstMailbox([parsed.from, written, replyTo, parsed.sender]);
  if (parsed.attachments.length > limits.files) notes.push("files-left-in-raw");
  if (partsDiffer(parsed)) notes.push("parts-differ");
  return {
    headers,
    ...(from && { from }),
    ...(replyTo && { replyTo }),
    to: mailboxes([...(parsed.to ?? []), ...(parsed.cc ?? [])]),
    subject: plain(parsed.subject ?? "")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, limits.subject),
    text: statementOf(parsed, notes),
    ...(parsed.messageId && { messageId: parsed.messageId }),
    files: parsed.attachments.slice(0, limits.files).map(({ filename, mimeType, content }, index) => ({
      name: plain(filename ?? `attachment-${index + 1}`).slice(0, 200),
      type: mimeType.slice(0, 100),
      bytes: typeof content === "string" ? Buffer.from(content) : new Uint8Array(content),
    })),
    notes,
  };
}

/** Somebody's words, not the bytes of a picture. */
const isWritten = (text: string): boolean => /\p{L}{2}/u.test(text) && plain(text).length > text.length * 0.9;

function statementOf({ text, html }: Email, notes: string[]): string {
  const stub = isStub(text ?? "") && (!text?.trim() || notes.includes("parts-differ"));
  const said = stub ? `${text ?? ""}\n\n${htmlAsText(html ?? "")}` : text!;
  const clean = plain(said).replace(/\r\n?/g, "\n").trim();
  if (clean.length > limits.statement) notes.push("text-cut");
  return clean.slice(0, limits.statement).toWellFormed();
}

/** No plain text, or only that there is none: "Your program cannot show HTML". What is in the HTML is then added. */
const isStub = (text: string): boolean =>
  text.trim() === "" || (text.length < 300 && /\b(html|browser)\b/i.test(text));

/** Whether the plain text says something else than the HTML: one of them may be there to deceive (E-11). */
function partsDiffer({ text, html }: Email): boolean {
  if (!text?.trim() || !html?.trim()) return false;
  const [plainly, shown] = [wordsOf(text), wordsOf(htmlAsText(html))];
  if (plainly.size === 0 || shown.size === 0) return plainly.size !== shown.size;
  return plainly.intersection(shown).size / plainly.union(shown).size < 0.5;
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .slice(0, 100_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu),
  );

/** Hundreds of beginnings with nothing in between: no person's program writes them, and each costs more than the last. */
const hollow =
  /(?:<(?:div|span|p|table|tbody|tr|td|ul|li|b|i|font|blockquote)\b[^<>]{0,200}>\s{0,20}){200,}/gi;

/** What a reader of the HTML part would have read; links to pictures and trackers are not fetched, nor shown. */
function htmlAsText(html: string): string {
  if (html.trim() === "") return "";
  const options = {
    wordwrap: false,
    limits: { maxInputLength: limits.html, maxDepth: 200 },
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "a", options: { ignoreHref: true } },
    ],
  } as const;
  // Half a megabyte of blanks takes the converter minutes.
  return convert(
    html
      .slice(0, limits.html)
      .replace(hollow, "")
      .replace(/\s{200,}/g, " "),
    {
      ...options,
      selectors: [...options.selectors],
    },
  ).replace(/\n{3,}/g, "\n\n");
}

/**
 * Text that a database and a page can hold: no NUL or other control signs, no halves of characters; nor soft hyphens and
 * marks of UTF-8, which nobody sees and no search gets past.
 */
const plain = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\ufeff]/g, "");

const mailboxes = (addresses: NonNullable<Email["to"]>): Mailbox[] =>
  addresses.flatMap((address) => (address.group ? address.group : [address]));

/** The first address that could be written to: one @, no spaces, nothing that a header could not hold. */
function firstMailbox(found: (Email["from"] | undefined)[]): Mailbox | undefined {
  const valid = mailboxes(found.filter((each) => each !== undefined)).find(({ address }) =>
    isAddress(address),
  );
  return valid && { name: plain(valid.name).trim().slice(0, 200), address: valid.address.trim() };
}

export const header = (mail: Mail, name: string): string => mail.headers.get(name)?.[0]?.trim() ?? "";
