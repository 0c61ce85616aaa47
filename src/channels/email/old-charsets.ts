/** What programs of the last century, and careless ones of this, still send: bytes that are not what they declare. */

const windows1252 = new TextDecoder("windows-1252");
const utf8 = new TextDecoder("utf-8");
const everyByte = windows1252.decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
const byteOf = new Map(Array.from(everyByte, (sign, byte) => [sign, byte]));

/** Well-formed sequences of UTF-8, as bytes. */
const sequences = /([\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+/g;

/** Bytes as UTF-8 where they are that, and as Western Europe wrote before it where they are not. */
function asUtf8OrWestern(bytes: Buffer): string {
  const text = bytes.toString("latin1");
  const western = (part: string) => windows1252.decode(Buffer.from(part, "latin1"));
  let read = "";
  let from = 0;
  for (const { index, 0: found } of text.matchAll(sequences)) {
    read += western(text.slice(from, index)) + utf8.decode(Buffer.from(found, "latin1"));
    from = index + found.length;
  }
  return read + western(text.slice(from));
}

/** Headers with bare eight-bit signs; encoded words with such signs are completed. */
export function withReadableHeaders(raw: Buffer): Buffer {
  const end = headersEnd(raw);
  const head = raw.subarray(0, end);
  if (!head.some((byte) => byte > 127)) return raw;
  const completed = head
    .toString("latin1")
    .replace(/=\?[^?\s]{1,40}\?q\?[^?]{0,500}\?=/gi, (word) =>
      word.replace(/[\u0080-\u00ff]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    );
  return Buffer.concat([Buffer.from(asUtf8OrWestern(Buffer.from(completed, "latin1"))), raw.subarray(end)]);
}

/** The message with every text and every header declared as Western European, each sign a byte of what was sent. */
export function declaredWestern(raw: Buffer): Buffer {
  const text = raw
    .toString("latin1")
    .replace(/\bcharset(?=\*?\s*=)/gi, "x-charset")
    .replace(/^(content-type:\s*text\/(?:plain|html))/gim, "$1; charset=windows-1252");
  const head = text.slice(0, headersEnd(raw)).replace(/=\?[^?\s]{1,40}\?(?=[qb]\?)/gi, "=?windows-1252?");
  const undeclared = /^content-type:/im.test(head)
    ? ""
    : "Content-Type: text/plain; charset=windows-1252\r\n";
  return Buffer.from(undeclared + head + text.slice(headersEnd(raw)), "latin1");
}

/** Text that was read as Western European, with the UTF-8 in it read as UTF-8. */
export const untangled = (text: string): string =>
  text.replace(/[^\u0000-\u007f]+/g, (run) => {
    const bytes = bytesOf(run);
    return bytes ? asUtf8OrWestern(bytes) : run;
  });

/** Whether all that is not ASCII in a text that was read as Western European is UTF-8: nobody writes so by chance. */
export function isTangled(text: string): boolean {
  const runs = text.match(/[^\u0000-\u007f]+/g) ?? [];
  return (
    runs.length > 0 && runs.every((run) => bytesOf(run)?.toString("latin1").replace(sequences, "") === "")
  );
}

function bytesOf(run: string): Buffer | undefined {
  const bytes = Array.from(run, (sign) => byteOf.get(sign));
  return bytes.every((byte) => byte !== undefined) ? Buffer.from(bytes) : undefined;
}

export function headersEnd(raw: Buffer): number {
  const ends = [raw.indexOf("\r\n\r\n"), raw.indexOf("\n\n")].filter((at) => at >= 0);
  return Math.min(raw.length, 1 << 20, ...ends);
}

/** UTF-7 (RFC 2152), which no browser reads any more. */
export const fromUtf7 = (text: string): string =>
  text.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, coded: string) => {
    if (coded === "") return whole === "+-" ? "+" : whole;
    const bytes = Buffer.from(coded, "base64");
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString("utf16le");
  });
