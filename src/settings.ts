import { createPrivateKey } from "node:crypto";
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { loadEnvFile } from "node:process";
import { createSecureContext } from "node:tls";
import { z } from "zod";
import { readSecret, shortestPassphrase, type Lock, type Opener } from "./areas/backup/secrets.ts";
import { accountAt, type ImapAccount } from "./channels/email/imap/account.ts";
import { systemFolder } from "./engine/database/binaries.ts";
import { readHosts } from "./engine/database/hosts.ts";
import { canReach } from "./engine/database/reach.ts";
import { serverUser } from "./engine/database/server-user.ts";

const root = join(import.meta.dirname, "..");

/** One line for the operator: which setting, and what is wrong with it. */
export class SettingsError extends Error {}

const whole = (most: number) => {
  const error = `must be a whole number from 0 to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(0, { error }).max(most, { error });
};
const url = (...schemes: string[]) =>
  z
    .string()
    .refine(
      (text) =>
        URL.canParse(text) &&
        schemes.includes(new URL(text).protocol.slice(0, -1)) &&
        new URL(text).hostname !== "",
      {
        error: `must be a ${schemes.join(":// or ")}:// address`,
      },
    );

const Environment = z.object({
  PORT: whole(65_535).default(8080),
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
  BACKUP_TO: z.string().min(1).optional(),
  BACKUP_KEY: z.string().min(1).optional(),
  BACKUP_PASSPHRASE: z
    .string()
    .min(shortestPassphrase, { error: `must have ${shortestPassphrase} characters or more` })
    .optional(),
  BACKUP_DRILL_KEY: z.string().min(1).optional(),
  SHUTDOWN_DELAY: whole(600).default(0),
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
  backup: {
    /** Where a backup is put each night; without it there is none. */
    folder: string | undefined;
    /** What backups are closed with, and what opens them here; a secret key may be kept elsewhere. */
    lock: Lock | undefined;
    opener: Opener | undefined;
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
  const keys = resolve(env.REDRESS_KEYS ?? join(folder, "keys"));
  if (env.REDRESS_DATA) mustBeFolder("REDRESS_DATA", folder);
  if (env.BACKUP_TO) {
    mustBeFolder("BACKUP_TO", resolve(env.BACKUP_TO));
    if (!existsSync(env.BACKUP_TO))
      notices.push(`No backups:           there is no folder ${env.BACKUP_TO} (BACKUP_TO).`);
  } else notices.push("Not configured yet:   BACKUP_TO. Nothing is backed up.");
  if (env.REDRESS_KEYS) mustBeFolder("REDRESS_KEYS", keys);
  const http = env.REDRESS_URL?.replace(/\/+$/, "") ?? `http://localhost:${env.PORT}`;
  return {
    http: {
      host: env.HOST,
      port: env.PORT,
      url: http,
      metricsToken: env.METRICS_TOKEN,
      shutdownDelay: env.SHUTDOWN_DELAY * 1000,
    },
    data: { folder, keys, databaseUrl: env.DATABASE_URL },
    mail: {
      out: env.MAIL_OUT,
      listen: listenAt(env.MAIL_IN_LISTEN),
      imap: (env.MAIL_IN_IMAP ?? "").split(/\s+/).filter(Boolean).map(imapAccount),
      tls: env.MAIL_IN_TLS === undefined ? undefined : certificateOf(env.MAIL_IN_TLS),
      receivers: (env.MAIL_RECEIVER ?? "")
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
      dkim: env.MAIL_DKIM === undefined ? undefined : dkimOf(env.MAIL_DKIM),
      clamav: env.CLAMAV === undefined ? undefined : scannerAt(env.CLAMAV),
    },
    backup: backupBy(env),
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

/** It is there and can be written in, or can be made. */
function mustBeFolder(name: string, path: string): void {
  let there = path;
  while (!existsSync(there)) there = dirname(there);
  if (!statSync(there).isDirectory()) throw new SettingsError(`${name}: ${there} is a file, not a folder`);
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
    // Nothing but trying tells of /proc and its like, under which making a folder does not even end.
    if (there !== path) rmdirSync(mkdtempSync(join(there, ".redress-")));
  } catch {
    throw new SettingsError(`${name}: ${there} cannot be written in`);
  }
}

function certificateOf(file: string): string {
  const pem = readNamed("MAIL_IN_TLS", file);
  try {
    createSecureContext({ cert: pem, key: pem });
    return pem;
  } catch {
    throw new SettingsError(`MAIL_IN_TLS: ${file} does not hold a certificate and its key`);
  }
}

/** `domain:selector:/path/of/the/private/key.pem`, as mail server manuals write it. */
function dkimOf(text: string): Settings["mail"]["dkim"] {
  const match = /^([\w.-]+):([\w.-]+):(.+)$/.exec(text);
  if (!match) throw new SettingsError("MAIL_DKIM: must be domain:selector:key-file");
  const privateKey = readNamed("MAIL_DKIM", match[3]!);
  try {
    createPrivateKey(privateKey);
  } catch {
    throw new SettingsError(`MAIL_DKIM: ${match[3]} does not hold a private key`);
  }
  return { domainName: match[1]!, keySelector: match[2]!, privateKey };
}

function backupBy(env: z.output<typeof Environment>): Settings["backup"] {
  const { BACKUP_TO, BACKUP_KEY, BACKUP_PASSPHRASE: passphrase, BACKUP_DRILL_KEY } = env;
  const given = BACKUP_KEY === undefined ? undefined : keyNamed("BACKUP_KEY", BACKUP_KEY);
  const drill = BACKUP_DRILL_KEY === undefined ? undefined : keyNamed("BACKUP_DRILL_KEY", BACKUP_DRILL_KEY);
  if (given && passphrase !== undefined)
    throw new SettingsError("BACKUP_PASSPHRASE: set either this or BACKUP_KEY");
  if (given && !given.lock)
    throw new SettingsError(
      "BACKUP_KEY: this is the secret key, which only opens backups (BACKUP_DRILL_KEY); name the public one, age1…",
    );
  if (drill && !drill.opener)
    throw new SettingsError(
      "BACKUP_DRILL_KEY: must be a file with the secret key (AGE-SECRET-KEY-…) or the passphrase",
    );
  const lock = given?.lock ?? (passphrase === undefined ? undefined : { passphrase });
  if (BACKUP_TO !== undefined && !lock)
    throw new SettingsError(
      "BACKUP_KEY: is missing, and a backup is never written unencrypted; set a public key (age1…) or a file with one or with a passphrase",
    );
  const opener = drill?.opener ?? given?.opener ?? (passphrase === undefined ? undefined : { passphrase });
  return { folder: BACKUP_TO === undefined ? undefined : resolve(BACKUP_TO), lock, opener };
}

/** A public key as it stands, or a file with a key or a passphrase. */
function keyNamed(name: string, text: string): NonNullable<ReturnType<typeof readSecret>> {
  const read = readSecret(text.startsWith("age1") ? text : readNamed(name, text));
  if (!read)
    throw new SettingsError(
      `${name}: the file ${text} holds no key of age and no passphrase of ${shortestPassphrase} characters or more`,
    );
  return read;
}

function scannerAt(text: string): NonNullable<Settings["mail"]["clamav"]> {
  if (text.startsWith("/")) return { path: text };
  const match = /^(\[[0-9a-f:]+\]|[^:/]+):(\d{1,5})$/i.exec(text);
  if (!match) throw new SettingsError("CLAMAV: must be host:port or the path of a socket");
  return { host: match[1]!.replace(/^\[|\]$/g, ""), port: Number(match[2]) };
}
