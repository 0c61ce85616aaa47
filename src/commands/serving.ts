import type { App } from "../app.ts";
import type { Office } from "./office.ts";
import { openApp } from "../app.ts";
import { unfit } from "../areas/backup/secrets.ts";
import { SettingsError } from "../settings.ts";
import { firstInvitation } from "../organisation/staff/invitations.ts";
import { signalled } from "./signals.ts";
import { Failure } from "./usage.ts";

/** `serve`, `work` or both, until a signal; then everything that was begun is finished. */
export async function run(office: Office, parts: { serve: boolean; work: boolean }): Promise<void> {
  const { settings, log, access } = office;
  const { lock, opener } = settings.backup;
  const wrong = lock && (await unfit(lock, opener));
  if (wrong) throw new SettingsError(wrong);
  const app = await openApp({ access, settings, log });
  const ended = signalled();
  try {
    // Mail first: who is told that Redress is ready may write to it.
    const worked = parts.work ? await app.work().catch(notListening) : undefined;
    if (parts.serve) await listen(app, office).catch(notListening);
    if (parts.serve) app.desk.search.begin();
    await tell(app, office, parts.serve, worked);
    await ended;
    say("Stopping …");
    office.leaving?.();
    // Whatever still hangs then, a dead connection or a database that will not go, is not waited for.
    setTimeout(() => process.exit(1), settings.http.shutdownDelay + 45_000).unref();
  } finally {
    await app.stop();
  }
}

/** What an operator can mend is said in one line. */
function notListening(
  error: NodeJS.ErrnoException & { address?: string; hostname?: string; port?: number },
): never {
  const { code, syscall, address, hostname, port } = error;
  if (code === "EADDRINUSE")
    throw new Failure(
      `Port ${port} is taken: is Redress running already? Set PORT or MAIL_IN_LISTEN to another one.`,
    );
  if (syscall === "listen" && code === "EACCES")
    throw new Failure(
      `Port ${port} needs rights that Redress does not have. Set PORT or MAIL_IN_LISTEN to one above 1023.`,
    );
  if (syscall === "listen" || syscall === "getaddrinfo")
    throw new Failure(
      `This machine cannot listen at ${hostname ?? address} (${code}). Set HOST or MAIL_IN_LISTEN to an address of it.`,
    );
  throw error;
}

async function listen(app: App, { settings }: Office): Promise<void> {
  const server = await app.server();
  const { host, port } = settings.http;
  await server.listen({ host, port });
}

async function tell(
  { desk }: App,
  { settings, access }: Office,
  serving: boolean,
  worked: { mailPort: number | undefined } | undefined,
): Promise<void> {
  const { http, mail, notices } = settings;
  if (serving) {
    say(`Redress is ready:     ${http.url}/policy`);
    say(`Staff sign in at:     ${http.url}/desk`);
    const invitation = await firstInvitation(desk.db, desk.now());
    if (invitation)
      say(`First administrator:  ${http.url}/desk/set-up/${invitation}   (valid once, 72 hours)`);
  }
  if (worked)
    say(
      mail.listen
        ? `Incoming mail:        ${mail.listen.lmtp ? "LMTP" : "SMTP"} on ${mail.listen.host}:${worked.mailPort}`
        : "Incoming mail:        off (MAIL_IN_LISTEN)",
    );
  if (mail.out === undefined)
    say("Not configured yet:   MAIL_OUT. Letters wait in the outbox and are marked as not delivered.");
  if (worked) for (const { name } of mail.imap) say(`Collecting from:      ${name}`);
  for (const notice of notices) say(notice);
  if (!access.owner.connectionString) say(`Database:             embedded, in ${settings.data.folder}`);
}

const say = (line: string) => void process.stdout.write(`${line}\n`);
