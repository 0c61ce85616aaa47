import type { Desk } from "../../complaints/desk.ts";
import type { Turns } from "./turns.ts";
import type { Parser } from "./parsing-apart.ts";

/** The mail room: the desk, and what only mail needs. */
export type MailRoom = {
  desk: Desk;
  parser: Parser;
  /** Complaints get their numbers one after another: more at once would only hold connections that others need. */
  numbering: Turns;
  /** The mail servers whose verdicts on a sender we believe. */
  receivers: readonly string[];
};
