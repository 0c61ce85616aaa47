import { header, type Mail } from "./parsing.ts";

/**
 * Mail that no person wrote to us, which must never be answered (RFC 3834 §2): the code of the sign that shows it.
 * Our acknowledgement of such a message would be the second turn of a loop.
 */
export function automaticSign(mail: Mail): string | undefined {
  const submitted = header(mail, "auto-submitted").toLowerCase();
  if (submitted !== "" && !/^no\b/.test(submitted)) return "auto-submitted";
  if (/^\s*(bulk|junk|list|auto_reply)\b/i.test(header(mail, "precedence"))) return "precedence";
  if (mail.headers.has("list-id") || mail.headers.has("list-unsubscribe")) return "list";
  if (mail.headers.has("x-amz-sns-message-type")) return "machine";
  if (
    mail.headers.has("x-autoreply") ||
    mail.headers.has("x-autorespond") ||
    /^(all|oof|autoreply)\b/i.test(header(mail, "x-auto-response-suppress"))
  )
    return "auto-response";
  return undefined;
}

/** A report that something could not be delivered (RFC 3464), or the bare bounce of an old server. */
export function bounceSign(mail: Mail): string | undefined {
  const type = header(mail, "content-type").toLowerCase();
  // Whatever the report is about: no person writes one.
  if (/^multipart\/report\b/.test(type)) return "report";
  // What recipients reported as spam, in the old dress of one provider.
  if (mail.headers.has("x-hmxmroriginalrecipient")) return "report";
  if (header(mail, "return-path") === "<>") return "empty-return-path";
  return mailSystem(mail) ? "mailer-daemon" : undefined;
}

/** What a mail system wrote in its own name; some give themselves no address, or one that nobody could write to. */
const mailSystem = (mail: Mail): boolean =>
  /^(mailer-daemon|postmaster)@/i.test(mail.from?.address ?? "") ||
  /^<?mailer-daemon@/i.test(header(mail, "return-path")) ||
  /(^|<|\s)"?mailer-daemon"?(@[^\s>]*)?\s*(<>|>)?$/i.test(header(mail, "from").trim());
