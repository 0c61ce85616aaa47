import PostalMime, { type Email } from "postal-mime";
import {
  declaredWestern,
  fromUtf7,
  headersEnd,
  isTangled,
  untangled,
  withReadableHeaders,
} from "./old-charsets.ts";

/** Depth and headers beyond which a message is not read but set aside. */
const options = { maxNestingDepth: 50, maxHeadersSize: 1 << 20 };

/** More of a text is not shown, and need not be mended. */
const most = 600_000;

/** A message as it was meant: what its sender declared wrongly, or framed wrongly, is read all the same. */
export async function readMessage(bytes: Buffer): Promise<Email> {
  const headed = withTrueType(withReadableHeaders(withLines(fromItsHeaders(bytes))));
  const raw = withSoftBreaks(withTrueEncoding(headed));
  const parsed = await PostalMime.parse(raw, options);
  return readable(raw, await framed(raw, parsed));
}

/** Blank lines and the mark of UTF-8 before the headers, as archives have them, would make a body of the headers. */
function fromItsHeaders(bytes: Buffer): Buffer {
  const start = bytes
    .subarray(0, 4096)
    .findIndex((byte) => ![9, 10, 13, 32, 0xef, 0xbb, 0xbf].includes(byte));
  const raw = start > 0 ? bytes.subarray(start) : bytes;
  // Where no line is called as a field can be (RFC 5322 §2.2), all of it is the body.
  return /^[!-9;-~]+[ \t]*:/m.test(raw.toString("latin1", 0, headersEnd(raw)))
    ? raw
    : Buffer.concat([Buffer.from("\r\n"), raw]);
}

/** Some old programs end lines with a carriage return alone. */
function withLines(raw: Buffer): Buffer {
  if (raw.includes(10) || !raw.includes(13)) return raw;
  return Buffer.from(raw.toString("latin1").replaceAll("\r", "\r\n"), "latin1");
}

/** Plain words under a name that is no type, lacks its semicolon, or that nobody needs a program for. */
function withTrueType(raw: Buffer): Buffer {
  const end = headersEnd(raw);
  const head = raw.toString("latin1", 0, end);
  if (/^content-disposition:\s*attachment/im.test(head)) return raw;
  const named = head
    .replace(/^(content-type:[ \t]*text\/(?:plain|html))[ \t]+(?=charset)/im, "$1; ")
    .replace(
      /^(content-type:)[ \t]*(text|plain\/text|text\/(enriched|richtext|(x-)?markdown))[ \t]*(?=;|\r?$)/im,
      "$1 text/plain",
    );
  return named === head ? raw : Buffer.concat([Buffer.from(named, "latin1"), raw.subarray(end)]);
}

/** Plain words under the name of base64, which has no blanks within its lines. */
function withTrueEncoding(raw: Buffer): Buffer {
  const end = headersEnd(raw);
  const head = raw.toString("latin1", 0, end);
  if (!/^content-transfer-encoding:\s*"?base64/im.test(head) || /^content-type:\s*multipart/im.test(head))
    return raw;
  if (!/^[ \t]*[\w,.'-]+( [\w,.'-]+){3}/m.test(raw.toString("latin1", end, end + 4000))) return raw;
  const renamed = head.replace(/^content-(?=transfer-encoding:)/gim, "X-");
  return Buffer.concat([Buffer.from(renamed, "latin1"), raw.subarray(end)]);
}

