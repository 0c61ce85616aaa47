import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addMonths } from "../statistics/month.ts";
import { drawFigure, drawRare, drawRate, type Start } from "./control.ts";

/** The example of STANDARDS §4.3. */
const complaints = [4, 6, 5, 7, 3, 6, 5, 8, 4, 6, 5, 7];
const participants = [120, 140, 130, 150, 110, 135, 128, 160, 118, 142, 131, 136];
const months = (counts: number[], of?: (number | undefined)[], first = "2025-01") =>
  counts.map((count, index) => ({
    period: addMonths(first, index),
    count,
    ...(of?.[index] !== undefined && { of: of[index] }),
  }));

describe("a chart over the months of the reports", () => {
  test("twelve months give the limits of the standard, per 100 participants, and they are handed out to be kept", () => {
    const { points, stretches, frozen, per } = drawRate(months(complaints, participants), []);
    assert.equal(per, true);
    assert.equal(stretches[0]!.kind, "u'");
    assert.ok(Math.abs(stretches[0]!.centre! - 4.125) < 1e-9);
    assert.deepEqual(
      points.flatMap(({ signals }) => signals),
      [],
    );
    assert.equal(frozen.length, 1);
    assert.equal(frozen[0]!.from, "2025-01");
  });

  test("with the kept limits eleven complaints of 125 are no signal and twelve are one", () => {
    const { frozen } = drawRate(months(complaints, participants), []);
    const starts: Start[] = [{ from: "2025-01", limits: frozen[0]!.limits }];
    for (const [count, signals] of [
      [11, []],
      [12, ["outside"]],
      [14, ["outside"]],
    ] as const) {
      const drawn = drawRate(months([...complaints, count], [...participants, 125]), starts);
      assert.deepEqual(drawn.points.at(-1)!.signals, signals, String(count));
      assert.ok(Math.abs(drawn.points.at(-1)!.upper! - 9.574_770_637_375_485) < 1e-9);
      assert.deepEqual(drawn.frozen, [], "nothing new to be kept");
    }
  });

  test("kept limits do not move, whatever an earlier month turns out to have been", () => {
    const starts: Start[] = [
      { from: "2025-01", limits: drawRate(months(complaints, participants), []).frozen[0]!.limits },
    ];
    const corrected = complaints.with(0, 40);
    const drawn = drawRate(months(corrected, participants), starts);
    assert.ok(Math.abs(drawn.stretches[0]!.centre! - 4.125) < 1e-9);
    assert.deepEqual(drawn.points[0]!.signals, ["outside"]);
  });

  test("fewer than twelve months are a run chart; a month without participants is a gap and not nought", () => {
    const { points, stretches } = drawRate(months([4, 6, 5], [120, undefined, 130]), []);
    assert.equal(stretches[0]!.kind, "run");
    assert.equal(points[1]!.value, undefined);
    assert.equal(points[1]!.n, 6);
  });

  test("while no month has participants, complaints are counted alone", () => {
    const { per, stretches, points } = drawRate(months(complaints), []);
    assert.equal(per, false);
    assert.equal(stretches[0]!.kind, "c");
    assert.equal(points[0]!.value, 4);
  });

  test("limits of counts are not used for rates once there are participants", () => {
    const { limits } = drawRate(months(complaints), []).frozen[0]!;
    const { stretches } = drawRate(months(complaints, participants), [{ from: "2025-01", limits }]);
    assert.equal(stretches[0]!.kind, "u'");
    assert.ok(Math.abs(stretches[0]!.centre! - 4.125) < 1e-9);
  });

  test("a decision begins a stretch of its own, with its cause, and the points before keep their limits", () => {
    const { frozen } = drawRate(months(complaints, participants), []);
    const starts: Start[] = [
      { from: "2025-01", limits: frozen[0]!.limits },
      { from: "2026-01", cause: "New handout" },
    ];
    const drawn = drawRate(months([...complaints, 2, 1, 2], [...participants, 120, 130, 125]), starts);
    assert.deepEqual(
      drawn.stretches.map(({ from, to, kind, cause }) => ({ from, to, kind, cause })),
      [
        { from: "2025-01", to: "2025-12", kind: "u'", cause: undefined },
        { from: "2026-01", to: "2026-03", kind: "run", cause: "New handout" },
      ],
    );
    assert.equal(drawn.points[12]!.upper, undefined);
    assert.equal(drawn.points.length, 15);
  });

  test("median days are drawn with natural process limits, not below nought", () => {
    const days = [3, 4, 3.5, 4.5, 3, 3.5, 4, 5, 3.5, 4, 3, 4.5];
    const { stretches, points } = drawFigure(
      days.map((value, index) => ({ period: addMonths("2025-01", index), value })),
      [],
    );
    assert.equal(stretches[0]!.kind, "xmr");
    assert.ok(Math.abs(points[0]!.upper! - 6.330_757_575_8) < 1e-9);
    assert.ok(Math.abs(points[0]!.lower! - 1.252_575_757_6) < 1e-9);
  });

  test("too few grave complaints for a rate: the days between them, once there are twelve", () => {
    const days = [undefined, 9, 21, 5, 30, 14, 11, 26, 3, 17, 40, 12, 8];
    const measured = days.map((value, index) => ({
      period: Temporal.PlainDate.from("2026-01-01").add({ days: index }).toString(),
      ...(value !== undefined && { value }),
    }));
    assert.deepEqual(drawRare(measured.slice(0, 5), []).stretches[0]!.refused, "too-few");
    assert.equal(
      drawRare(measured.slice(0, 12), []).stretches[0]!.refused,
      "too-few",
      "eleven times between",
    );
    const { stretches, points, frozen } = drawRare(measured, []);
    assert.equal(stretches[0]!.kind, "t");
    // STANDARDS §4.3, from all twelve.
    assert.ok(Math.abs(points[0]!.centre! - 13.89) < 0.005 && Math.abs(points[0]!.upper! - 117.7) < 0.05);
    assert.equal(frozen[0]!.limits.points, 12);
  });

  test("one complaint in a year of months without any is not called special, with participants or without", () => {
    const once = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    for (const people of [undefined, Array<number>(12).fill(50)]) {
      const { stretches, points } = drawRate(months(once, people), []);
      assert.equal(stretches[0]!.refused, "too-rare");
      assert.ok(points.every(({ signals }) => signals.length === 0));
    }
  });

  test("a year without redress, or without complaints, has no limits; the year after it has", () => {
    const cents = (...values: number[]) =>
      drawFigure(
        values.map((value, index) => ({ period: addMonths("2025-01", index), value })),
        [],
      );
    const quiet = Array<number>(12).fill(0);
    assert.equal(cents(...quiet).stretches[0]!.refused, "no-spread");
    const after = cents(...quiet, 50_000);
    assert.deepEqual([after.stretches[0]!.kind, after.frozen[0]!.limits.points], ["xmr", 13]);
    assert.deepEqual(after.points[12]!.signals, ["outside"]);
    const later = drawRate(months([...quiet, 5, 4]), []);
    assert.deepEqual([later.stretches[0]!.kind, later.frozen[0]!.limits.points], ["c", 13]);
    assert.deepEqual(later.points[12]!.signals, ["outside"]);
  });

  test("no month at all is an empty chart", () => {
    assert.deepEqual(drawFigure([], []), { points: [], stretches: [], frozen: [] });
  });
});
