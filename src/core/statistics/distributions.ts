/**
 * The distributions behind the intervals and tests, to about 12 digits. Formulas by their number in the NIST Digital
 * Library of Mathematical Functions (DLMF); continued fractions by Lentz's method (Thompson & Barnett 1986).
 */

// B₂ₖ / (2k (2k − 1)), k = 1 … 7: from z = 10 on the first term left out is below 3 · 10⁻¹⁷.
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];

/** ln Γ(z) for z > 0: Stirling's series (DLMF 5.11.1), after stepping up to z ≥ 10 by Γ(z + 1) = z Γ(z) (5.5.1). */
export function logGamma(z: number): number {
  let product = 1;
  let x = z;
  for (; x < 10; x += 1) product *= x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + beyondStirling(x) - Math.log(product);
}

/** What Stirling's formula lacks of ln Γ(x), for x ≥ 10. */
const beyondStirling = (x: number): number =>
  stirling.reduceRight((total, term) => total / (x * x) + term, 0) / x;

/**
 * ln(xᵃ e⁻ˣ / Γ(a)). For a million the three logarithms are some ten millions each and would take eight digits with
 * them, so they are put together around x = a before anything is added (C. Loader, Fast and accurate computation of
 * binomial probabilities, 2000).
 */
function logGammaTerm(a: number, x: number): number {
  if (a < 10) return a * Math.log(x) - x - logGamma(a);
  const away = (x - a) / a;
  return a * (Math.log1p(away) - away) + 0.5 * Math.log(a / (2 * Math.PI)) - beyondStirling(a);
}

/** ln Γ(z + more) − ln Γ(z). */
function logGammaAcross(z: number, more: number): number {
  const n = z + more;
  if (z < 10) return logGamma(n) - logGamma(z);
  return (z - 0.5) * Math.log1p(more / z) + more * (Math.log(n) - 1) + beyondStirling(n) - beyondStirling(z);
}

/** ln(xᵃ (1 − x)ᵇ / B(a, b)), put together around x = a / (a + b). */
function logBetaTerm(x: number, a: number, b: number): number {
  const n = a + b;
  const [few, many] = a < b ? [a, b] : [b, a];
  if (few < 10) return a * Math.log(x) + b * Math.log1p(-x) + logGammaAcross(many, few) - logGamma(few);
  const away = x * n - a;
  const exponent = a * Math.log1p(away / a) + b * Math.log1p(-away / b);
  const beyond = beyondStirling(n) - beyondStirling(a) - beyondStirling(b);
  return exponent + 0.5 * Math.log((a / n) * (b / (2 * Math.PI))) + beyond;
}

/** P(a, x), the regularised incomplete gamma function, for a > 0 and x ≥ 0 (DLMF 8.7.1 below a + 1, 8.9.2 above). */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  const scale = Math.exp(logGammaTerm(a, x));
  return x < a + 1 ? scale * gammaSeries(a, x) : 1 - scale * gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let n = 1; term > total * epsilon; n += 1) {
    term *= x / (a + n);
    total += term;
  }
  return total;
}

function gammaFraction(a: number, x: number): number {
  const partial = (n: number): [number, number] => [n === 0 ? 1 : n * (a - n), x + 2 * n + 1 - a];
  return fraction(partial);
}

/** Iₓ(a, b), the regularised incomplete beta function, for a, b > 0 and 0 ≤ x ≤ 1 (DLMF 8.17.22, mirrored 8.17.4). */
export function betaI(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaI(1 - x, b, a);
  const scale = Math.exp(logBetaTerm(x, a, b));
  const step = (n: number): number => {
    const m = Math.floor(n / 2);
    return n % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  };
  return (scale / a) * fraction((n) => [n === 0 ? 1 : step(n), 1]);
}

const epsilon = 1e-16;
const tiny = 1e-300;

/** a₀ / (b₀ + a₁ / (b₁ + …)), from its partial numerators and denominators. */
function fraction(partial: (n: number) => [number, number]): number {
  const [first, start] = partial(0);
  let c = start === 0 ? tiny : start;
  let value = c;
  let d = 0;
  for (let n = 1; n < 100_000; n += 1) {
    const [numerator, denominator] = partial(n);
    d = 1 / (denominator + numerator * d || tiny);
    c = denominator + numerator / c || tiny;
    value *= c * d;
    if (Math.abs(c * d - 1) < 4 * epsilon) break;
  }
  return first / value;
}

/** x with P(a, x) = p, for 0 ≤ p < 1: the quantile of the gamma distribution with shape a and scale 1. */
export function gammaQuantile(p: number, a: number): number {
  if (p <= 0) return 0;
  let high = a + 10 * Math.sqrt(a) + 10;
  while (gammaP(a, high) < p) high *= 2;
  const density = (x: number) => Math.exp(logGammaTerm(a, x)) / x;
  return inverse((x) => gammaP(a, x), density, p, high);
}

/** x with Iₓ(a, b) = p, for 0 ≤ p ≤ 1: the quantile of the beta distribution. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const density = (x: number) => Math.exp(logBetaTerm(x, a, b)) / x / (1 - x);
  return inverse((x) => betaI(x, a, b), density, p, 1);
}

/** Where a distribution on (0, high) reaches p: Newton's steps, halving where one would leave what is possible. */
function inverse(
  distribution: (x: number) => number,
  density: (x: number) => number,
  p: number,
  high: number,
): number {
  let low = 0;
  let top = high;
  let x = high / 2;
  for (let round = 0; round < 200; round += 1) {
    const error = distribution(x) - p;
    if (error > 0) top = x;
    else low = x;
    const newton = x - error / density(x);
    const next = newton > low && newton < top ? newton : (low + top) / 2;
    if (Math.abs(next - x) <= 2 * epsilon * next) return next;
    x = next;
  }
  return x;
}

/** x with P(χ² ≤ x) = p, for 0 ≤ p < 1 and any positive degrees of freedom. */
export const chiSquareQuantile = (p: number, degrees: number): number => 2 * gammaQuantile(p, degrees / 2);

/** z with Φ(z) = p, for 0 < p < 1; from Z² being χ² with one degree of freedom. */
export const normalQuantile = (p: number): number =>
  Math.sign(p - 0.5) * Math.sqrt(chiSquareQuantile(Math.abs(2 * p - 1), 1));

/** P(X ≤ k) when X is how many of n succeed, each with probability p (DLMF 8.17.5). */
export function binomial(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : betaI(1 - p, n - k, k + 1);
}

/** P(X ≥ k), and not 1 − P(X ≤ k − 1), which ends at 10⁻¹⁶: one in a sextillion is not never. */
export function binomialAbove(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : betaI(p, k, n - k + 1);
}

/** The least k with P(X ≤ k) ≥ q: R's `qbinom(q, n, p)`. A probability that is q but for its last digit is q, as in R. */
export function binomialQuantile(q: number, n: number, p: number): number {
  let [least, most] = [0, n];
  while (least < most) {
    const half = Math.floor((least + most) / 2);
    if (binomial(half, n, p) < q * (1 - 1e-12)) least = half + 1;
    else most = half;
  }
  return least;
}
