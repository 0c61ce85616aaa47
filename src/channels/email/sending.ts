import { sql } from "kysely";
import { createTransport, type Transporter } from "nodemailer";
import type { Command } from "../../core/complaint/commands.ts";
import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import { handleAll } from "../../casework/complaints/handle.ts";
import { claimAll, type Claimed, type Letter } from "./claiming.ts";
import { gathering, type Gathering } from "./gathering.ts";
import { later } from "./pauses.ts";
import { slowDown, speedUp } from "./slowing-down.ts";
import { firstOfEach } from "../../engine/queue/turns.ts";
import { writeAll, type Written } from "./writing.ts";

/** The way out, or nothing while none is configured: then letters wait, and staff see that they do. */
export type MailOut = {
  send: (envelope: { from: string; to: string }, raw: Buffer) => Promise<void>;
  close: () => void;
};

/** How letters are signed (RFC 6376), so that receivers can tell ours from forged ones. */
export type Signing = { domainName: string; keySelector: string; privateKey: string };

export function openMailOut(url: string, dkim?: Signing): MailOut {
  const { protocol, hostname, port, username, password } = new URL(url);
  // Not the address itself as a setting: beside an address, pool and timeouts would be ignored.
  const transport: Transporter = createTransport({
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (protocol === "smtps:" ? 465 : 587),
    secure: protocol === "smtps:",
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(dkim && { dkim }),
    pool: true,
    maxConnections: 3,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    // Far below the ten minutes for which a letter is claimed: who stalls must not get it twice.
    socketTimeout: 60_000,
  });
  return {
    send: async (envelope, raw) => {
      await transport.sendMail({ envelope, raw, disableFileAccess: true, disableUrlAccess: true });
    },
    close: () => transport.close(),
  };
}

/** What sending a letter takes; what several letters need at the same moment is done for all of them at once. */
export type Outbox = {
  desk: Desk;
  mailOut: MailOut;
  claim: Gathering<string, Claimed | undefined>;
  write: Gathering<Claimed, Written | undefined>;
  accept: Gathering<Claimed, void>;
};

export const openOutbox = (desk: Desk, mailOut: MailOut): Outbox => ({
  desk,
  mailOut,
  claim: gathering((ids: string[]) => claimAll(desk, ids), { most: 16 }),
  write: gathering((claimed: Claimed[]) => writeAll(desk, claimed), { most: 16 }),
  accept: gathering((claimed: Claimed[]) => acceptAll(desk, claimed), { most: 16 }),
});

/** Sends one letter: written once, the same bytes at each attempt, at least once. Harmless for one that has gone. */
export async function sendLetter(outbox: Outbox, letterId: string): Promise<void> {
  const { desk, mailOut } = outbox;
  const claimed = await outbox.claim(letterId);
  if (!claimed) return;
  const { letter, reached } = claimed;
  const written = await write(outbox, claimed);
  if (!written) return finish(desk, letterId, { state: "failed", last_error: "nothing-to-say" });
  try {
    await mailOut.send(written.envelope, written.raw);
  } catch (error) {
    await slowDown(desk, reached.domain, (error as SmtpError).responseCode);
    return postpone(desk, letterId, letter.attempts, error as SmtpError);
  }
  await outbox.accept(claimed);
}

/** What cannot be written is our fault, not the letter's: it waits, staff see why, and the fault is heard. */
async function write(outbox: Outbox, claimed: Claimed): Promise<Written | undefined> {
  try {
    return await outbox.write(claimed);
  } catch (error) {
    const { desk } = outbox;
    const { id, attempts } = claimed.letter;
    await postpone(desk, id, attempts, Object.assign(new Error("not written"), { code: "not-written" }));
    throw error;
  }
}

type SmtpError = Error & { responseCode?: number; code?: string; command?: string };

/** Where a server speaks of this recipient or this message; a refusal before that is about us and our relay. */
const aboutTheLetter = /^(RCPT|DATA)/;

/** For days with growing pauses; a refusal of the recipient or the message for good (5xx), or the last pause, ends it. */
async function postpone(desk: Desk, letterId: string, attempts: number, error: SmtpError): Promise<void> {
  const last_error =
    error.responseCode === undefined ? (error.code ?? "unreachable") : String(error.responseCode);
  const minutes = Math.min(2 ** attempts, 12 * 60);
  const refused = (error.responseCode ?? 0) >= 500 && aboutTheLetter.test(error.command ?? "");
  const hopeless = refused || attempts > 20;
  await finish(
    desk,
    letterId,
    hopeless
      ? { state: "failed", last_error }
      : { state: "queued", last_error, next_attempt_at: later(desk.now(), { minutes }) },
  );
}

async function finish(
  { db }: Desk,
  letterId: string,
  change: { state: string; last_error: string; next_attempt_at?: string },
): Promise<void> {
  await db.updateTable("letter").set(change).where("id", "=", letterId).execute();
}

/** What it means for the complaint that the receiving server took the letter. */
function meaning(
  { id, kind, version }: Letter,
  at: string,
  proposal: number | undefined,
): Command | undefined {
  if (kind === "acknowledgement") return { do: "acknowledge", via: "email", at, reached: true, letterId: id };
  if (kind === "proposal" && proposal !== undefined)
    return { do: "confirm-delivery", proposal, at, letterId: id };
  return kind === "follow_up" && version > 0
    ? { do: "follow-up", via: "email", at, letterId: id }
    : undefined;
}

/** The number of the proposal that the letter carries. */
async function proposalIn(tx: Tx, { complaint_id, version }: Letter): Promise<number | undefined> {
  const dispatched = await tx
    .selectFrom("complaint_event")
    .select("data")
    .where("complaint_id", "=", complaint_id)
    .where("version", "=", version)
    .executeTakeFirst();
  return (dispatched?.data as { proposal?: number } | undefined)?.proposal;
}

/** A letter's state and the promise that it keeps change together. */
async function acceptAll(desk: Desk, claimed: readonly Claimed[]): Promise<void[]> {
  const at = desk.now();
  await desk.db.transaction().execute(async (tx) => {
    let left = claimed;
    while (left.length > 0) {
      const turn = firstOfEach(left, ({ letter }) => [letter.complaint_id]);
      await keepPromises(tx, desk, at, turn);
      left = left.filter((each) => !turn.includes(each));
    }
    for (const { letter, reached } of claimed) if (letter.slowed) await speedUp(tx, reached.domain);
    await tx
      .updateTable("letter")
      .set({ state: "accepted", accepted_at: at, next_attempt_at: null, last_error: null })
      .where(sql<boolean>`id = any(${claimed.map(({ letter }) => letter.id)}::uuid[])`)
      .execute();
  });
  return claimed.map(() => undefined);
}

/** For each complaint what its letter means. */
async function keepPromises(tx: Tx, desk: Desk, at: string, turn: readonly Claimed[]): Promise<void> {
  const commands = new Map<string, Command>();
  for (const { letter } of turn) {
    const proposal = letter.kind === "proposal" ? await proposalIn(tx, letter) : undefined;
    const command = meaning(letter, at, proposal);
    if (command) commands.set(letter.complaint_id, command);
  }
  // A refusal means that the promise was kept another way meanwhile, or is owed no more: the letter has gone all the same.
  if (commands.size > 0) await handleAll(desk, { kind: "system", id: "mail-room" }, commands, { tx });
}
