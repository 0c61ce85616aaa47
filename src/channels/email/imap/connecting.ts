import { ImapFlow } from "imapflow";
import type { ImapAccount } from "./account.ts";

/** One connection with the folder open. A connection that has ended is not revived: one makes another. */
export async function connect(account: ImapAccount, token?: () => Promise<string>): Promise<ImapFlow> {
  const { host, port, secure, user, password = "" } = account;
  const client = new ImapFlow({
    host,
    port,
    secure,
    auth: token ? { user, accessToken: await token() } : { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 120_000,
    maxIdleTime: 9 * 60_000,
    clientInfo: { name: "Redress" },
  });
  // What goes wrong is told by the command that fails; an unheard "error" would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.mailboxOpen(account.folder);
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

type ImapError = {
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  serverResponseCode?: string;
  responseStatus?: string;
  code?: string;
};

/** Why there is no contact: refused at the door, no such folder, or nobody there. */
export function failureOf(error: unknown): { state: "refused" | "no-folder" | "unreachable"; code: string } {
  const { authenticationFailed, mailboxMissing, serverResponseCode, code, responseStatus } =
    error as ImapError;
  const said = (serverResponseCode ?? code ?? responseStatus ?? "unknown").slice(0, 60);
  if (authenticationFailed) return { state: "refused", code: said };
  if (mailboxMissing || serverResponseCode === "NONEXISTENT") return { state: "no-folder", code: said };
  return { state: "unreachable", code: said };
}
