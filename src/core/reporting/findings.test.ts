import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Drawn } from "./control.ts";
import { differencesOf } from "./differences.ts";
import { findingsOf, type Told } from "./findings.ts";

const kept = { excluded: 0, onTime: 5, late: 0, openOverdue: 0 };
const still: Drawn = { points: [], stretches: [], frozen: [] };
const quiet: Told = {
  kind: "month",
  period: "2026-10",
  backlog: { openBefore: 3, received: 5, reopened: 0, closed: 4, openAfter: 4 },
  promises: { acknowledgement: kept, proposal: kept, implementation: kept, follow_up: kept },
  overdue: 0,
  heldBeforeMiss: { refused: "no-cases" },
  causes: { planning_capacity: 4 },
  missingCategory: { count: 0, of: 4 },
  missingCause: { count: 0, of: 4 },
  calendarConfirmed: true,
  participantsComplete: true,
  actions: { overdue: 0 },
  effects: { effective: 0, ineffective: 0 },
  trained: { count: 3, of: 3 },
  recordingDelay: { median: 0.2 },
  satisfied: { refused: "n-too-small" },
  charts: { rate: still, proposalDays: still, redress: still, gravest: still },
  standing: [],
};
const codes = (more: Partial<Told>) => findingsOf({ ...quiet, ...more }).map(({ code }) => code);

describe("the report in sentences", () => {
  test("a month in which all went well says that promises were kept, and nothing else", () => {
    assert.deepEqual(findingsOf(quiet), [{ code: "promises-kept", weight: "good", values: { of: 20 } }]);
  });

  test("one promise missed is said with how many were due, and no other is praised beside it", () => {
    const proposal = { excluded: 1, onTime: 15, late: 2, openOverdue: 2 };
    const [first, ...rest] = findingsOf({ ...quiet, promises: { ...quiet.promises, proposal } });
    assert.deepEqual(first, {
      code: "promise-missed",
      weight: "act",
      values: { clock: "proposal", missed: 4, of: 19, open: 2 },
    });
    assert.deepEqual(rest, []);
  });

  test("what stands out comes as more or as fewer than chance explains, with the numbers that show it", () => {
    const standing = {
      what: "category",
      code: "certificate",
      side: "more",
      count: 9,
      usual: 1.5,
      chance: 0.0001,
    };
    const [found] = findingsOf({ ...quiet, standing: [standing as Told["standing"][number]] });
    assert.deepEqual(found, {
      code: "more-than-chance",
      weight: "act",
      values: { what: "category", code: "certificate", count: 9, usual: 1.5, chance: 0.0001 },
    });
  });

  test("what asks for action stands first, what is only to be known last", () => {
    const weights = findingsOf({
      ...quiet,
      participantsComplete: false,
      missingCause: { count: 1, of: 4 },
      actions: { overdue: 1 },
      effects: { effective: 1, ineffective: 1 },
    }).map(({ weight }) => weight);
    assert.deepEqual(weights, ["act", "act", "watch", "good", "good", "note"]);
  });

  test("one unknown cause in ten is no finding, two are", () => {
    assert.ok(!codes({ causes: { planning_capacity: 9, unknown: 1 } }).includes("cause-unknown"));
    assert.ok(codes({ causes: { planning_capacity: 8, unknown: 2 } }).includes("cause-unknown"));
  });

  test("nobody complained: that is said, and no share of nothing", () => {
    assert.ok(
      codes({ backlog: { openBefore: 0, received: 0, reopened: 0, closed: 0, openAfter: 0 } }).includes(
        "no-complaints",
      ),
    );
  });

  test("customers who were not told before a date was missed", () => {
    assert.ok(codes({ heldBeforeMiss: { count: 1, of: 3 } }).includes("not-told-before-miss"));
    assert.ok(!codes({ heldBeforeMiss: { count: 3, of: 3 } }).includes("not-told-before-miss"));
  });

  test("a slow change of a figure: longer is bad for a proposal and good between grave complaints", () => {
    const run: Drawn = {
      points: [{ period: "2026-10", value: 7, signals: ["run"], side: "above" }],
      stretches: [{ from: "2025-01", to: "2026-10", kind: "xmr" }],
      frozen: [],
    };
    const weightOf = (chart: keyof Told["charts"]) =>
      findingsOf({ ...quiet, charts: { ...quiet.charts, [chart]: run } }).find(
        ({ code }) => code === "shifted",
      )?.weight;
    assert.equal(weightOf("proposalDays"), "act");
    assert.equal(weightOf("gravest"), "good");
  });

  test("a week is not blamed for participants that nobody counts by the week", () => {
    const { participantsComplete: _, ...week } = quiet;
    assert.ok(!findingsOf({ ...week, kind: "week" }).some(({ code }) => code === "participants-incomplete"));
  });
});

test("a later version says leaf by leaf what is another, and nothing about what is the same", () => {
  const was = { backlog: { received: 3, closed: 1 }, rate: { refused: "no-participants" }, open: [1, 2] };
  const is = { backlog: { received: 4, closed: 1 }, rate: { rate: 1.5 }, open: [1, 2, 3] };
  assert.deepEqual(differencesOf(was, is), [
    { path: "backlog.received", was: 3, is: 4 },
    { path: "rate.rate", was: null, is: 1.5 },
    { path: "rate.refused", was: "no-participants", is: null },
    { path: "open.2", was: null, is: 3 },
  ]);
  assert.deepEqual(differencesOf(was, structuredClone(was)), []);
});
