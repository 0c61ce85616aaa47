// Kills the process again and again (SIGKILL, at random moments) while mail comes in by SMTP and IMAP and letters go out,
// and then counts: every message that we took must have one end, every complaint one acknowledgement.
//   npm run drill:kill -- --kills 1000          resumable: the tally is kept in the folder named by --folder
//   npm run drill:kill -- --kills 40 --flag-first   the negative control, which must lose
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { openDatabase } from "../src/engine/database/database.ts";
import { freshDatabase } from "../test/database.ts";
import { startDovecot } from "../test/dovecot.ts";
import { freePort } from "../test/free-port.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    round: { type: "string", default: "50" },
    folder: { type: "string", default: join(tmpdir(), "redress-kill-drill") },
    "flag-first": { type: "boolean", default: false },
  },
});
const wanted = Number(values.kills);
const flagFirst = values["flag-first"];
const folder = values.folder;
mkdirSync(folder, { recursive: true });
const tallyFile = join(folder, flagFirst ? "control.json" : "tally.json");

type Tally = {
  kills: number;
  messages: number;
  lost: number;
  withoutEnd: number;
  complaints: number;
  acknowledgedTwice: number;
  notAcknowledged: number;
  /** Letters that reached the receiver more than once under the same Message-ID. */
  repeated: number;
};
const none: Tally = {
  kills: 0,
  messages: 0,
  lost: 0,
  withoutEnd: 0,
  complaints: 0,
  acknowledgedTwice: 0,
  notAcknowledged: 0,
  repeated: 0,
};
let tally: Tally = existsSync(tallyFile) ? (JSON.parse(readFileSync(tallyFile, "utf8")) as Tally) : none;

while (tally.kills < wanted) {
  const found = await round(Math.min(Number(values.round), wanted - tally.kills));
  tally = Object.fromEntries(
    Object.entries(tally).map(([name, count]) => [name, count + found[name as keyof Tally]]),
  ) as Tally;
  writeFileSync(tallyFile, JSON.stringify(tally, null, 2));
  console.log(JSON.stringify(tally));
}
const good = tally.lost + tally.withoutEnd + tally.acknowledgedTwice + tally.notAcknowledged === 0;
console.log(
  flagFirst
    ? `Flagging before storing lost ${tally.lost} of ${tally.messages} messages in ${tally.kills} kills.`
    : `${tally.kills} kills, ${tally.messages} messages: ${tally.lost} lost, ${tally.withoutEnd} without an end; ${tally.complaints} complaints: ${tally.notAcknowledged} not acknowledged, ${tally.acknowledgedTwice} acknowledged twice; ${tally.repeated} letters repeated to a receiver that keeps repeats.`,
);
process.exit(flagFirst ? (tally.lost > 0 ? 0 : 1) : good ? 0 : 1);

