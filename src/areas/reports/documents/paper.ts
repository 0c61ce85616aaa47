import { domain } from "../../../texts/domain.ts";
import { formatInstant } from "../../../texts/catalogue.ts";
import { numeral, periodInWords } from "../../../texts/quantities.ts";
import { figureWords } from "../../../texts/report-figures.ts";
import { noFigureInWords } from "../../../texts/report-refusals.ts";
import { reportWords } from "../../../texts/reports.ts";
import { printableThroughout } from "../../../engine/typesetting/printable.ts";
import { chartsOf } from "../drawing/charts-of.ts";
import type { Drawn, TableCell } from "../drawing/drawn.ts";
import { pictureOf } from "../drawing/picture.ts";
import { differencesInWords } from "../telling/differences.ts";
import { findingsOf } from "../telling/findings.ts";
import { glanceOf } from "../telling/glance.ts";
import { groupsOf } from "../telling/groups.ts";
import { besideOf, valueOf, type Telling } from "../telling/line.ts";
import type { Shown } from "./shown.ts";

/** All that is printed, in order, as data for report.typ. */
export async function paperOf(shown: Shown) {
  const { report, language, organisation, madeFor, madeBy } = shown;
  const { figures, kind } = report;
  const w = reportWords(language);
  const telling: Telling = shown;
  const charts = chartsOf(figures, telling);
  const period = periodInWords(language, report.period);
  const { year, month, day } = Temporal.Instant.from(report.asOf).toZonedDateTimeISO(figures.zone);
  const instant = (at: string) => formatInstant(language, at, figures.zone);
  const document = {
    language,
    organisation,
    period: report.period,
    title: w.report[kind](period),
    over: `${organisation} · ${w.kind[kind]}`,
    version: w.version(report.version),
    made: [w.countedOn(instant(report.asOf)), w.version(report.version), madeFor].filter(Boolean).join(" · "),
    reason: report.reason ? w.because(report.reason) : "",
    date: { year, month, day },
    hash: report.hash,
    page: w.page,
    of: w.of,
    nothing: w.nothing,
    parts: findingsOf(figures, telling).map(({ title, findings }) => ({ title, findings })),
    key: glanceOf(figures, telling).map((line) => ({
      label: line.label,
      value: numeral(language, line.unit, line.value!),
    })),
    overdue: overdueOf(shown),
    "charts-title": w.charts,
    charts: charts.map((drawn) => chartOf(drawn, telling)),
    "figures-title": w.figures,
    "figure-head": Object.values(w.figureHead),
    groups: groupsOf(figures, telling).map(({ title, how, lines }) => ({
      title,
      how,
      lines: lines.map((line) => ({
        label: line.label,
        value: valueOf(language, line),
        beside: besideOf(language, line),
        refused: line.refused !== undefined,
      })),
    })),
    "tables-title": w.tables,
    differences: {
      title: w.differences,
      head: Object.values(w.differenceHead),
      rows: differencesInWords(report.differences, figures, telling).map(({ label, was, is }) => [
        label,
        was,
        is,
      ]),
    },
    basis: {
      title: w.basis,
      rows: [
        [w.basisOf.counted, instant(figures.asOf)],
        [w.basisOf.span, `${instant(figures.from)} – ${instant(figures.before)}`],
        [w.basisOf.policy, String(figures.policyVersion)],
        [w.basisOf.calendar, figures.calendarVersion],
        [figureWords(language).quality.calendarConfirmed, yesNo(shown)],
        [w.basisOf.version, String(report.version)],
        [w.basisOf.by, madeBy],
        [w.basisOf.hash, report.hash],
      ],
    },
  };
  const printed = inOurLetters(printableThroughout(document));
  // Pictures are ours and no text: they go in as they are.
  const svg = await Promise.all(
    charts.map(async (drawn) => (drawn.refused === undefined ? await pictureOf(drawn) : "")),
  );
  return { ...printed, charts: printed.charts.map((chart, index) => ({ ...chart, svg: svg[index]! })) };
}

const yesNo = ({ report, language }: Shown) =>
  figureWords(language).quality[report.figures.quality.calendarConfirmed ? "yes" : "no"];

function overdueOf({ report: { figures }, language }: Shown) {
  const w = reportWords(language);
  const d = domain(language);
  const { overdue, overdueInAll } = figures.open;
  const stages: Record<string, string> = d.stage;
  const clocks: Record<string, string> = d.clock;
  const reasons: Record<string, string> = d.lateReason;
  const day = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    dateStyle: "medium",
    timeZone: figures.zone,
  });
  const { reference, stage, clock, age, reason } = w.overdueHead;
  return {
    title: w.overdue,
    head: [reference, stage, clock, age, reason],
    rows: overdue.map((each) => [
      each.reference,
      stages[each.stage] ?? each.stage,
      `${clocks[each.clock] ?? each.clock}: ${day.format(Date.parse(each.dueAt))}`,
      String(each.age),
      each.lateReason === undefined ? w.noReason : (reasons[each.lateReason] ?? each.lateReason),
    ]),
    note: overdueInAll > overdue.length ? w.notYours(overdueInAll - overdue.length) : "",
  };
}

function chartOf(drawn: Drawn, { language }: Telling) {
  const { title, how, notes, alt, table, refused } = drawn;
  const cell = (each: TableCell) =>
    typeof each === "string" ? each : numeral(language, each.unit, each.value);
  return {
    title,
    how: refused === undefined ? how : "",
    notes,
    alt: `${title}. ${alt}`,
    refused: refused === undefined ? "" : noFigureInWords(language, refused),
    head: table.head,
    rows: refused === undefined ? table.rows.map((row) => row.map(cell)) : [],
  };
}

/**
 * PDF/UA refuses a sign that no font has. There can be such ones only in what people wrote (a reason, a cause, a name of
 * the lists); Latin, Greek and Cyrillic are in the font, any other sign is printed as its number.
 */
function inOurLetters<T>(value: T): T {
  if (typeof value === "string") return value.replace(foreign, asNumber) as T;
  if (Array.isArray(value)) return value.map(inOurLetters) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inOurLetters(each)])) as T;
}

const foreign =
  /[^\n\u0020-\u007e\u00a0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2000-\u203a\u20ac\u2190-\u2193\u2212\u25cf]/gu;
const asNumber = (sign: string) => `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`;
