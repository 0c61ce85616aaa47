import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { after, describe, test } from "node:test";
import { inflateSync } from "node:zlib";
import { csvOf } from "../src/areas/reports/documents/csv.ts";
import { makeDocument } from "../src/areas/reports/documents/making.ts";
import type { Shown } from "../src/areas/reports/documents/shown.ts";
import { xlsxOf } from "../src/areas/reports/documents/xlsx.ts";
import { chartsOf } from "../src/areas/reports/drawing/charts-of.ts";
import { pictureOf } from "../src/areas/reports/drawing/picture.ts";
import { findingsOf } from "../src/areas/reports/telling/findings.ts";
import { groupsOf } from "../src/areas/reports/telling/groups.ts";
import { valueOf } from "../src/areas/reports/telling/line.ts";
import { openTypesetter } from "../src/engine/typesetting/typesetting.ts";
import { languages, type Language } from "../src/texts/catalogue.ts";
import { sampleNames, sampleNothing, sampleReport } from "./report-sample.ts";
import { unzip } from "./unzip.ts";

const shown = (language: Language, report = sampleReport): Shown => ({
  report,
  language,
  nameOf: (_, code) => sampleNames[code] ?? code,
  organisation: "Cleantech Terra",
  madeBy: "Redress",
});
const nothing = { ...sampleReport, figures: sampleNothing };

const typesetter = openTypesetter();
after(() => typesetter.close());

describe("whoever gets a report on paper", () => {
  test("can read it without seeing it: tagged, titled, in its language, with words for each picture (PDF/UA-1)", async () => {
    for (const language of languages) {
      const pdf = read((await makeDocument("pdf", shown(language), typesetter))!);
      const charts = chartsOf(sampleReport.figures, shown(language)).filter(({ refused }) => !refused);
      assert.match(pdf.all, /\/StructTreeRoot/);
      assert.match(pdf.all, /\/MarkInfo\s*<<\s*\/Marked true/);
      assert.match(pdf.all, new RegExp(`/Lang\\s*\\(${language}`));
      assert.match(pdf.all, /\/DisplayDocTitle true/);
      assert.match(pdf.all, /<pdfuaid:part>1<\/pdfuaid:part>/);
      assert.match(pdf.all, /\/Outlines/);
      assert.equal(pdf.figures, charts.length, "every picture is a figure");
      assert.equal(pdf.alternatives, charts.length, "and every figure has its words");
      for (const tag of ["H1", "H2", "H3", "Table", "TH", "TD", "P"])
        assert.match(pdf.all, new RegExp(`/S\\s*/${tag}\\b`), tag);
    }
  });

  test("has it within five seconds, also a month of which nothing is known", async () => {
    for (const report of [sampleReport, nothing]) {
      const began = performance.now();
      assert.ok(await makeDocument("pdf", shown("de", report), typesetter));
      assert.ok(performance.now() - began < 5_000, `${performance.now() - began} ms`);
    }
  });

  test("gets a reason in any letters printed, and never as markup", async () => {
    const reason = '#panic("x") $x^2$ 😀 漢 \u202e =cmd|x <svg> \\';
    assert.ok(await makeDocument("pdf", shown("en", { ...sampleReport, reason }), typesetter));
  });
});

