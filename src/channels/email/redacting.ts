import type { Keys } from "../../record/content/keys.ts";
import { linkToken, statusCode } from "../../record/content/tokens.ts";

const removed = { link: "[link removed]", code: "[code removed]" };

/**
 * Takes the customer's own link and code out of a quoted letter: they open the customer's page, so staff must not read
 * them (E-12). The raw message keeps them, encrypted.
 */
export function redact(keys: Keys, text: string, complaintId: string | undefined): string {
  const plain = text.replace(/(\/s\/)[\w-]{43}(?![\w-])/g, `$1${removed.link}`);
  return complaintId === undefined
    ? plain
    : plain
        .replaceAll(linkToken(keys, complaintId), removed.link)
        .replaceAll(statusCode(keys, complaintId), removed.code);
}
