import { takesNoAnswer } from "./address.ts";
import { isReceipt } from "./automatic.ts";
import { header, type Mail } from "./parsing.ts";
import { hasNoWayBack } from "./way-back.ts";

/** A report that something could not be delivered (RFC 3464), or the bare bounce of an old server. */
export function bounceSign(mail: Mail): string | undefined {
  const type = header(mail, "content-type").toLowerCase();
  // Whatever the report is about: no person writes one. Receipts and statistics of servers report no bounce.
  if (/^multipart\/report\b/.test(type))
    return isReceipt(mail) || /report-type\s*=\s*"?tlsrpt/.test(type) ? undefined : "report";
  if (mail.headers.has("x-failed-recipients") || isSpamReport(mail)) return "report";
  if (isMailSystem(mail) || (!isPerson(mail) && returnsMail(mail))) return "mailer-daemon";
  // Notes of absence have an empty return path as well (RFC 3834 §3.3), and report nothing; forwarders take it from
  // people's mail, which may well tell of a parcel that could not be delivered.
  return hasNoWayBack(mail) && (failure.test(mail.subject) || returnsMail(mail))
    ? "empty-return-path"
    : undefined;
}

/** What recipients reported as spam (RFC 5965), also in the old dress of one provider. */
export const isSpamReport = (mail: Mail): boolean =>
  (/^multipart\/report\b/i.test(header(mail, "content-type")) &&
    mail.files.some(({ type }) => type === "message/feedback-report")) ||
  mail.headers.has("x-hmxmroriginalrecipient") ||
  (mail.from?.address.toLowerCase() === "staff@hotmail.com" &&
    /^complaint about message from [\d.]+/i.test(mail.subject));

/** What a mail system wrote in its own name; some give themselves no address, or one that nobody could write to. */
const isMailSystem = (mail: Mail): boolean =>
  /^(mailer[-_.]?daemon|mdaemon|microsoftexchange[0-9a-f]{20,}|mail[-_.]delivery[-_.](sub)?system)@/i.test(
    mail.from?.address ?? "",
  ) ||
  (isPostmaster(mail) && (reportsFailure(mail) || hasNoWayBack(mail))) ||
  /^"?(mail delivery (sub)?(system|service)|mailer[- ]daemon)"?\s*(<|$)/i.test(header(mail, "from")) ||
  /(^|<|\s)"?mailer-daemon"?(@[^\s>]*)?\s*(<>|>)?$/i.test(header(mail, "from")) ||
  header(mail, "from") === "<>" ||
  // A person's program may forget the address as well.
  (/^"?[^"<>@]*"?\s*<>$/.test(header(mail, "from")) && reportsFailure(mail));

/** Every domain has one (RFC 5321 §4.5.1): in a small firm a person, who may have a complaint. */
export const isPostmaster = ({ from }: Mail): boolean => /^post[-_.]?master@/i.test(from?.address ?? "");

/** Brings a message back, or says what a server said: a form that nobody sends may well tell of a lost parcel. */
const returnsMail = (mail: Mail): boolean =>
  namesFault(mail) ||
  (reportsFailure(mail) &&
    mail.files.some(({ type }) => /^(message\/(rfc822|delivery-status)|text\/rfc822-headers)$/.test(type)));

/** Somebody who can be answered: not nobody, and not an address that says so of itself. */
const isPerson = ({ from }: Mail): boolean => from !== undefined && !takesNoAnswer(from.address);

/** How mail systems say it; many say it in English whatever the language of their customers. */
const failure = new RegExp(
  [
    "(could|can|was|were|has|have|did)(n['’]t| ?not)( yet)?( been| be)? deliver(ed)?\\b",
    "(unable|failed) to deliver|trouble delivering your message|deliver(y|ing) (has |to .{1,200} )?fail(ed|ure)",
    "delivery status notification|undeliver(able|ed)|returned to sender|returned mail|returning message to sender",
    "user (is )?unknown|unknown user|no such user|mailbox (is )?(full|unavailable|not found)",
    "invalid (user|recipient|address)|address (was )?not found",
    "konnten? nicht (zugestellt|übermittelt)|nicht zustellbar|unzustellbar",
    "blocked by our (spam|bulk)|rejected by (the|our) (server|spam)",
    // Exchange, in the languages of its servers.
    "^(non remis|no se puede entregar|non recapitabile|onbestelbaar|niedostarczalne|não entregue)\\s*:",
    "^(teslim edilemedi|nedoručiteln[éá]|kézbesíthetetlen|не удается доставить|配信不能|无法送达|無法傳遞)\\s*:",
    "не (был[оа]? )?доставлен|n['’]a pas pu être (remis|distribu)|no se (ha )?pud?o entregar",
  ].join("|"),
  "iu",
);
/** What servers say to each other (RFC 5321 §4.2, RFC 3463); not an address of the net, and not a price. */
const fault = /\b55[0-4][ -](\d\.\d\.\d|[A-Z#<])|(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])/;

const beginning = 4000;
export const reportsFailure = (mail: Mail): boolean =>
  failure.test(`${mail.subject}\n${mail.text.slice(0, beginning)}`) || namesFault(mail);
export const namesFault = ({ text }: Mail): boolean => fault.test(text.slice(0, beginning));
