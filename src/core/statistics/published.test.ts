import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pareto } from "./causes.ts";
import { poissonInterval } from "./complaint-rate.ts";
import { cChart, countChart, type CountKind } from "./count-chart.ts";
import { betaQuantile, binomial, binomialAbove, binomialQuantile } from "./distributions.ts";
import { effectOf } from "./effectiveness.ts";
import { proportion } from "./proportion.ts";
import { runChart } from "./run-chart.ts";
import { standingOut } from "./standing-out.ts";
import { tChart, xmrChart } from "./xmr-chart.ts";

/** Numbers that others have published, or that other programs give, each to the digits that they print. */
function near(found: number | undefined, expected: number, tolerance: number, what: unknown = "") {
  const far = found === undefined || Math.abs(found - expected) > tolerance;
  assert.ok(!far, `${String(what)}: ${found}, not ${expected}`);
}
const close = (found: number | undefined, expected: number, relative: number, what: unknown = "") =>
  near(found, expected, relative * Math.abs(expected), what);
function got<T extends object>(result: T): Exclude<T, { refused: string }> {
  assert.ok(!("refused" in result), JSON.stringify(result));
  return result as Exclude<T, { refused: string }>;
}
const outside = (chart: { signals: { rule: string; at: number[] }[] }) =>
  chart.signals.filter(({ rule }) => rule === "outside").flatMap(({ at }) => at);
const charted = (kind: CountKind, counts: number[], of: number[]) =>
  got(
    countChart(
      kind,
      counts.map((count, index) => ({ count, of: of[index]! })),
    ),
  );
/** How qcc, NIST and qicharts2 compute; Wheeler rounds to 2.66. */
const unrounded = 3 / 1.128;

describe("published shares", () => {
  test("Wilson: R's binom.confint, as in the tests of statsmodels", () => {
    for (const [count, of, lower, upper] of [
      [18, 20, 0.698_966_354_771_512_8, 0.972_133_518_786_232],
      [4, 20, 0.080_657_662_579_798_1, 0.416_017_432_251_893_5],
      [4, 200, 0.007_804_426_416_349_47, 0.050_287_086_905_826_43],
      [190, 200, 0.910_421_851_861_224, 0.972_617_354_399_236],
      [1, 30, 0.005_908_590, 0.166_703_91],
      [29, 30, 0.833_296_1, 0.994_091_4],
      [0, 30, 0, 0.113_513_39],
      [30, 30, 0.886_486_6, 1],
    ] as const) {
      const found = got(proportion(count, of));
      near(found.lower, lower, 6e-8, count);
      near(found.upper, upper, 6e-8, count);
    }
  });

  test("Wilson: R's prop.test without its correction, as in the tests of SciPy, at 95 and 99 %", () => {
    for (const [count, confidence, lower, upper] of [
      [3, 0.95, 0.107_791_3, 0.603_221_9],
      [3, 0.99, 0.079_566_32, 0.679_975_3],
      [0, 0.95, 0, 0.277_532_8],
      [10, 0.95, 0.722_467_2, 1],
      // One-sided 95 % are the ends of a two-sided 90 %.
      [3, 0.9, 0.126_876_6, 0.558_300_2],
      [0, 0.9, 0, 0.212_942],
      [10, 0.9, 0.787_058, 1],
    ] as const) {
      const found = got(proportion(count, 10, confidence));
      close(found.lower, lower, 1e-6, count);
      close(found.upper, upper, 1e-6, count);
    }
  });

  test("Wilson at the ends: 1 of 1, all of 12, half of 100, and half of a thousand billions", () => {
    for (const [count, of, lower, upper] of [
      [1, 1, 0.2065, 1],
      [12, 12, 0.7575, 1],
      [10, 12, 0.552, 0.953],
      [50, 100, 0.4038, 0.5962],
      [99, 100, 0.9455, 0.9982],
    ] as const) {
      near(got(proportion(count, of)).lower, lower, 6e-5, of);
      near(got(proportion(count, of)).upper, upper, 6e-5, of);
    }
    const huge = got(proportion(5e14, 1e15));
    close(huge.upper - huge.lower, 1.959_963_984_540_054 / Math.sqrt(1e15), 1e-6);
    const rare = got(proportion(1, 1e9));
    assert.ok(0 < rare.lower && rare.lower < rare.share && rare.share < rare.upper);
  });

  test("Clopper and Pearson: Newcombe 1998, method 5, and R's binom.test", () => {
    for (const [count, of, lower, upper, tolerance, tail] of [
      [81, 263, 0.2527, 0.3676, 6e-5, 0.025],
      [15, 148, 0.0578, 0.1617, 6e-5, 0.025],
      [1, 29, 0.0009, 0.1776, 6e-5, 0.025],
      [20, 100, 0.126_655_552_101_955_9, 0.291_842_689_088_628_1, 1e-13, 0.025],
      [3, 50, 0.006_872_485, 0.202_706_269, 6e-10, 0.005],
      [18, 20, 0.683_017_285_980_917_6, 0.987_651_472_829_705_2, 1e-13, 0.025],
    ] as const) {
      near(betaQuantile(tail, count, of - count + 1), lower, tolerance, count);
      near(betaQuantile(1 - tail, count + 1, of - count), upper, tolerance, count);
    }
    near(betaQuantile(0.975, 1, 10), 0.308_497_1, 6e-8, "0 of 10");
    near(betaQuantile(0.025, 10, 1), 0.691_502_9, 6e-8, "10 of 10");
  });
});

