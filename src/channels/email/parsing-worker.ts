import { parseMail, type Mail } from "./parsing.ts";

/** What the other thread does. */
export default (raw: Uint8Array): Promise<Mail> => parseMail(Buffer.from(raw));
