import type { Redaction } from "../../core/complaint/events.ts";
import type { Desk } from "../../record/desk.ts";
import type { Staff } from "../../core/access/access.ts";
import type { Language } from "../../texts/catalogue.ts";
import type { Entry } from "../../engine/packing/packing.ts";
import type { Typesetter } from "../../engine/typesetting/typesetting.ts";

/** What is asked for: all days of a range, on the office's calendar, in one language. */
export type Pack = {
  desk: Desk;
  typesetter: Typesetter;
  who: Staff;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  /** The first instant of the range, and the first after it. */
  span: { from: string; before: string };
  zone: string;
  language: Language;
  redaction: Redaction;
  /** A colleague by name; by a letter where names are hidden, the same one throughout the pack. */
  colleague: (personId: string | undefined) => string;
  /** A complaint by its reference; by a number where it could lead to the complainant. */
  complaint: (reference: string) => string;
};

/** One area's part of a pack. An area joins by one line in contributors.ts. */
export type Contributor = (pack: Pack) => Promise<Entry[]>;
