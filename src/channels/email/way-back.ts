import { header, type Mail } from "./parsing.ts";

/**
 * Only machines send without an address to return to (RFC 5321 §4.5.5), but some forwarders take it from people's mail.
 * Some servers write their own daemon in place of nobody.
 */
export const hasNoWayBack = (mail: Mail): boolean =>
  /^<>$|^<?mailer-daemon@/i.test(header(mail, "return-path"));
