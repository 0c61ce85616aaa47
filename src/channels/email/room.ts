import type { Desk } from "../../complaints/desk.ts";
import type { Parser } from "./parsing-apart.ts";

/** The mail room: the desk, and what only mail needs. */
export type MailRoom = {
  desk: Desk;
  parser: Parser;
  /** The mail servers whose verdicts on a sender we believe. */
  receivers: readonly string[];
};
