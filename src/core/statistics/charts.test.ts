import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { cChart, countChart, type Counted } from "./count-chart.ts";
import { averageRange, movingRanges } from "./moving-range.ts";
import { figureOverTime, rateOverTime } from "./phases.ts";
import { runChart } from "./run-chart.ts";
import {
  countRules,
  makingDataCountRules,
  signalsOf,
  westernElectricRules,
  wheelerRules,
  type Rule,
} from "./signals.ts";
import { tChart, xmrChart, type XmrOptions } from "./xmr-chart.ts";

const data = (path: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../../test/data", path), "utf8"));
const { stats } = data("calendar/vectors.json");

function near(found: number | undefined, expected: number, tolerance: number, what = "") {
  assert.ok(
    found !== undefined && Math.abs(found - expected) <= tolerance,
    `${what} ${found}, not ${expected}`,
  );
}
function drawn<T extends object>(chart: T): Exclude<T, { refused: string }> {
  assert.ok(!("refused" in chart), JSON.stringify(chart));
  return chart as Exclude<T, { refused: string }>;
}
const counted = (counts: number[], of: number[] | number): Counted[] =>
  counts.map((count, index) => ({ count, of: typeof of === "number" ? of : of[index]! }));
const outsideOf = (chart: { signals: { rule: string; at: number[] }[] }) =>
  chart.signals.filter(({ rule }) => rule === "outside").flatMap(({ at }) => at);
// qcc and NIST compute 3 / 1.128 where Wheeler rounds to 2.66.
const unrounded = 3 / 1.128;

describe("published charts", () => {
  type Published = {
    id: string;
    type: "u" | "c" | "p" | "xmr";
    values: number[];
    sizes: number[] | null;
    expected: { center: number; lcl: number | number[]; ucl: number | number[]; mr_bar?: number };
    tolerance: number;
    signals_outside?: number[];
    phase2_values?: number[];
  };
  const cases = data("spc/charts.json").cases as Published[];
  const chartOf = ({ type, values, sizes }: Published) =>
    drawn(
      type === "xmr"
        ? xmrChart(values, { factor: unrounded })
        : countChart(type, counted(values, sizes ?? 1)),
    );

  test("centre and limits of every chart", () => {
    assert.equal(cases.length, 6);
    for (const each of cases) {
      const { id, expected, tolerance } = each;
      const at = (limit: number | number[], index: number) =>
        typeof limit === "number" ? limit : limit[index]!;
      for (const [index, point] of chartOf(each).points.entries()) {
        near(point.centre, expected.center, tolerance, id);
        near(point.lower, at(expected.lcl, index), tolerance, id);
        near(point.upper, at(expected.ucl, index), tolerance, id);
      }
    }
  });

  test("signals of every chart, and a point on the limit is none", () => {
    for (const each of cases.filter(({ signals_outside }) => signals_outside))
      assert.deepEqual(
        outsideOf(chartOf(each)).map((at) => at + 1),
        each.signals_outside,
        each.id,
      );
  });

  test("viscosity: leaving out batch 4 is as good as striking it, and its limits hold for the second phase", () => {
    const all = cases.find(({ id }) => id === "viscosity_xmr")!.values;
    const { expected, phase2_values: later } = cases.find(({ id }) => id === "viscosity_xmr_excl_4")!;
    const options: XmrOptions = { factor: unrounded, exclude: [3], freeze: all.length };
    const chart = drawn(xmrChart([...all, ...later!], options));
    near(chart.points.at(-1)!.lower, expected.lcl as number, 1e-5);
    near(chart.points.at(-1)!.upper, expected.ucl as number, 1e-5);
    assert.deepEqual([chart.baseline.points, chart.points[3]!.inBaseline], [19, false]);
    assert.deepEqual(outsideOf(chart), [3, 27], "35.4 in the second phase too");

    const alone = drawn(xmrChart(later!, { baseline: chart.baseline }));
    assert.deepEqual(
      alone.points.map(({ z }) => z),
      chart.points.slice(20).map(({ z }) => z),
    );
  });

  test("NIST flow rate: mean moving range", () => {
    const { values, expected } = cases.find(({ id }) => id === "nist_flowrate_xmr")!;
    near(drawn(xmrChart(values)).baseline.range, expected.mr_bar!, 0.000_05);
  });

  test("qcc: sigma of viscosity from the standard deviation", () => {
    const { values } = cases.find(({ id }) => id === "viscosity_xmr")!;
    const chart = drawn(xmrChart(values, { sigmaFrom: "standard-deviation" }));
    near(chart.baseline.sigma, 0.576_985_4, 1e-7);
    near(chart.points[0]!.lower, 32.357_04, 1e-5);
    near(chart.points[0]!.upper, 35.818_96, 1e-5);
  });

  // Montgomery, Introduction to Statistical Quality Control, example 7.1: cans of orange juice, 50 in a sample.
  const juice = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
    6,
  ];

  test("Montgomery 7.1: p and np, then without the two samples whose causes were found", () => {
    const p = drawn(countChart("p", counted(juice, 50)));
    near(p.baseline.centre, 0.231_333_3, 1e-7);
    near(p.points[0]!.lower, 0.052_427_55, 1e-8);
    near(p.points[0]!.upper, 0.410_239_1, 1e-7);
    assert.deepEqual(outsideOf(p), [14, 22]);
    const np = drawn(countChart("np", counted(juice, 50)));
    near(np.points[0]!.centre, 11.566_67, 1e-5);
    near(np.points[0]!.lower, 2.621_377, 1e-6);
    near(np.points[0]!.upper, 20.511_96, 1e-5);
    assert.deepEqual(
      np.points.map(({ value }) => value),
      juice,
    );
    const revised = drawn(countChart("p", counted(juice, 50), { exclude: [14, 22] }));
    near(revised.baseline.centre, 0.215, 1e-12);
    near(revised.points[0]!.lower, 0.040_702_84, 1e-8);
    near(revised.points[0]!.upper, 0.389_297_2, 1e-7);
  });

  test("Montgomery 7.3: faults on circuit boards, with and without two known causes", () => {
    const boards = [
      21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15,
    ];
    const all = drawn(cChart(boards));
    near(all.points[0]!.lower, 6.481_447, 1e-6);
    near(all.points[0]!.upper, 33.210_86, 1e-5);
    assert.deepEqual(outsideOf(all), [5, 19]);
    const revised = drawn(cChart(boards, { exclude: [5, 19] }));
    near(revised.baseline.centre, 19.666_67, 1e-5);
    near(revised.points[0]!.lower, 6.362_532, 1e-6);
    near(revised.points[0]!.upper, 32.9708, 1e-4);
  });
});

