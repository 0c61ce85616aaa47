import type { Calendar } from "../../../core/calendar/calendar.ts";
import type { Span } from "../../../core/statistics/month.ts";
import type { Db } from "../../../engine/database/database.ts";

/** What every figure is counted over: one picture of the database, one span of time on the office's wall. */
export type Counting = {
  db: Db;
  span: Span;
  /** When it is counted. */
  asOf: string;
  calendar: Calendar;
};
