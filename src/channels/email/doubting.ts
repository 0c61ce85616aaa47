import { takesNoAnswer } from "./address.ts";
import { automaticSubject } from "./automatic.ts";
import { header, type Mail } from "./parsing.ts";

/**
 * Why a person must look before this is answered, although no header says that a machine wrote it: taking a complaint
 * for a machine's mail loses it, answering a machine begins a loop.
 */
export function doubtAbout(mail: Mail): string | undefined {
  if (automaticSubject(mail) || readsAutomatic.test(mail.subject)) return "perhaps-automatic";
  // Only machines send without an address to return to (RFC 5321 §4.5.5), but some forwarders do it to people's mail.
  if (header(mail, "return-path") === "<>") return "empty-return-path";
  return mail.from && takesNoAnswer(mail.from.address) ? "no-reply" : undefined;
}

const readsAutomatic =
  /^(\[auto[- ]?(generated|matic|reply)\]|(.{1,60} is |i am )?(currently )?out of (the )?office\b)/i;