describe("published counts and rates", () => {
  test("Garwood: the table in Ulm 1990 and textbooks of epidemiology, 0 to 100", () => {
    for (const [count, lower, upper] of [
      [0, 0, 3.69],
      [1, 0.03, 5.57],
      [2, 0.24, 7.22],
      [4, 1.09, 10.24],
      [5, 1.62, 11.67],
      [6, 2.2, 13.06],
      [8, 3.45, 15.76],
      [9, 4.12, 17.08],
      [10, 4.8, 18.39],
      [15, 8.4, 24.74],
      [20, 12.22, 30.89],
      [25, 16.18, 36.9],
      [30, 20.24, 42.83],
      [42, 30.27, 56.77],
      [50, 37.11, 65.92],
    ] as const) {
      near(got(poissonInterval(count)).lower, lower, 0.0051, count);
      near(got(poissonInterval(count)).upper, upper, 0.0051, count);
    }
  });

  test("Garwood: DescTools and exactci 15 of 400, R's poisson.test of the Welsh nickel workers, 90 and 99 %", () => {
    const fifteen = got(poissonInterval(15));
    close(fifteen.lower / 400, 0.020_988_465_331_958_3, 1e-12);
    close(fifteen.upper / 400, 0.061_850_547_178_714_6, 1e-12);
    close(got(poissonInterval(137)).lower / 24.198_93, 4.753_125, 1e-6);
    close(got(poissonInterval(137)).upper / 24.198_93, 6.692_709, 1e-6);
    near(got(poissonInterval(42, 0.9)).lower, 31.94, 0.0051);
    near(got(poissonInterval(42, 0.9)).upper, 54.32, 0.0051);
    near(got(poissonInterval(42, 0.99)).lower, 27.18, 0.0051);
    near(got(poissonInterval(42, 0.99)).upper, 61.76, 0.0051);
  });

  test("a million and a thousand million complaints, as SciPy's chi2.ppf has them", () => {
    close(got(poissonInterval(1e6)).lower, 998_040.983_340_293_9, 1e-12);
    close(got(poissonInterval(1e6)).upper, 1_001_961.911_945_432_2, 1e-12);
    close(got(poissonInterval(1e9)).lower, 999_938_021.443_927_9, 1e-12);
  });

  test("sums of a million binomial terms neither overflow nor vanish: SciPy's binom.cdf and sf", () => {
    close(binomial(499_000, 1e6, 0.5), 0.022_804_149_932_694_8, 1e-10);
    close(binomial(490_000, 1e6, 0.5), 2.772_181_643_854_259e-89, 1e-9);
    close(binomialAbove(30, 42, 1 / 13), 1.668_868_988_063_059_4e-24, 1e-11);
    close(binomialAbove(60, 72, 1 / 13), 8.707_719_818_069_886e-55, 1e-11);
    // mpmath with 40 digits: nine or more of a hundred thousand, at one in as many.
    close(binomialAbove(9, 100_009, 1 / 100_001), 0.000_001_125_613_237, 1e-9);
    assert.deepEqual([binomialAbove(0, 5, 0.2), binomialAbove(6, 5, 0.2)], [1, 0]);
  });

  const seen = (complaints: number, exposure: number) => ({ complaints, exposure });
  const compared = (...[a, ta, b, tb]: [number, number, number, number]) =>
    got(standingOut(seen(a, ta), seen(b, tb)));

  test("two Poisson rates, one-sided: R's exactci and binom.test", () => {
    // Gu et al. 2008: 60 of 51 477.5 and 30 of 54 308.7; here against a ratio of 1.2, as exactci's r = 1.2.
    close(
      compared(30, 54_308.7 * 1.2, 60, 51_477.5 * 1.44).chance,
      compared(30, 54_308.7, 60, 61_773).chance,
      1e-9,
    );
    close(compared(30, 54_308.7, 60, 51_477.5 * 1.2).chance, 0.006_651_774_552_714_537, 1e-10);
    close(got(effectOf(seen(60, 51_477.5 * 1.2), seen(30, 54_308.7))).p, 0.006_651_774_552_714_537, 1e-10);
    // 6 of 51 and 1 of 54 against a ratio of 1.2 (statsmodels).
    close(got(effectOf(seen(6, 51 * 1.2), seen(1, 54))).p, 0.085_704_477_329_272_76, 1e-12);
    // Binomial tests are the same sum: 20 of 100 at ¼, 10 of 10 at ¼.
    close(got(effectOf(seen(80, 3), seen(20, 1))).p, 0.148_831_050_443, 1e-11);
    close(compared(0, 3, 10, 1).chance, 9.536_743e-7, 1e-6);
  });

  test("the exact interval of the ratio: exactci's central one of Gu et al., by its tails", () => {
    const ratio = (share: number) => ((share / (1 - share)) * 54_308.7) / 51_477.5;
    close(ratio(betaQuantile(0.025, 60, 31)), 1.339_735_721_772_65, 1e-12);
    close(ratio(betaQuantile(0.975, 61, 30)), 3.388_365_573_616_252, 1e-12);
  });

  test("the exact interval of the ratio: R's poisson.test, Fredericia against three other cities", () => {
    const ratio = (share: number) => ((share / (1 - share)) * 3011) / 800;
    close(ratio(betaQuantile(0.025, 11, 22)), 0.858_426_4, 1e-6);
    close(ratio(betaQuantile(0.975, 12, 21)), 4.277_265_9, 1e-6);
    close(got(effectOf(seen(21, 3011), seen(11, 800))).rateRatio, 1.971_488, 1e-6);
  });

  test("what is all but impossible has a chance that is not 0", () => {
    close(compared(12, 12, 30, 1).chance, 1.668_868_988_063_059_4e-24, 1e-11);
    close(compared(1e6, 12, 84_500, 1).chance, 5.399_236_546_042_819e-5, 1e-9);
    close(got(effectOf(seen(1e6, 1e8), seen(995_000, 1e8))).p, 0.000_200_628_763_926_285_03, 1e-9);
  });
});

