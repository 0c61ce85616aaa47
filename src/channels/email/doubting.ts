import { takesNoAnswer } from "./address.ts";
import { automaticSubject, isPassedOn, wantsNoAnswer } from "./automatic.ts";
import { isPostmaster, namesFault } from "./delivery-reports.ts";
import type { Mail } from "./parsing.ts";
import { hasNoWayBack } from "./way-back.ts";

/**
 * Why a person must look before this is answered, although no header says that a machine wrote it: taking a complaint
 * for a machine's mail loses it, answering a machine begins a loop.
 */
export function doubtAbout(mail: Mail, ours?: string): string | undefined {
  if (readsAutomatic(mail)) return "perhaps-automatic";
  if (wantsNoAnswer(mail, ours)) return "wants-no-answer";
  if (isPassedOn(mail)) return "passed-on";
  if (isPostmaster(mail)) return "postmaster";
  if (hasNoWayBack(mail)) return "empty-return-path";
  return mail.from && takesNoAnswer(mail.from.address) ? "no-reply" : undefined;
}

const readsAutomatic = (mail: Mail): boolean =>
  automaticSubject(mail) ||
  automaticLike.test(mail.subject) ||
  // Inboxes with a rule answer and send on by themselves.
  mail.headers.has("x-ms-exchange-inbox-rules-loop") ||
  saysItWasRead(mail) ||
  saysItIsAutomatic(mail) ||
  (returned.test(mail.subject) && namesFault(mail)) ||
  isBareCalendarReply(mail);

/** People write so as well: "Absence: the teacher never came". */
const automaticLike = new RegExp(
  [
    "^\\[auto[- ]?(generated|matic|reply)\\]",
    "^(.{1,60} is |i am )?(currently )?out of (the )?office\\b",
    "^(abwesend|abwesenheit|nicht im b[üu]ro|absen(t|ce)( du bureau)?|afwezig(heid)?|niet op kantoor)\\s*:",
    "^(vacation|(on|annual) leave|(im )?urlaub)\\s*:|^auto: .{1,80}\\b(out of|returning|abwesend|außer haus|rückkehr)\\b|^.{1,60} ist außer haus\\b",
    "^(poza biurem|nieobecno(ść|sc)|fuera de (la )?oficina|fuori (sede|ufficio)|assenza|ausente|ofis dışında)\\s*:",
    "\\((automatic reply|auto-?reply|automatische antwort)\\)$",
  ].join("|"),
  "iu",
);

/** As servers head what they return, from an address that might be somebody's, who might complain about just that. */
const returned = /^(mail delivery failed|undelivered mail returned|returned mail:)/i;

/** A receipt that lost its form on the way (RFC 8098): "Your message … was read on …". */
const saysItWasRead = ({ subject, text }: Mail): boolean =>
  /^(read|not read|gelesen|ungelesen)\s*:/i.test(subject) &&
  /^(your message|ihre nachricht)\b.{0,1000}\b(was (read|deleted)|wurde\b.{1,60}\b(gelesen|gelöscht))\b/isu.test(
    text.trim(),
  );

/** In a line of its own; whoever sends on or answers such a message has a subject that says so. */
const saysItIsAutomatic = ({ subject, text }: Mail): boolean =>
  !/^(re|aw|fwd?|wg|antw|rv|tr)\s*:/i.test(subject) &&
  /^\s*(this is an automat(ed|ic|ically generated) (message|e-?mail|reply|response|notification)|dies(e|es)? (ist eine )?automatisch (generierte|erstellte|erzeugte|versendete) (nachricht|e-?mail)|diese (nachricht|e-?mail) wurde automatisch (generiert|erstellt|erzeugt|versendet))\b/im.test(
    text.slice(0, 20_000),
  );

/** "Accepted", "Zugesagt": a click on an invitation (RFC 5546 §3.2.3), and no word with it. */
const isBareCalendarReply = ({ text, files }: Mail): boolean =>
  text === "" &&
  files.some(
    ({ type, bytes }) =>
      type === "text/calendar" &&
      /^method:reply\b/im.test(Buffer.from(bytes.subarray(0, 10_000)).toString("latin1")),
  );