async function round(kills: number): Promise<Tally> {
  const database = await freshDatabase();
  const dovecot = await startDovecot();
  const seen = new Map<string, number>();
  const receiver = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const id = /^message-id:\s*(\S+)/im.exec(Buffer.concat(chunks).toString())?.[1] ?? "none";
        seen.set(id, (seen.get(id) ?? 0) + 1);
        // A server takes its time before it says that it has taken the letter: there, most deaths hurt.
        setTimeout(done, Math.random() * 20);
      });
    },
  });
  // Its client dies in the middle of a sentence; that is what the drill is about.
  receiver.on("error", () => {});
  await new Promise<void>((resolve) => void receiver.listen(0, "127.0.0.1", () => resolve()));
  const listen = await freePort();
  const given = {
    access: { owner: database.owner, app: database.app },
    folder: join(folder, database.name),
    listen,
    out: `smtp://127.0.0.1:${(receiver.server.address() as AddressInfo).port}`,
    imap: dovecot.address("drill"),
  };

  const feed = { on: true };
  const taken: string[] = [];
  let count = 0;
  const message = (by: string) => {
    const id = `${by}-${(count += 1)}`;
    return { id, from: `${id}@customer.example`, raw: raw(id) };
  };
  // Each keeps offering its message until it is taken, as a mail server does.
  const offer = async () => {
    while (feed.on) {
      const { id, from, raw: bytes } = message("smtp");
      for (let offered = false; !offered && feed.on;) {
        const transport = createTransport({
          host: "127.0.0.1",
          port: listen,
          ignoreTLS: true,
          connectionTimeout: 1000,
        });
        offered = await transport
          .sendMail({ envelope: { from, to: "mb@ctterra.com" }, raw: bytes })
          .then(() => true)
          .catch(() => false);
        transport.close();
        if (offered) taken.push(id);
        else await sleep(40);
      }
    }
  };
  const deliver = async () => {
    while (feed.on) {
      const { id, raw: bytes } = message("imap");
      dovecot.deliver("drill", bytes);
      taken.push(id);
      await sleep(60);
    }
  };
  const feeding = [...(flagFirst ? [] : [offer()]), deliver()];
  for (let n = 0; n < kills; n += 1) {
    const child = start({ ...given, ahead: 0, flagFirst });
    await ready(child);
    await sleep(Math.random() * 700);
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  feed.on = false;
  await Promise.all(feeding);
  // The last one lives a quarter of an hour ahead: claims of the dead have lapsed.
  const last = start({ ...given, ahead: 16, flagFirst });
  await ready(last);
  const db = openDatabase(database.app);
  const open = async () => {
    const { messages } = await db
      .selectFrom("intake_message")
      .select(({ fn }) => fn.countAll<number>().as("messages"))
      .where("disposition", "is", null)
      .executeTakeFirstOrThrow();
    const { letters } = await db
      .selectFrom("letter")
      .select(({ fn }) => fn.countAll<number>().as("letters"))
      .where("state", "=", "queued")
      .executeTakeFirstOrThrow();
    const { stored } = await db
      .selectFrom("intake_message")
      .select(({ fn }) => fn.countAll<number>().as("stored"))
      .executeTakeFirstOrThrow();
    return { messages, letters, stored };
  };
  let before = "";
  // Until nothing is left, or nothing has moved for a minute: on a busy machine the rest takes its time.
  for (let quiet = 0, still = 0; quiet < 3 && still < 60;) {
    await sleep(1000);
    const now = await open();
    quiet = now.messages === 0 && now.letters === 0 && JSON.stringify(now) === before ? quiet + 1 : 0;
    still = JSON.stringify(now) === before ? still + 1 : 0;
    before = JSON.stringify(now);
  }
  const found = await judge();
  last.kill("SIGTERM");
  await once(last, "exit");
  await db.destroy();
  await new Promise<void>((resolve) => receiver.close(() => resolve()));
  await dovecot.stop();
  await database.drop();
  return { ...found, kills };

  async function judge(): Promise<Tally> {
    const addresses = await db
      .selectFrom("complaint")
      .innerJoin("letter", "letter.complaint_id", "complaint.id")
      .select(["complaint.id", "letter.message_id", "letter.state"])
      .where("letter.kind", "=", "acknowledgement")
      .execute();
    const complaints = await db.selectFrom("complaint").select("id").execute();
    const rows = await db.selectFrom("intake_message").select(["disposition", "complaint_id"]).execute();
    const perComplaint = Map.groupBy(addresses, ({ id }) => id);
    return {
      kills: 0,
      messages: taken.length,
      // Each message is of another sender with other words, so each that we took is a complaint of its own.
      lost: Math.max(0, taken.length - complaints.length),
      withoutEnd: rows.filter(({ disposition }) => disposition === null).length,
      complaints: complaints.length,
      acknowledgedTwice: [...perComplaint.values()].filter((letters) => letters.length > 1).length,
      notAcknowledged: complaints.filter(
        ({ id }) =>
          !(perComplaint.get(id) ?? []).some(
            ({ message_id, state }) => state === "accepted" && seen.has(message_id),
          ),
      ).length,
      repeated: [...seen.values()].reduce((sum, times) => sum + times - 1, 0),
    };
  }
}

function raw(id: string): string {
  return `From: ${id}@customer.example\r\nTo: mb@ctterra.com\r\nSubject: ${id}\r\nMessage-ID: <${id}@customer.example>\r\n\r\nThe course of ${id} was cancelled.\r\n`;
}

function start(given: object): ChildProcess {
  const program = [...process.execArgv, join(import.meta.dirname, "killed.ts"), JSON.stringify(given)];
  return spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
}

async function ready(child: ChildProcess): Promise<void> {
  await once(child.stdout!, "data");
}

async function sleep(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
