import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  betaI,
  betaQuantile,
  binomial,
  binomialQuantile,
  chiSquareQuantile,
  gammaP,
  gammaQuantile,
  logGamma,
  normalQuantile,
} from "./distributions.ts";

const near = (found: number, expected: number, relative: number, what = "") =>
  assert.ok(
    Math.abs(found - expected) <= relative * Math.max(Math.abs(expected), 1e-12),
    `${what} ${found} is not ${expected}`,
  );

describe("the distributions agree with published tables", () => {
  test("ln Γ: factorials, √π at one half, and ln 99!", () => {
    near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-14);
    near(logGamma(11), Math.log(3_628_800), 1e-14);
    near(logGamma(100), 359.134_205_369_575_4, 1e-14);
    assert.ok(Math.abs(logGamma(1)) < 1e-14 && Math.abs(logGamma(2)) < 1e-14);
  });

  test("χ² (Abramowitz & Stegun, table 26.8)", () => {
    near(chiSquareQuantile(0.95, 1), 3.841_46, 1e-5);
    near(chiSquareQuantile(0.05, 5), 1.145_476, 1e-6);
    near(chiSquareQuantile(0.975, 10), 20.483_2, 1e-5);
    near(chiSquareQuantile(0.995, 30), 53.672, 1e-5);
    near(chiSquareQuantile(0.99, 100), 135.807, 1e-5);
  });

  test("the normal quantiles that everybody knows", () => {
    near(normalQuantile(0.975), 1.959_963_984_540_054, 1e-12);
    near(normalQuantile(0.9), 1.281_551_565_544_6, 1e-12);
    near(normalQuantile(0.005), -2.575_829_303_548_9, 1e-12);
    assert.equal(normalQuantile(0.5), 0);
  });

  test("values of R 4.2.2: pgamma, qgamma, pbeta, qbeta, pbinom", () => {
    near(gammaP(14, 18.2), 0.867_307_590_286_706_8, 1e-12);
    near(gammaQuantile(0.025, 123.4), 102.589_686_157_511_82, 1e-12);
    near(betaI(0.3, 3.5, 2.2), 0.060_877_173_832_619_41, 1e-12);
    near(betaQuantile(0.975, 10, 500), 0.033_299_183_493_409_1, 1e-11);
    near(binomial(2, 10, 0.3), 0.382_782_786_4, 1e-12);
    near(binomial(5, 20, 0.5), 0.020_694_732_666_015_625, 1e-12);
  });

  test("binomial quantiles are the least count that reaches", () => {
    // R: qbinom(0.05, c(0, 9, 11, 19, 23, 99), 0.5)
    const found = [0, 9, 11, 19, 23, 99].map((n) => binomialQuantile(0.05, n, 0.5));
    assert.deepEqual(found, [0, 2, 3, 6, 8, 41]);
  });
});

describe("the distributions agree with themselves", () => {
  const shape = fc.double({ min: 0.3, max: 500, noNaN: true });
  const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  test("a quantile is where the distribution reaches that probability", () => {
    fc.assert(
      fc.property(shape, shape, chance, (a, more, p) => {
        near(gammaP(a, gammaQuantile(p, a)), p, 1e-9, "gamma");
        // Below b = 1 the density has a pole at 1, where numbers are too coarse to hit p.
        near(betaI(betaQuantile(p, a, 1 + more), a, 1 + more), p, 1e-9, "beta");
      }),
    );
  });

  test("the binomial is the sum of its terms", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), chance, (k, n, p) => {
        let [term, total] = [(1 - p) ** n, 0];
        for (let each = 0; each <= Math.min(k, n); each += 1) {
          total += term;
          term *= ((n - each) / (each + 1)) * (p / (1 - p));
        }
        near(binomial(k, n, p), total, 1e-9);
      }),
    );
  });

  test("the ends are exact", () => {
    assert.equal(gammaP(3, 0), 0);
    assert.equal(gammaQuantile(0, 3), 0);
    assert.deepEqual([betaI(0, 2, 3), betaI(1, 2, 3)], [0, 1]);
    assert.deepEqual([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)], [0, 1]);
    assert.deepEqual([binomial(-1, 5, 0.5), binomial(5, 5, 0.5)], [0, 1]);
    near(gammaP(1, 2), 1 - Math.exp(-2), 1e-14);
  });
});
