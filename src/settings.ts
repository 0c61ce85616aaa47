import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadEnvFile } from "node:process";
import { z } from "zod";
import { accountAt, type ImapAccount } from "./channels/email/imap/account.ts";
import { systemFolder } from "./database/binaries.ts";
import { readHosts } from "./database/hosts.ts";
import { canReach } from "./database/reach.ts";
import { serverUser } from "./database/server-user.ts";

const root = join(import.meta.dirname, "..");

/** One line for the operator: which setting, and what is wrong with it. */
export class SettingsError extends Error {}

const port = z.coerce.number().int().min(0).max(65535);
const url = (...schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
    error: `must be a ${schemes.join(":// or ")}:// address`,
  });

const Environment = z.object({
  PORT: port.default(8080),
  HOST: z.string().min(1).default("127.0.0.1"),
  REDRESS_URL: url("http", "https").optional(),
  REDRESS_DATA: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .refine((text) => readHosts(text) !== undefined, {
      error: "must be a postgres:// address, with several hosts as postgres://user@a,b/database",
    })
    .optional(),
  REDRESS_KEYS: z.string().min(1).optional(),
  MAIL_OUT: url("smtp", "smtps").optional(),
  MAIL_IN_IMAP: z.string().optional(),
  MAIL_IN_LISTEN: z.string().default("127.0.0.1:2525"),
  MAIL_IN_TLS: z.string().optional(),
  MAIL_RECEIVER: z.string().optional(),
  MAIL_DKIM: z.string().optional(),
  CLAMAV: z.string().optional(),
  METRICS_TOKEN: z.string().min(1).optional(),
  SHUTDOWN_DELAY: z.coerce.number().int().min(0).max(600).default(0),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

export type Settings = {
  http: {
    host: string;
    port: number;
    url: string;
    metricsToken: string | undefined;
    /** In milliseconds: a node that was told to stop still takes requests for so long, while proxies turn away from it. */
    shutdownDelay: number;
  };
  data: { folder: string; keys: string; databaseUrl: string | undefined };
  mail: {
    out: string | undefined;
    listen: { host: string; port: number; lmtp: boolean } | undefined;
    imap: ImapAccount[];
    /** Certificate and key in one PEM file; without it the listener makes its own. */
    tls: string | undefined;
    /** The mail servers whose verdicts on a sender (Authentication-Results) we believe. */
    receivers: string[];
    dkim: { domainName: string; keySelector: string; privateKey: string } | undefined;
    /** Where a virus scanner listens, if there is one. */
    clamav: { host: string; port: number } | { path: string } | undefined;
  };
  logLevel: string;
  notices: string[];
};

/**
 * Reads the environment and `.env`, once; `beside` is the folder of the data where none is named.
 * @throws SettingsError naming the first setting that is wrong
 */
export function readSettings(beside = "data"): Settings {
  if (existsSync(join(root, ".env"))) loadEnvFile(join(root, ".env"));
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const read = Environment.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new SettingsError(`${String(issue?.path[0])}: ${issue?.message}`);
  }
  const env = read.data;
  const notices: string[] = [];
  const folder = resolve(env.REDRESS_DATA ?? defaultData(beside, env.DATABASE_URL !== undefined, notices));
  const http = env.REDRESS_URL?.replace(/\/+$/, "") ?? `http://localhost:${env.PORT}`;
  return {
    http: {
      host: env.HOST,
      port: env.PORT,
      url: http,
      metricsToken: env.METRICS_TOKEN,
      shutdownDelay: env.SHUTDOWN_DELAY * 1000,
    },
    data: { folder, keys: resolve(env.REDRESS_KEYS ?? join(folder, "keys")), databaseUrl: env.DATABASE_URL },
    mail: {
      out: env.MAIL_OUT,
      listen: listenAt(env.MAIL_IN_LISTEN),
      imap: (env.MAIL_IN_IMAP ?? "").split(/\s+/).filter(Boolean).map(imapAccount),
      tls: env.MAIL_IN_TLS && readNamed("MAIL_IN_TLS", env.MAIL_IN_TLS),
      receivers: (env.MAIL_RECEIVER ?? "")
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
      dkim: env.MAIL_DKIM === undefined ? undefined : dkimOf(env.MAIL_DKIM),
      clamav: env.CLAMAV === undefined ? undefined : scannerAt(env.CLAMAV),
    },
    logLevel: env.LOG_LEVEL,
    notices,
  };
}

/** In the clone, unless PostgreSQL's own user could not enter it: root's home is closed to everybody else. */
function defaultData(name: string, outsideDatabase: boolean, notices: string[]): string {
  const beside = join(root, name);
  const system = name === "data" ? systemFolder : `${systemFolder}-demo`;
  if (
    outsideDatabase ||
    process.getuid?.() !== 0 ||
    existsSync(join(beside, "postgres")) ||
    canReach(join(root, "x"), serverUser())
  )
    return beside;
  notices.push(
    `Data is kept in ${system}, because PostgreSQL does not run as root and its user cannot enter ${root}.`,
  );
  return system;
}

function listenAt(text: string): Settings["mail"]["listen"] {
  if (text === "off") return undefined;
  const match = /^(?:(lmtp|smtp):\/\/)?(\[[0-9a-f:]+\]|[^:/]+):(\d{1,5})$/i.exec(text);
  if (!match || Number(match[3]) > 65535)
    throw new SettingsError("MAIL_IN_LISTEN: must be host:port, lmtp://host:port or off");
  return {
    host: match[2]!.replace(/^\[|\]$/g, ""),
    port: Number(match[3]),
    lmtp: match[1]?.toLowerCase() === "lmtp",
  };
}

function imapAccount(text: string): ImapAccount {
  try {
    return accountAt(text, (file) => readNamed("MAIL_IN_IMAP", file));
  } catch (error) {
    throw error instanceof SettingsError
      ? error
      : new SettingsError(`MAIL_IN_IMAP: ${(error as Error).message}`);
  }
}

function readNamed(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new SettingsError(`${name}: the file ${file} cannot be read`);
  }
}

/** `domain:selector:/path/of/the/private/key.pem`, as mail server manuals write it. */
function dkimOf(text: string): Settings["mail"]["dkim"] {
  const match = /^([\w.-]+):([\w.-]+):(.+)$/.exec(text);
  if (!match) throw new SettingsError("MAIL_DKIM: must be domain:selector:key-file");
  return { domainName: match[1]!, keySelector: match[2]!, privateKey: readNamed("MAIL_DKIM", match[3]!) };
}

function scannerAt(text: string): NonNullable<Settings["mail"]["clamav"]> {
  if (text.startsWith("/")) return { path: text };
  const match = /^(\[[0-9a-f:]+\]|[^:/]+):(\d{1,5})$/i.exec(text);
  if (!match) throw new SettingsError("CLAMAV: must be host:port or the path of a socket");
  return { host: match[1]!.replace(/^\[|\]$/g, ""), port: Number(match[2]) };
}