/** What of a PDF is told to a machine: its objects, also those in compressed streams. */
function read(pdf: Buffer) {
  const text = pdf.toString("latin1");
  const streams = [...text.matchAll(/\/ObjStm[^]*?stream\r?\n([^]*?)\r?\nendstream/g)].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed!, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  const all = [text, ...streams].join("\n");
  const count = (pattern: RegExp) => [...all.matchAll(pattern)].length;
  return { all, figures: count(/\/S\s*\/Figure/g), alternatives: count(/\/Alt\s*[(<]/g) };
}

describe("whoever calculates with a report", () => {
  test("gets every figure as a line, in the signs that a spreadsheet of that language reads", () => {
    const rows = parse<Record<string, string>>(csvOf(shown("de")), {
      bom: true,
      columns: true,
      delimiter: ";",
    });
    const row = (figure: string) => rows.find((each) => each.Kennzahl === figure)!;
    assert.equal(row("backlog.received").Wert, "14");
    assert.equal(row("redress.perClosedCase").Wert, "114");
    assert.equal(row("redress.perClosedCase").Einheit, "EUR");
    assert.match(row("promises.proposal").Wert!, /^0,7894/);
    assert.equal(row("promises.proposal").n, "19");
    assert.match(row("promises.proposal").von!, /^0,566/);
    const refused = row("promises.follow_up");
    assert.deepEqual(
      [refused.Wert, refused.Anmerkung !== ""],
      ["", true],
      "no zero where there is no figure",
    );
    assert.equal(row("about.programme.solar_2").Wert, "");
    assert.match(row("about.programme.solar_2").Anmerkung!, /weniger als 3/);
  });

  test("gets no formula out of a name", () => {
    const evil = { ...shown("en"), nameOf: () => '=HYPERLINK("http://evil")' };
    const rows = parse(csvOf(evil), { bom: true });
    const cells = rows.flat();
    assert.ok(cells.some((cell) => cell.includes("=HYPERLINK")));
    assert.deepEqual(
      cells.filter((cell) => /^[=+@\t\r-]/.test(cell)),
      [],
    );
  });

  test("gets numbers as numbers in a workbook, a sheet for each group and chart, each name once and short", async () => {
    const files = unzip(await xlsxOf(shown("de")));
    const names = [
      ...files
        .get("xl/workbook.xml")!
        .toString()
        .matchAll(/<sheet [^>]*name="([^"]+)"/g),
    ].map(([, name]) => name!);
    assert.equal(names[0], "Erkenntnisse");
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
    assert.ok(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name)));
    const backlog = files
      .get(`xl/worksheets/sheet${names.indexOf("Offene Beschwerden") + 1}.xml`)!
      .toString();
    // A number has no type of its own there; a text has one.
    assert.match(backlog, /<c r="B3"(?: s="\d+")?><v>14<\/v><\/c>/);
  });
});

describe("whoever reads a report in either language", () => {
  test("finds words for everything: no code is left where a sentence should be", () => {
    for (const language of languages)
      for (const report of [sampleReport, nothing]) {
        const telling = shown(language, report);
        const groups = groupsOf(report.figures, telling);
        const told = [
          ...groups.flatMap(({ title, how, lines }) => [
            title,
            how,
            ...lines.flatMap((line) => [line.label, valueOf(language, line)]),
          ]),
          ...findingsOf(report.figures, telling).flatMap(({ findings }) => findings.map(({ text }) => text)),
          ...chartsOf(report.figures, telling).flatMap(({ title, how, alt }) => [title, how, alt]),
        ];
        for (const text of told) {
          assert.notEqual(text.trim(), "");
          assert.doesNotMatch(text, /undefined|NaN|\[object|[a-z]-[a-z]+-[a-z]+-|no-cases|too-few/);
        }
        const figures = groups.flatMap(({ lines }) => lines.map(({ figure }) => figure));
        assert.equal(new Set(figures).size, figures.length, "each figure has a place of its own");
      }
  });

  test("sees charts that show what their tables say, and none where there is nothing to show", async () => {
    for (const drawn of chartsOf(sampleReport.figures, shown("de"))) {
      if (drawn.refused) continue;
      assert.match(await pictureOf(drawn), /^<svg/);
      assert.ok(drawn.table.rows.length > 0, drawn.code);
      assert.ok(
        drawn.table.rows.every((row) => row.length === drawn.table.head.length),
        drawn.code,
      );
    }
    const empty = chartsOf(sampleNothing, shown("de"));
    assert.deepEqual(
      empty.filter(({ refused }) => refused === undefined).map(({ code }) => code),
      [],
    );
  });

  test("is not told of a week what no week has", () => {
    const week = {
      ...sampleNothing,
      kind: "week" as const,
      period: "2026-W41",
      satisfaction: {
        handling: { refused: "not-for-a-week" },
        result: { refused: "not-for-a-week" },
        notUpheld: { refused: "not-for-a-week" },
      },
    };
    const groups = groupsOf(week, shown("en"));
    assert.ok(!groups.some(({ code }) => code === "satisfaction"));
    assert.ok(groups.some(({ code }) => code === "backlog"));
  });
});
