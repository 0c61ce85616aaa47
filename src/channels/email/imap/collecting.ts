import type { FetchMessageObject, ImapFlow } from "imapflow";
import type { Desk } from "../../../record/desk.ts";
import type { ImapAccount } from "./account.ts";
import { storeRaw } from "../ledger.ts";
import { sizeLimit } from "../size.ts";
import { setNumbering, setProgress } from "./state.ts";

/** Messages fetched with one command: few enough to keep memory bounded, many enough to spare round trips. */
const batch = { messages: 50, bytes: 16 * 1024 * 1024 };
/** Of a message that is too large: its headers and its beginning; the rest stays in the mailbox. */
const beginning = 64 * 1024;
const atOnce = 8;

type Listed = { uid: number; size: number };

/**
 * Stores every message that the folder holds and the ledger does not, by number, whatever its flags say; then, and only
 * then, marks or moves it. Whatever fails half-way is found again by the same comparison.
 * @param since only numbers from here on, where the ones before were compared already
 * @returns the number from which the next comparison begins
 */
export async function collect(
  desk: Desk,
  client: ImapFlow,
  account: ImapAccount,
  since = 1,
): Promise<number> {
  const { validity, next } = numberingOf(client);
  const onServer = await uidsFrom(client, since);
  const stored = await storedUids(desk, account, validity, since);
  const missing = onServer.filter((uid) => !stored.has(uid));
  for (let done = 0; done < missing.length; done += batch.messages) {
    if (missing.length > batch.messages) await setProgress(desk, account, done, missing.length);
    const listed = await sizesOf(client, missing.slice(done, done + batch.messages));
    for (const group of groups(listed)) await takeIn(desk, client, account, validity, group);
  }
  if (missing.length > batch.messages) await setProgress(desk, account, missing.length, missing.length);
  await finishOld(client, account, stored, since);
  return Math.max(next, (onServer.at(-1) ?? 0) + 1);
}

/** The numbering that the server told when the folder was opened, noted beside our own beginning. */
export async function beginNumbering(desk: Desk, client: ImapFlow, account: ImapAccount) {
  const { validity, next } = numberingOf(client);
  return { validity, ...(await setNumbering(desk, account, validity, next)) };
}

function numberingOf(client: ImapFlow): { validity: number; next: number } {
  const { mailbox } = client;
  if (!mailbox) throw new Error("the folder is not open");
  return { validity: Number(mailbox.uidValidity), next: mailbox.uidNext };
}

/** In their order. A server answers "5:*" with its last message even when that is number 3. */
export async function uidsFrom(client: ImapFlow, since: number): Promise<number[]> {
  const found = await client.search({ uid: `${since}:*` }, { uid: true });
  if (!Array.isArray(found)) throw new Error("the mailbox did not list its messages");
  return found.filter((uid) => uid >= since).toSorted((a, b) => a - b);
}

export async function storedUids(
  { db }: Desk,
  { name }: ImapAccount,
  validity: number,
  since = 1,
): Promise<Set<number>> {
  const rows = await db
    .selectFrom("intake_message")
    .select("uid")
    .where("mailbox", "=", name)
    .where("uid_validity", "=", validity)
    .where("uid", ">=", since)
    .execute();
  return new Set(rows.map(({ uid }) => uid!));
}

async function sizesOf(client: ImapFlow, uids: number[]): Promise<Listed[]> {
  const listed = await client.fetchAll(uids.join(","), { uid: true, size: true }, { uid: true });
  return listed.map(({ uid, size = 0 }) => ({ uid, size })).toSorted((a, b) => a.uid - b.uid);
}

/** So many messages as fit into memory together; a large one alone. */
function groups(listed: Listed[]): Listed[][] {
  const all: Listed[][] = [];
  let bytes = Infinity;
  for (const each of listed) {
    if (bytes + each.size > batch.bytes) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)!.push(each);
    bytes += each.size;
  }
  return all;
}

async function takeIn(
  desk: Desk,
  client: ImapFlow,
  account: ImapAccount,
  validity: number,
  group: Listed[],
): Promise<void> {
  const wanted = new Set(group.map(({ uid }) => uid));
  const tooLarge = group.length === 1 && group[0]!.size > sizeLimit;
  const messages = await client.fetchAll(
    [...wanted].join(","),
    { uid: true, internalDate: true, source: tooLarge ? { start: 0, maxLength: beginning } : true },
    { uid: true },
  );
  // A server that answers with another message's number, or twice, does not mix up ours.
  const bodies = messages.filter(({ uid, source }) => wanted.delete(uid) && source !== undefined);
  for (let at = 0; at < bodies.length; at += atOnce)
    await Promise.all(
      bodies.slice(at, at + atOnce).map((body) => store(desk, account, validity, body, tooLarge)),
    );
  if (!tooLarge)
    await finish(
      client,
      account,
      bodies.map(({ uid }) => uid),
    );
}

async function store(
  desk: Desk,
  { name }: ImapAccount,
  validity: number,
  { uid, source, internalDate }: FetchMessageObject,
  cut: boolean,
): Promise<void> {
  const receivedAt = internalDate && instantOf(new Date(internalDate));
  await storeRaw(desk, {
    mailbox: name,
    raw: source!,
    uid: { validity, uid },
    ...(receivedAt && { receivedAt }),
    ...(cut && { cut }),
  });
}

const instantOf = (date: Date): string | undefined =>
  Number.isNaN(date.getTime())
    ? undefined
    : Temporal.Instant.fromEpochMilliseconds(date.getTime()).toString({ fractionalSecondDigits: 3 });

/** Says on the server that these are ours now. A folder that lets nobody write stays as it is: the ledger knows them. */
async function finish(client: ImapFlow, { moveTo }: ImapAccount, uids: number[]): Promise<void> {
  if (uids.length === 0) return;
  const range = uids.join(",");
  try {
    await client.messageFlagsAdd(range, ["\\Seen"], { uid: true });
    if (moveTo) await client.messageMove(range, moveTo, { uid: true });
  } catch (error) {
    // Refused is an answer; a lost connection is not.
    if ((error as { responseStatus?: string }).responseStatus === undefined) throw error;
  }
}

/** What was stored and not marked yet, because we were stopped in between. */
async function finishOld(
  client: ImapFlow,
  account: ImapAccount,
  stored: Set<number>,
  since: number,
): Promise<void> {
  if (stored.size === 0 || since > 1) return;
  const unseen = await client.search(account.moveTo ? { all: true } : { seen: false }, { uid: true });
  const ours = (unseen || []).filter((uid) => stored.has(uid));
  for (let at = 0; at < ours.length; at += 500) await finish(client, account, ours.slice(at, at + 500));
}