/** Blanks that a server added at the end of a line keep two halves of a word apart (RFC 2045 §6.7, rule 3). */
function withSoftBreaks(raw: Buffer): Buffer {
  if (!raw.includes("= ") && !raw.includes("=\t")) return raw;
  const text = raw.toString("latin1");
  if (!/^content-transfer-encoding:\s*"?quoted-printable/im.test(text)) return raw;
  return Buffer.from(text.replace(/=[ \t]{1,100}(?=\r?\n)/g, "="), "latin1");
}

const isEmpty = ({ text, html, attachments }: Email): boolean =>
  !text?.trim() && !html?.trim() && attachments.length === 0;

/**
 * A message in which nothing is found although something is there: the boundary is missing or misspelt, or its headers
 * do not end. The first line that looks like a boundary is one; at last, all that is there is text.
 */
async function framed(raw: Buffer, parsed: Email): Promise<Email> {
  if (!isEmpty(parsed)) return parsed;
  const ended = withHeadersEnded(raw);
  const end = headersEnd(ended);
  const body = ended.toString("latin1", end, end + 1_000_000);
  if (body.trim() === "") return parsed;
  const boundary = /^--([^\s"][^\r\n"]{0,200}?)[ \t]*\r?\n(?=content-[a-z-]{1,40}:)/im.exec(body)?.[1];
  const head = ended.toString("latin1", 0, end);
  const renamed = head.replace(/^content-(?=type:)/gim, "X-");
  for (const first of [
    ended === raw ? [] : [head],
    boundary === undefined ? [] : [`Content-Type: multipart/mixed; boundary="${boundary}"\r\n${renamed}`],
    [`Content-Type: text/plain\r\n${renamed}`],
  ].flat()) {
    const again = await PostalMime.parse(
      Buffer.concat([Buffer.from(first, "latin1"), ended.subarray(end)]),
      options,
    );
    const { text, html, attachments } = again;
    if (!isEmpty(again)) return { ...parsed, ...(text && { text }), ...(html && { html }), attachments };
  }
  return parsed;
}

/** Headers that go on to the end, for want of a truly blank line, end before the first line that is none. */
function withHeadersEnded(raw: Buffer): Buffer {
  const end = headersEnd(raw);
  if (raw.toString("latin1", end, end + 4096).trim() !== "") return raw;
  const stray = /\n(?=[ \t]+\r?\n|(?![!-9;-~]+[ \t]*:|[ \t])[^\r\n])/.exec(raw.toString("latin1", 0, end));
  if (!stray) return raw;
  const at = stray.index + 1;
  return Buffer.concat([raw.subarray(0, at), Buffer.from("\r\n"), raw.subarray(at)]);
}

/** Signs that do not decode, or that decode to what nobody writes, are read as what Western Europe wrote, and as UTF-8. */
async function readable(raw: Buffer, parsed: Email): Promise<Email> {
  const { subject = "", from } = parsed;
  const [text, html] = [parsed.text ?? "", parsed.html ?? ""].map((words) =>
    words.trimStart().slice(0, most),
  ) as [string, string];
  const declared = raw.subarray(0, 20_000).toString("latin1");
  if (/charset\s*=\s*"?utf-7/i.test(declared))
    return {
      ...parsed,
      subject: fromUtf7(subject),
      ...(text && { text: fromUtf7(text) }),
      ...(html && { html: fromUtf7(html) }),
    };
  const words = [text, html, subject, from?.name ?? ""];
  if (!words.some((each) => each.includes("\ufffd")))
    return straightened({ ...parsed, text, html }, declared);
  const western = declaredWestern(raw);
  const again = await framed(western, await PostalMime.parse(western, options));
  // What Asia wrote before UTF-8 is not Western European because a sign of it was damaged.
  const asian = /charset\s*=\s*"?(iso-2022|gb|big5|euc|shift|hz|ks_c)/i.test(declared);
  const better = (was: string, now = "") =>
    was.includes("\ufffd") && now !== "" && (!asian || isTangled(now)) ? untangled(now.slice(0, most)) : was;
  return {
    ...parsed,
    text: better(text, again.text),
    html: better(html, again.html),
    ...(subject && { subject: better(subject, again.subject) }),
    ...(from?.address !== undefined && { from: { ...from, name: better(from.name, again.from?.name) } }),
  };
}

/** UTF-8 under the name of an older charset, by programs that never heard of the difference. */
function straightened(parsed: Email, declared: string): Email {
  if (/=\?utf-8|charset\s*=\s*"?utf-?8/i.test(declared)) return parsed;
  const straight = (words = "") => (isTangled(words) ? untangled(words) : words);
  const { text, html, subject, from } = parsed;
  return {
    ...parsed,
    text: straight(text),
    html: straight(html),
    ...(subject && { subject: straight(subject) }),
    ...(from?.address !== undefined && { from: { ...from, name: straight(from.name) } }),
  };
}