describe("published control charts", () => {
  test("Montgomery 7.5: a u chart of dyed cloth, each roll with limits of its own (qicharts2, per 50 m²)", () => {
    const metres = [500, 400, 650, 500, 475, 500, 600, 525, 600, 625];
    const { points, ...chart } = charted(
      "u",
      [14, 12, 20, 11, 7, 10, 21, 16, 19, 23],
      metres.map((each) => each / 50),
    );
    close(chart.baseline.centre, 1.423_255_813_953_488_3, 1e-14);
    for (const [index, upper, lower] of [
      [0, 2.555_037_697_780_111, 0.291_473_930_126_865_34],
      [1, 2.688_626_427_923_037_6, 0.157_885_199_983_938_74],
      [2, 2.415_894_191_270_044_5, 0.430_617_436_636_932_14],
      [4, 2.584_439_526_041_758_3, 0.262_072_101_865_218_34],
      [7, 2.527_761_836_941_718, 0.318_749_790_965_258_9],
      [9, 2.435_552_305_129_127_7, 0.410_959_322_777_848_86],
    ] as const) {
      close(points[index]!.upper, upper, 1e-13, index);
      close(points[index]!.lower, lower, 1e-13, index);
    }
    assert.deepEqual(chart.signals, []);
  });

  test("Montgomery 7.4 and table 7.4: shipments on a u chart from 0, purchase orders on a p chart", () => {
    const shipments = charted(
      "u",
      [2, 3, 8, 1, 1, 4, 1, 4, 5, 1, 8, 2, 4, 3, 4, 1, 8, 3, 7, 4],
      Array<number>(20).fill(50),
    );
    close(shipments.points[0]!.centre, 0.074, 1e-14);
    close(shipments.points[0]!.upper, 0.189_412_304_370_028_1, 1e-13);
    assert.equal(shipments.points[0]!.lower, 0);
    const orders = charted(
      "p",
      [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9],
      [
        100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120, 120, 110, 80, 80, 80, 90, 100, 100, 100,
        100, 90, 90,
      ],
    );
    close(orders.points[0]!.upper, 0.183_685_713_435_492_23, 1e-13);
    close(orders.points[10]!.lower, 0.011_438_154_625_052_752, 1e-12);
    close(orders.points[12]!.upper, 0.176_003_063_235_993_74, 1e-13);
    assert.equal(orders.points[1]!.lower, 0);
    assert.deepEqual(outside(orders), [10], "the 11th sample");
  });

  test("qcc: orange juice of the second supplier, with limits that were frozen", () => {
    const later = got(
      countChart("p", [{ count: 0, of: 50 }], {
        baseline: { kind: "p", centre: 0.110_833_333_333_333, widened: 1, points: 24 },
      }),
    );
    near(later.points[0]!.upper, 0.244_020_7, 6e-8);
    assert.equal(later.points[0]!.lower, 0);
  });

  // The data are published; σ_z and the counts of points come from the same formula in NumPy.
  test("Mohammed and Laney 2006: of 20 weeks in A&E a p chart calls 16 special, Laney's p' chart none", () => {
    const within = [
      266_501, 264_225, 276_532, 281_461, 269_071, 261_215, 270_409, 279_778, 270_483, 270_320, 267_923,
      271_478, 255_353, 256_820, 261_835, 259_144, 255_910, 260_863, 264_465, 260_989,
    ];
    const all = [
      280_443, 276_823, 291_681, 296_155, 282_343, 275_888, 283_867, 295_251, 284_468, 282_529, 279_618,
      283_932, 266_629, 268_091, 276_803, 271_578, 266_005, 273_520, 278_574, 273_772,
    ];
    assert.equal(outside(charted("p", within, all)).length, 16);
    const laney = charted("p'", within, all);
    assert.deepEqual(outside(laney), []);
    near(laney.baseline.sigmaZ, 10.64, 0.005);
  });

  test("qicharts2: complaints per sale, 20 months, are 5.3 times as scattered as chance on Laney's u' chart", () => {
    const complaints = [
      426, 543, 428, 67, 303, 481, 304, 718, 681, 1030, 704, 1062, 1085, 1311, 1309, 1342, 1740, 1468, 1364,
      1824,
    ];
    const sales = [9, 11, 9, 4, 6, 7, 9, 12, 15, 21, 19, 25, 22, 21, 23, 22, 31, 33, 32, 33];
    const of = sales.map((each) => each * 10_000);
    near(charted("u'", complaints, of).baseline.sigmaZ, 5.3174, 5e-5);
    assert.deepEqual(
      [outside(charted("u", complaints, of)).length, outside(charted("u'", complaints, of))],
      [13, []],
    );
  });

  test("Montgomery 6.5: cost of processing loan applications, limits of the first 20 weeks", () => {
    const cost = [
      310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304, 305,
      282, 305, 296, 314, 295, 287, 301, 298, 311,
    ];
    const chart = got(xmrChart(cost, { freeze: 20, factor: unrounded }));
    assert.equal(chart.baseline.centre, 300.5);
    close(chart.points[29]!.lower, 279.783_314_669_652_84, 1e-13);
    close(chart.points[29]!.upper, 321.216_685_330_347_16, 1e-13);
    near(chart.baseline.range, 7.79, 0.005);
    assert.deepEqual(outside(chart), []);
  });

  test("Montgomery 7.6: hours between failures of a valve on a t chart (qicharts2)", () => {
    const hours = [
      286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96,
    ];
    const { points, signals, baseline } = got(tChart(hours, { factor: unrounded }));
    near(baseline.centre, 5.386, 0.005);
    near(baseline.range, 2.36, 0.005);
    close(points[0]!.centre, 430.040_951_789_758_25, 1e-12);
    close(points[0]!.upper, 6937.933_488_166_575, 1e-12);
    assert.equal(points[0]!.lower, 0);
    assert.deepEqual(signals, []);
  });

  test("a point on a limit, or on the centre, is neither above nor below, whatever the last digit says", () => {
    for (const centre of [0.1, 0.3, 1 / 3, 7, 66 / 1600, 1e6, 12_345.67]) {
      for (const sigma of [centre / 1000, centre / 7, centre * 0.3]) {
        const baseline = { centre, sigma, range: sigma, rangeLimit: 4 * sigma, points: 12 };
        const on = (value: number) => got(xmrChart(Array<number>(9).fill(value), { baseline })).signals;
        assert.deepEqual(on(centre), []);
        for (const limit of [centre + 3 * sigma, centre - 3 * sigma])
          assert.deepEqual(outside({ signals: on(limit) }), [], `${centre} ± 3 · ${sigma}`);
        const halfway = on(centre + 1.5 * sigma).map(({ rule }) => rule);
        assert.deepEqual(halfway, ["run"], "as near to the limit as to the centre");
      }
    }
    assert.deepEqual(
      outside(got(cChart([16, 28, 4, 16], { baseline: { kind: "c", centre: 16, widened: 1, points: 9 } }))),
      [],
    );
  });

  test("as many points as there are days in a thousand years are drawn too", () => {
    const values = Array.from({ length: 365_000 }, (_, index) => index % 7);
    near(got(xmrChart(values)).baseline.centre, 3, 1e-4);
    assert.equal(got(runChart(values, { median: 2.5 })).useful, 365_000);
  });
});

