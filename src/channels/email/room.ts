import type { Desk } from "../../record/desk.ts";
import type { Case } from "./disposing.ts";
import { gathering, type Gathering } from "./gathering.ts";
import type { Parser } from "./parsing-apart.ts";
import { knownContacts } from "./sender.ts";
import { fetchAll, placeAll, type Fetched } from "./placing.ts";

/** The mail room: the desk, and what only mail needs. */
export type MailRoom = {
  desk: Desk;
  parser: Parser;
  /** The mail servers whose verdicts on a sender we believe. */
  receivers: readonly string[];
  /** A message as it was stored, unless it has its disposition. */
  fetch: Gathering<string, Fetched | undefined>;
  /** Whether somebody with this address, as a digest, has complained before. */
  known: Gathering<Buffer, boolean>;
  /** Few transactions at a time: complaints get their numbers one after another, and more at once would only wait. */
  place: Gathering<Case, void>;
};

export const openMailRoom = (desk: Desk, parser: Parser, receivers: readonly string[]): MailRoom => ({
  desk,
  parser,
  receivers,
  fetch: gathering((ids: string[]) => fetchAll(desk, ids), { most: 16 }),
  known: gathering((digests: Buffer[]) => knownContacts(desk, digests), { most: 16 }),
  place: gathering((cases: Case[]) => placeAll(desk, cases), { most: 16, atOnce: 2 }),
});
