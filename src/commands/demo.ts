import type { Settings } from "../settings.ts";
import { demoFolder, NotOurs } from "../sample/demo/folder.ts";
import { freePort } from "../sample/demo/free-port.ts";
import { openDemo } from "../sample/demo/opening.ts";
import { staffTable } from "../sample/demo/staff.ts";
import { openOffice } from "./office.ts";
import { signalled } from "./signals.ts";
import { Failure, optionsOf, UsageError } from "./usage.ts";

const say = (line = "") => void process.stdout.write(`${line}\n`);

/** Everything in one process, with a sample year, until a signal. Works without a network. */
export async function demoCommand(given: Settings, words: string[]): Promise<void> {
  const { options, rest } = optionsOf(words, ["complaints"], ["fresh"]);
  if (rest.length > 0) throw new UsageError(`what is ${rest[0]}?`);
  const complaints = Number(options.complaints ?? 250);
  if (!Number.isInteger(complaints) || complaints < 30 || complaints > 5_000)
    throw new UsageError("--complaints: a whole number from 30 to 5000");
  const { made, note } = folderFor(given.data.folder, "fresh" in options);
  const settings = await ownSettings(given);
  const office = await openOffice(settings);
  try {
    if (!made) say("Making a year of complaints (once, about a minute) …");
    const demo = await openDemo({
      access: office.access,
      settings,
      log: office.log,
      complaints: made ? undefined : complaints,
      passed: (month) => void (process.stderr.isTTY && process.stderr.write(`\r${month} `)),
    });
    const ended = signalled();
    try {
      if (!made && process.stderr.isTTY) process.stderr.write("\r        \r");
      note(true);
      const { server, mailPort } = await demo.serve();
      await server.listen(settings.http);
      tell(settings, mailPort);
      await ended;
      say("Stopping …");
    } finally {
      await demo.stop();
    }
  } finally {
    await office.close();
  }
}

function folderFor(folder: string, fresh: boolean) {
  try {
    return demoFolder(folder, fresh);
  } catch (error) {
    throw error instanceof NotOurs ? new Failure(error.message) : error;
  }
}

/** Nothing of the real Redress on this machine: no outside database, no keys, no mail server, no mailbox. */
async function ownSettings({ http, data, mail, logLevel, notices }: Settings): Promise<Settings> {
  const port = await freePort(http.host, http.port);
  const listen = mail.listen && {
    ...mail.listen,
    lmtp: false,
    port: await freePort(mail.listen.host, mail.listen.port),
  };
  const taken = [
    ...(port === http.port ? [] : [`Port ${http.port} is taken, so the demo listens on ${port}.`]),
    ...(!listen || listen.port === mail.listen?.port
      ? []
      : [`Port ${mail.listen?.port} is taken, so the demo takes mail in on ${listen.port}.`]),
    ...(["127.0.0.1", "::1", "localhost"].includes(http.host)
      ? []
      : ["Everybody who reaches this address can sign in: the passwords below are no secret."]),
  ];
  return {
    http: { ...http, port, url: `http://localhost:${port}` },
    data: { folder: data.folder, keys: `${data.folder}/keys`, databaseUrl: undefined },
    mail: {
      out: undefined,
      listen,
      imap: [],
      tls: undefined,
      receivers: [],
      dkim: undefined,
      clamav: undefined,
    },
    backup: { folder: undefined, lock: undefined, opener: undefined },
    // What happens is on the pages; only failures interrupt the table below.
    logLevel: logLevel === "info" ? "warn" : logLevel,
    notices: [...notices, ...taken],
  };
}

function tell({ http: { url }, mail: { listen }, data, notices }: Settings, mailPort: number | undefined) {
  say(`The demo is ready:    ${url}/policy`);
  say(`Staff sign in at:     ${url}/desk`);
  say(`All its mails:        ${url}/demo/mailbox`);
  say(listen ? `Incoming mail:        SMTP on ${listen.host}:${mailPort}` : "Incoming mail:        off");
  say(`Data:                 ${data.folder}   (npm run demo -- --fresh makes it anew)`);
  for (const notice of notices) say(notice);
  say();
  say(staffTable());
  say();
  say("What to try first");
  say(`  1. Sign in as hanna@demo.example and look at the register: what is due first stands on top.`);
  say(`  2. Open ${url}/demo/mailbox, choose a proposal to a customer, and decide by its link.`);
  say("  3. Write a complaint there with “Write as a customer”, and see it arrive in the register.");
  say("  4. Sign in as maren@demo.example: reports, the open management review, improvement actions.");
  say("  5. Sign in as arno@demo.example: what waits for approval, and the payment list.");
  say();
  say("Ctrl-C stops it; the data stay.");
}
