/** What programs of the last century, and careless ones of this, still send: bytes that no header declares. */

const windows1252 = new TextDecoder("windows-1252");
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Headers with bare eight-bit signs, read as Western Europe wrote them; encoded words with such signs are completed. */
export function withReadableHeaders(raw: Buffer): Buffer {
  const end = headersEnd(raw);
  const head = raw.subarray(0, end);
  if (!head.some((byte) => byte > 127)) return raw;
  const completed = head
    .toString("latin1")
    .replace(/=\?[^?\s]{1,40}\?q\?[^?]{0,500}\?=/gi, (word) =>
      word.replace(/[\u0080-\u00ff]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    );
  const bytes = Buffer.from(completed, "latin1");
  const readable = isUtf8(bytes) ? bytes : Buffer.from(windows1252.decode(bytes));
  return Buffer.concat([readable, raw.subarray(end)]);
}

/** The whole message as if it had declared Western European signs; nothing where it is what it says. */
export function asWestern(raw: Buffer): Buffer | undefined {
  return isUtf8(raw) ? undefined : Buffer.from(windows1252.decode(raw));
}

function headersEnd(raw: Buffer): number {
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