describe("published limits of runs", () => {
  test("Anhøj and Olesen 2014, qicharts2's appendix 2: longest run and crossings for 10 to 60, and 100", () => {
    const longest = (n: number) => (n < 12 ? 6 : n < 23 ? 7 : n < 46 ? 8 : 9);
    const crossings = [
      2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 11, 11, 11, 12, 12, 13, 13, 14, 14, 14,
      15, 15, 16, 16, 17, 17, 17, 18, 18, 19, 19, 20, 20, 21, 21, 21, 22, 22, 23, 23,
    ];
    const limits = (n: number) => {
      const chart = got(
        runChart(
          Array.from({ length: n }, (_, index) => index % 2),
          { median: 0.5 },
        ),
      );
      return [chart.longestRunLimit, chart.crossingsLimit];
    };
    assert.equal(crossings.length, 51);
    for (const [index, fewest] of crossings.entries())
      assert.deepEqual(limits(index + 10), [longest(index + 10), fewest], String(index + 10));
    assert.deepEqual(limits(100), [10, 41]);
  });

  test("Montgomery 7.4 and 7.6 as run charts about their centre lines: 2 and 15, 5 and 10 (qicharts2)", () => {
    const runs = (values: number[], median: number) => {
      const { longestRun, crossings, longestRunLimit, crossingsLimit, signal } = got(
        runChart(values, { median }),
      );
      return [longestRun, crossings, longestRunLimit, crossingsLimit, signal];
    };
    const shipments = [2, 3, 8, 1, 1, 4, 1, 4, 5, 1, 8, 2, 4, 3, 4, 1, 8, 3, 7, 4];
    assert.deepEqual(runs(shipments, 3.7), [2, 15, 7, 6, false]);
    const hours = [
      286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96,
    ];
    assert.deepEqual(runs(hours, 430.041), [5, 10, 7, 6, false]);
  });

  test("a probability that is reached exactly is reached: R's qbinom of every sum of the fair coin", () => {
    for (let n = 1; n <= 36; n += 1) {
      let [term, sum] = [1, 0];
      for (let k = 0; k <= n; k += 1) {
        sum += term;
        term = (term * (n - k)) / (k + 1);
        assert.equal(binomialQuantile(sum / 2 ** n, n, 0.5), k, `${k} of ${n}`);
      }
    }
    assert.deepEqual([binomialQuantile(0.05, 10, 0), binomialQuantile(0.05, 10, 1)], [0, 10]);
  });
});

describe("published Pareto tables", () => {
  test("qcc: the third of five order errors reaches 80 % exactly", () => {
    const found = got(
      pareto([
        { cause: "price code", count: 80 },
        { cause: "schedule date", count: 27 },
        { cause: "supplier code", count: 66 },
        { cause: "contact number", count: 94 },
        { cause: "part number", count: 33 },
      ]),
    );
    const hundredths = (share: number) => Math.round(share * 1e4) / 100;
    assert.deepEqual(
      found.map(({ cause, share, cumulative, vital }) => [
        cause,
        hundredths(share),
        hundredths(cumulative),
        vital,
      ]),
      [
        ["contact number", 31.33, 31.33, true],
        ["price code", 26.67, 58, true],
        ["supplier code", 22, 80, true],
        ["part number", 11, 91, false],
        ["schedule date", 9, 100, false],
      ],
    );
  });

  test("80 % of thousands of millions are 80 % too", () => {
    const large = [40, 40, 10, 10].map((each, index) => ({ cause: `c${index}`, count: each * 123_456_789 }));
    assert.deepEqual(
      got(pareto(large)).map(({ vital }) => vital),
      [true, true, false, false],
    );
  });
});