describe("the complaint rate on a u chart", () => {
  const { c, n, uBar, uclAtN125, signalAtN125, laneySigmaZ } = stats.uChart;
  const year = counted(c, n);

  test("twelve months make the limits of the thirteenth", () => {
    for (const [count, signal] of Object.entries(signalAtN125)) {
      const months = [...year, { count: Number(count), of: 125 }];
      const chart = drawn(countChart("u", months, { freeze: 12 }));
      near(chart.baseline.centre, uBar, 1e-12);
      near(chart.points[12]!.upper, uclAtN125, 1e-12);
      assert.deepEqual(outsideOf(chart), signal ? [12] : [], count);
    }
  });

  test("it is not a p chart: √(ū(1 − ū)/n) would be a narrower limit", () => {
    const u = drawn(countChart("u", year)).points[0]!;
    const p = drawn(countChart("p", year)).points[0]!;
    assert.ok(p.upper! < u.upper!);
  });

  test("Laney's limits never narrow: σ_z is 0.529, so they stay those of u", () => {
    const u = drawn(countChart("u", year));
    const primed = drawn(countChart("u'", year));
    near(primed.baseline.sigmaZ, laneySigmaZ, 0.000_05);
    assert.equal(primed.baseline.widened, 1);
    assert.deepEqual(primed.points, u.points);
    const narrow = drawn(countChart("u'", year, { narrow: true }));
    near(narrow.baseline.widened, laneySigmaZ, 0.000_05);
  });

  test("months that differ by more than chance get wider limits", () => {
    const wild = counted([40, 90, 35, 110, 60, 20, 95, 50, 80, 30, 100, 45], 1000);
    const u = drawn(countChart("u", wild));
    const primed = drawn(countChart("u'", wild));
    assert.ok(outsideOf(u).length > 0);
    assert.deepEqual(outsideOf(primed), []);
    const half = (chart: typeof u) => chart.points[0]!.upper! - chart.points[0]!.centre!;
    near(half(primed), half(u) * primed.baseline.sigmaZ!, 1e-12);
  });

  test("frozen limits are plain data and draw the same chart when given back", () => {
    const frozen = drawn(countChart("u", year)).baseline;
    const kept = JSON.parse(JSON.stringify(frozen)) as typeof frozen;
    const later = drawn(countChart("u", [{ count: 12, of: 125 }], { baseline: kept }));
    assert.deepEqual(outsideOf(later), [0]);
    assert.equal(later.points[0]!.inBaseline, false);
  });

  test("a month that was not counted is a gap on a c chart, and no month without complaints", () => {
    const chart = drawn(cChart([4, 6, undefined, 5]));
    assert.deepEqual([chart.baseline.centre, chart.baseline.points], [5, 3]);
    assert.deepEqual(chart.points[2], { inBaseline: false });
    assert.deepEqual(cChart([undefined]), { refused: "too-few" });
    // Whatever a count is out of, on a c chart it stands for itself.
    assert.deepEqual(countChart("c", counted([4, 6, 5], 120)), cChart([4, 6, 5]));
  });

  test("a month without participants is a gap and changes nothing else", () => {
    const months = [...year.slice(0, 6), { count: 1, of: 0 }, ...year.slice(6)];
    const chart = drawn(countChart("u", months));
    assert.deepEqual(chart.points[6], { inBaseline: false });
    near(chart.baseline.centre, uBar, 1e-12);
    assert.equal(chart.baseline.points, 12);
  });

  test("what has no limits says why", () => {
    const refused = (kind: "u" | "p" | "c", ...points: [number, number][]) =>
      countChart(
        kind,
        points.map(([count, of]) => ({ count, of })),
      );
    assert.deepEqual(refused("u"), { refused: "too-few" });
    assert.deepEqual(refused("u", [3, 100]), { refused: "too-few" });
    assert.deepEqual(refused("u", [0, 0], [2, 0]), { refused: "no-participants" });
    assert.deepEqual(refused("u", [0, 100], [0, 90]), { refused: "no-spread" });
    assert.deepEqual(refused("p", [9, 9], [4, 4]), { refused: "no-spread" });
    assert.deepEqual(refused("p", [9, 9], [5, 4]), { refused: "more-than-all" });
    assert.deepEqual(refused("u", [NaN, 9], [5, 4]), { refused: "not-a-count" });
    assert.deepEqual(refused("u", [5, NaN], [5, 4]), { refused: "not-a-count" });
    assert.deepEqual(refused("c", [-1, 1], [5, 1]), { refused: "not-a-count" });
    const same = counted([5, 5, 5], 100);
    assert.deepEqual(countChart("u'", same, { narrow: true }), { refused: "no-spread" });
    assert.deepEqual(drawn(countChart("u'", same)).signals, []);
  });

  test("one complaint in a year is above its own limit: by the formula, and no reason to use it", () => {
    const quiet = counted([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0], 50);
    const chart = drawn(countChart("u", quiet));
    near(chart.points[4]!.upper, 1 / 600 + 3 * Math.sqrt(1 / 600 / 50), 1e-15);
    assert.deepEqual(outsideOf(chart), [4]);
    assert.deepEqual(rateOverTime(quiet), [{ from: 0, to: 11, refused: "too-rare" }]);
    const two = counted([0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], 50);
    const found = rateOverTime(two);
    assert.ok(Array.isArray(found) && "control" in found[0]! && outsideOf(found[0].control).length === 0);
  });

  test("limits keep within what is possible, and only numbers come out", () => {
    const point = fc.record({ count: fc.nat(30), of: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(
        fc.constantFrom(...(["c", "u", "u'", "p", "p'", "np"] as const)),
        fc.array(point, { maxLength: 30 }),
        (kind, list) => {
          const sharing = kind.includes("p");
          const points = list.map(({ count, of }) => ({ count: sharing ? Math.min(count, of) : count, of }));
          const chart = countChart(kind, points);
          if ("refused" in chart) return;
          for (const { lower, centre, upper, z } of chart.points) {
            if (z === undefined) continue;
            assert.ok(Number.isFinite(z) && 0 <= lower! && lower! <= centre! && centre! <= upper!);
            if (kind === "p" || kind === "p'") assert.ok(upper! <= 1);
          }
        },
      ),
    );
  });
});

describe("one figure a month on an XmR chart", () => {
  const { x, mean, mRbar, unpl, lnpl, url3268 } = stats.xmr;

  test("the example of the field to its last digit", () => {
    const { baseline, points, signals, ranges } = drawn(xmrChart(x));
    near(baseline.centre, mean, 1e-9);
    near(baseline.range, mRbar, 1e-9);
    near(points[0]!.upper, unpl, 1e-9);
    near(points[0]!.lower, lnpl, 1e-9);
    near(baseline.rangeLimit, url3268, 1e-7);
    assert.deepEqual(signals, []);
    assert.equal(ranges[0]!.value, undefined);
    assert.ok(ranges.every(({ outside }) => !outside));
  });

  test("nearer to a limit than to the centre is above 5.061 or below 2.522", () => {
    const rules = wheelerRules.filter(({ name }) => name === "near-limit");
    const after = (...values: number[]) => drawn(xmrChart([...x, ...values], { freeze: 12, rules })).signals;
    assert.deepEqual(after(5.07, 5.07, 4, 5.07), [
      { rule: "near-limit", side: "above", at: [15], points: [12, 13, 15] },
    ]);
    assert.deepEqual(after(5.06, 5.06, 5.06, 5.06), []);
    assert.equal(after(2.52, 2.52, 2.52)[0]?.side, "below");
    assert.deepEqual(after(2.53, 2.53, 2.53), []);
    assert.deepEqual(after(5.07, 2.5, 5.07, 2.5), [], "one side of the centre at a time");
  });

  test("durations do not go below 0, and a floor does not bring the halfway line with it", () => {
    const days = [1, 9, 2, 8, 1, 9, 3, 7, 1, 9, 2, 8];
    const chart = drawn(xmrChart([...days, 0, 0, 0], { freeze: 12, floor: 0 }));
    assert.equal(chart.points[0]!.lower, 0);
    assert.deepEqual(chart.signals, []);
  });

  test("a jump shows in the ranges", () => {
    const { ranges } = drawn(xmrChart([...x, 8], { freeze: 12 }));
    assert.deepEqual(ranges.map(({ outside }) => outside).lastIndexOf(true), 12);
  });

  test("a month without a figure is a gap that no range reaches over", () => {
    assert.deepEqual(movingRanges([1, undefined, 5, 7]), [undefined, undefined, undefined, 2]);
    const chart = drawn(xmrChart([4, 5, undefined, 9, 8]));
    assert.equal(chart.baseline.range, 1);
    assert.equal(chart.points[2]!.value, undefined);
  });

  test("median ranges and screened ones", () => {
    assert.equal(averageRange([undefined, 1, 3, 2], { average: "median" }), 2);
    assert.equal(averageRange([...Array<number>(20).fill(1), 30], { screen: 3.267 }), 1);
    assert.equal(averageRange([...Array<number>(20).fill(10), 300], { screen: 3.267 }), 10);
    assert.equal(averageRange([undefined]), undefined);
    const { baseline } = drawn(xmrChart([1, 2, 4, 9, 8], { average: "median" }));
    assert.deepEqual([baseline.range, baseline.rangeLimit], [1.5, 3.865 * 1.5]);
    near(baseline.sigma, (3.145 * 1.5) / 3, 1e-12);
  });

  test("what has no limits says why", () => {
    assert.deepEqual(xmrChart([]), { refused: "too-few" });
    assert.deepEqual(xmrChart([4]), { refused: "too-few" });
    assert.deepEqual(xmrChart([4, undefined, 5]), { refused: "too-few" });
    assert.deepEqual(xmrChart([4, 4, 4]), { refused: "no-spread" });
    assert.deepEqual(xmrChart([0.3, 0.1 + 0.2, 0.3]), { refused: "no-spread" });
    assert.deepEqual(xmrChart([4, NaN, 5]), { refused: "not-a-number" });
    assert.deepEqual(xmrChart([4, Infinity, 5]), { refused: "not-a-number" });
  });
});

describe("days between rare complaints", () => {
  const { days, meanY, mRbar, cl, ucl } = stats.tChart;

  test("the example of the field", () => {
    const { baseline, points, signals } = drawn(tChart(days));
    near(baseline.centre, meanY, 0.000_05);
    near(baseline.range, mRbar, 0.000_05);
    near(points[0]!.centre, cl, 0.005);
    near(points[0]!.upper, ucl, 0.05);
    // STANDARDS §4.3 says about 0.04; its own formula gives 0.0347.
    near(points[0]!.lower, 0.0347, 0.000_05);
    assert.deepEqual(
      points.map(({ value }) => value),
      days,
    );
    assert.deepEqual(signals, []);
  });

  test("a long quiet time is a signal; two on one day are possible, and time does not run backwards", () => {
    assert.deepEqual(outsideOf(drawn(tChart([...days, 118], { freeze: 12 }))), [12]);
    assert.deepEqual(outsideOf(drawn(tChart([...days, 117], { freeze: 12 }))), []);
    assert.equal(drawn(tChart([...days, 0])).points[12]!.value, 0);
    assert.deepEqual(tChart([3, -1, 5]), { refused: "not-a-number" });
    assert.deepEqual(tChart([3]), { refused: "too-few" });
  });
});

describe("signals", () => {
  const of = (zs: (number | undefined)[], ...rules: Rule[]) =>
    signalsOf(
      zs.map((z) => (z === undefined ? {} : { value: z, z })),
      rules,
    );
  const run8: Rule = { name: "run", length: 8 };
  const up = (count: number) => Array<number>(count).fill(1);

  test("eight on one side are a run, seven are not; a point on the centre breaks it, a gap does not", () => {
    assert.deepEqual(of(up(7), run8), []);
    assert.deepEqual(of([...up(10), -1], run8), [
      { rule: "run", side: "above", at: [7, 8, 9], points: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
    ]);
    assert.deepEqual(of([...up(4), 0, ...up(7)], run8), []);
    assert.equal(of([...up(4), undefined, ...up(4)], run8)[0]!.at[0], 8);
    assert.equal(
      of(
        up(8).map((z) => -z),
        run8,
      )[0]!.side,
      "below",
    );
  });

  test("two runs are two signals, and so are two points outside", () => {
    assert.equal(of([...up(8), -1, ...up(8)], run8).length, 2);
    assert.deepEqual(
      of([3.1, 3.2, -3.1, 3], { name: "outside" }).map(({ at }) => at),
      [[0], [1], [2]],
    );
  });

  test("Western Electric: two of three beyond two sigma, four of five beyond one", () => {
    assert.deepEqual(
      of([0, 2.1, 0, 2.1], ...westernElectricRules).map(({ points }) => points),
      [[1, 3]],
    );
    assert.deepEqual(of([2.1, 0, 0, 2.1], ...westernElectricRules), []);
    assert.deepEqual(of([1.1, 1.1, 0, 1.1, 1.1], ...westernElectricRules)[0]!.points, [0, 1, 3, 4]);
  });

  test("Wheeler's three are the default for figures, two of them for counts; six rising mean nothing", () => {
    assert.deepEqual(
      wheelerRules.map(({ name }) => name),
      ["outside", "run", "near-limit"],
    );
    assert.deepEqual(
      countRules.map(({ name }) => name),
      ["outside", "run"],
    );
    assert.deepEqual(of([-1.2, -0.8, -0.4, 0.4, 0.8, 1.2], ...wheelerRules), []);
  });

  describe("of NHS England's Making Data Count, as NHSRplotthedots tests them", () => {
    type Published = { function: string; input: number[]; expected: number[] };
    const cases = data("spc/nhs_seven_point_rules.json").cases as Published[];
    const named = (name: string) => cases.filter((each) => each.function.startsWith(name));
    const [, run, trend, twoOfThree] = makingDataCountRules;
    const marks = (length: number, points: number[], sign = 1) =>
      Array.from({ length }, (_, index) => (points.includes(index) ? sign : 0));

    test("a run of seven is one from its seventh point on", () => {
      assert.equal(named("seven_point_one_side_mean").length, 5);
      for (const { input, expected } of named("seven_point_one_side_mean")) {
        const found = of(input, run!).flatMap(({ at }) => at);
        assert.deepEqual(marks(input.length, found), expected);
      }
    });

    test("all seven points are part of it", () => {
      assert.equal(named("part_of_seven").length, 6);
      for (const { input, expected } of named("part_of_seven")) {
        // Their input says where a run is complete: points that make it so, and no others.
        const at = input.findIndex((each) => each !== 0);
        const zs = input.map((_, index) => (index > at - 7 && index <= at ? 1 : 0));
        assert.deepEqual(
          marks(
            input.length,
            of(zs, run!).flatMap(({ points }) => points),
          ),
          expected,
        );
      }
    });

    test("seven rising or falling are a trend", () => {
      assert.deepEqual(of([7, 6, 5, 4, 4, 3, 2, 1], trend!), [], "two alike break it");
      assert.equal(named("seven_point_trend").length, 7);
      for (const { input, expected } of named("seven_point_trend")) {
        const [signal] = of(input, trend!);
        const sign = signal?.side === "falling" ? -1 : 1;
        const found = signal?.at ?? [];
        assert.deepEqual(marks(input.length, found, sign), expected);
      }
    });

    test("two of three between two and three sigma, all three on that side", () => {
      const found = (...zs: number[]) => of(zs, twoOfThree!).flatMap(({ points }) => points);
      assert.deepEqual(found(2.5, 1, 2.5), [0, 2]);
      assert.deepEqual(found(2.5, 2.5, 1), [0, 1]);
      assert.deepEqual(found(2.5, -1, 2.5), []);
      assert.deepEqual(found(2.5, 2.5), []);
      assert.deepEqual(found(3.5, 1, 2.5), []);
      assert.deepEqual(found(2.5, 1, 1, 2.5, 2.5), [3, 4]);
    });
  });
});

describe("less than a year on a run chart", () => {
  test("limits for the longest run and the crossings: 7 and 3 of twelve, 8 and 8 of twenty-four", () => {
    const limits = (count: number) => {
      const chart = drawn(runChart(Array.from({ length: count }, (_, index) => index % 2)));
      return [chart.useful, chart.longestRunLimit, chart.crossingsLimit];
    };
    assert.deepEqual(limits(12), [12, 7, 3]);
    assert.deepEqual(limits(24), [24, 8, 8]);
  });

  test("a shift is a long run or too few crossings, and values on the median count for neither", () => {
    const shifted = drawn(runChart([1, 2, 1, 2, 1, 2, 1, 3, 9, 8, 9, 8, 9, 8, 9, 8]));
    assert.deepEqual(
      [shifted.median, shifted.longestRun, shifted.crossings, shifted.signal],
      [5.5, 8, 1, true],
    );
    const quiet = drawn(runChart([4, 6, 5, 7, 5, 3, 5, 4, 6]));
    assert.deepEqual([quiet.median, quiet.useful, quiet.longestRun, quiet.crossings], [5, 6, 2, 3]);
    assert.equal(quiet.signal, false);
  });

  test("seven of twelve in a run or three crossings are chance still, eight or two are not", () => {
    const signal = (...runs: number[]) =>
      drawn(
        runChart(
          runs.flatMap((length, index) => Array<number>(length).fill(index % 2)),
          { median: 0.5 },
        ),
      ).signal;
    assert.equal(signal(7, 1, 1, 1, 1, 1), false);
    assert.equal(signal(8, 1, 1, 1, 1), true);
    assert.equal(signal(3, 3, 3, 3), false);
    assert.equal(signal(4, 4, 4), true);
  });

  test("a median of the first months, without an excluded one, or decided earlier", () => {
    assert.equal(drawn(runChart([1, 2, 3, 9, 9, 9], { freeze: 3 })).median, 2);
    const excluded = drawn(runChart([1, 2, 30, 3, 9], { exclude: [2], freeze: 4 }));
    assert.deepEqual([excluded.median, excluded.useful], [2, 3]);
    assert.equal(drawn(runChart([1, 2, 3], { median: 2.5 })).crossings, 1);
  });

  test("what has no runs says why", () => {
    assert.deepEqual(runChart([]), { refused: "too-few" });
    assert.deepEqual(runChart([3, undefined]), { refused: "too-few" });
    assert.deepEqual(runChart([undefined, 3, 4], { freeze: 1 }), { refused: "too-few" });
    assert.equal(drawn(runChart([3, 4])).crossings, 1);
    assert.equal(drawn(runChart([3, 4], { freeze: 1 })).useful, 1);
    assert.deepEqual(runChart([4, 4, 4]), { refused: "no-spread" });
    assert.deepEqual(runChart([4, NaN]), { refused: "not-a-number" });
  });
});

describe("limits that are frozen, and moved only by a decision", () => {
  const months = (...counts: number[]) => counted(counts, 100);
  const { c, n } = stats.uChart;
  const year = months(...c);
  const phases = (...args: Parameters<typeof rateOverTime>) => {
    const found = rateOverTime(...args);
    assert.ok(Array.isArray(found), JSON.stringify(found));
    return found;
  };

  test("eleven months are a run chart, twelve a control chart", () => {
    const run = phases([{ count: 1, of: 1 }, ...counted(c, n).slice(0, 10)])[0]!;
    assert.ok("run" in run);
    near(run.run.median, 6 / 142, 1e-12);
    assert.ok("control" in phases(year)[0]!);
  });

  test("what comes after the twelfth month does not move the limits", () => {
    const limits = (list: Counted[]) => {
      const [phase] = phases(list);
      assert.ok(phase && "control" in phase);
      return phase.control.baseline;
    };
    assert.deepEqual(limits([...year, ...months(30, 40, 50)]), limits(year));
  });

  test("a month without participants is not one of the twelve", () => {
    const gap = { count: 0, of: 0 };
    assert.ok("run" in phases([gap, ...year.slice(0, 11)])[0]!);
    const [phase] = phases([gap, ...year, ...months(40)]);
    assert.ok(phase && "control" in phase);
    assert.equal(phase.control.baseline.points, 12);
    assert.equal(phase.control.points.at(-1)!.inBaseline, false);
  });

  test("an effective action begins a new phase, with its cause, and at first a run chart", () => {
    const [first, second] = phases([...year, ...months(1, 2, 1)], [{ from: 12, cause: "new booking mail" }]);
    assert.deepEqual([first!.from, first!.to, first!.cause], [0, 11, undefined]);
    assert.deepEqual([second!.from, second!.to, second!.cause], [12, 14, "new booking mail"]);
    assert.ok("run" in second! && second.run.median === 0.01);
    assert.ok("control" in first! && first.control.points.length === 12);
    const three = phases(year, [
      { from: 6, cause: "b" },
      { from: 1, cause: "a" },
    ]);
    assert.deepEqual(
      three.map(({ from, to, cause }) => [from, to, cause]),
      [
        [0, 0, undefined],
        [1, 5, "a"],
        [6, 11, "b"],
      ],
    );
  });

  test("without a cause, or where there is no such month, nothing is moved", () => {
    assert.deepEqual(rateOverTime(year, [{ from: 3, cause: " " }]), { refused: "no-cause" });
    for (const from of [0, 12, 1.5, NaN])
      assert.deepEqual(rateOverTime(year, [{ from, cause: "c" }]), { refused: "no-such-point" });
    const twice = [
      { from: 3, cause: "c" },
      { from: 3, cause: "d" },
    ];
    assert.deepEqual(rateOverTime(year, twice), { refused: "no-such-point" });
  });

  test("a year without complaints, and one without months, say so", () => {
    assert.deepEqual(phases(months(...Array<number>(12).fill(0))), [
      { from: 0, to: 11, refused: "no-spread" },
    ]);
    assert.deepEqual(phases([]), [{ from: 0, to: -1, refused: "too-few" }]);
  });

  test("durations are drawn above 0", () => {
    const found = figureOverTime([1, 9, 2, 8, 1, 9, 3, 7, 1, 9, 2, 8, 30]);
    assert.ok(Array.isArray(found));
    const [phase] = found;
    assert.ok(phase && "control" in phase);
    assert.equal(phase.control.points[0]!.lower, 0);
    assert.deepEqual(outsideOf(phase.control), [12]);
  });
});
