import type { Report } from "../contract.ts";
import type { Telling } from "../telling/line.ts";

/** A report for one reader: in a language, with what the office calls its codes, without what the reader may not see. */
export type Shown = Telling & {
  report: Report;
  organisation: string;
  /** Who counted it. */
  madeBy: string;
  /** For whom the document is made, where it is made for one person. */
  madeFor?: string;
};
