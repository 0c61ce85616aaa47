// The process that the kill drill kills: incoming mail by SMTP and IMAP, outgoing mail, and nothing else.
// With "flag-first" it collects as many programs do, and loses: the drill's negative control.
import { ImapFlow } from "imapflow";
import pino from "pino";
import { openApp } from "../src/app.ts";
import { accountAt } from "../src/channels/email/imap/account.ts";
import { storeRaw } from "../src/channels/email/ledger.ts";
import { ownSettings } from "../test/own-settings.ts";

const { access, folder, listen, out, imap, ahead, flagFirst } = JSON.parse(process.argv[2]!) as {
  access: Parameters<typeof openApp>[0]["access"];
  folder: string;
  listen: number;
  out: string;
  imap: string;
  /** Minutes by which this process lives in the future, so that what a killed one had claimed is free. */
  ahead: number;
  flagFirst: boolean;
};

const account = accountAt(imap, () => "");
const app = await openApp({
  access,
  settings: ownSettings({
    folder,
    out,
    listen: { host: "127.0.0.1", port: listen, lmtp: false },
    imap: flagFirst ? [] : [account],
  }),
  log: pino({ level: "silent" }),
  now: () => Temporal.Now.instant().add({ minutes: ahead }).toString({ fractionalSecondDigits: 3 }),
});
await app.work();
process.stdout.write("ready\n");
if (flagFirst) await collectFlaggingFirst();

async function collectFlaggingFirst(): Promise<never> {
  const { host, port, user, password = "", folder: box } = account;
  const client = new ImapFlow({ host, port, secure: false, auth: { user, pass: password }, logger: false });
  await client.connect();
  await client.mailboxOpen(box);
  for (;;) {
    const unseen = (await client.search({ seen: false }, { uid: true })) || [];
    for (const uid of unseen) {
      await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
      const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
      if (message && message.source) await storeRaw(app.desk, { mailbox: "flag-first", raw: message.source });
    }
    await client.noop();
  }
}
