import { z } from "zod";

const OAuth = z.strictObject({
  tokenUrl: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().optional(),
  refreshToken: z.string().optional(),
  scope: z.string().optional(),
});
/** Where access tokens come from, instead of a password. */
export type OAuth = z.output<typeof OAuth>;

/** A mailbox that we collect from. Its name is what staff read; it holds no secret. */
export type ImapAccount = {
  name: string;
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password?: string;
  oauth?: OAuth;
  folder: string;
  /** Where messages go once they are stored; without it they stay, marked as read. */
  moveTo?: string;
};

/**
 * Reads `imaps://user:password@host/Folder`, with `?move=Folder` and `?oauth=file.json` where wanted.
 * @throws saying what is wrong; nothing of the address is repeated, since it may hold the password
 */
export function accountAt(text: string, readFile: (file: string) => string): ImapAccount {
  if (!URL.canParse(text))
    throw new Error("must be imaps://user:password@host/INBOX, several separated by spaces");
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text);
  if (protocol !== "imaps:" && protocol !== "imap:") throw new Error("must begin with imaps:// or imap://");
  if (hostname === "" || username === "") throw new Error("needs a user and a host");
  const user = decodeURIComponent(username);
  const host = hostname.replace(/^\[|\]$/g, "");
  const folder = decodeURIComponent(pathname.slice(1)) || "INBOX";
  const tokenFile = searchParams.get("oauth");
  const moveTo = searchParams.get("move");
  if (password === "" && tokenFile === null)
    throw new Error(`the mailbox of ${user} needs a password or ?oauth=file`);
  if (moveTo === folder) throw new Error(`the mailbox of ${user} cannot move messages to where they are`);
  return {
    name: `${user}@${host}/${folder}`,
    host,
    port: Number(port) || (protocol === "imaps:" ? 993 : 143),
    secure: protocol === "imaps:",
    user,
    ...(password !== "" && { password: decodeURIComponent(password) }),
    ...(tokenFile !== null && { oauth: oauthIn(readFile(tokenFile)) }),
    folder,
    ...(moveTo !== null && { moveTo }),
  };
}

function oauthIn(text: string): OAuth {
  const read = OAuth.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(
    `the oauth file is wrong${issue?.path.length ? ` at ${issue.path.join(".")}` : ""}: ${issue?.message}`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
