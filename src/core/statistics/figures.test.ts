import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { berlinCalendar } from "../../organisation/policies/holidays.ts";
import { businessDaysAfter } from "../calendar/calendar.ts";
import { actionStatus } from "./actions.ts";
import { checkBacklog } from "./backlog.ts";
import { pareto } from "./causes.ts";
import { complaintRate, poissonInterval } from "./complaint-rate.ts";
import { missing, recordingDelay } from "./data-quality.ts";
import { addMonths, daysBetween, monthOf, monthsUpTo, spanOfMonth } from "./month.ts";
import { cohortOf, onTimeRate } from "./on-time.ts";
import { openAges } from "./open-age.ts";
import { firstProposalAcceptance, upheldRate } from "./outcomes.ts";
import { mix, proportion } from "./proportion.ts";
import { redressCost } from "./redress-cost.ts";
import { satisfaction, satisfactionOfSome } from "./satisfaction.ts";
import { suppressSmall } from "./small-cells.ts";
import { median, nearestRank, timesTaken } from "./times.ts";

const vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../test/data/calendar/vectors.json"), "utf8"),
);
const { stats } = vectors;
const zone = "Europe/Berlin";

function near(found: number, expected: number, tolerance: number, what = "") {
  assert.ok(Math.abs(found - expected) <= tolerance, `${what} ${found} is not ${expected}`);
}
function got<T extends object>(result: T): Exclude<T, { refused: string }> {
  assert.ok(!("refused" in result), JSON.stringify(result));
  return result as Exclude<T, { refused: string }>;
}
/** As the report prints it: 78.9. */
const percent = (share: number) => Math.round(share * 1000) / 10;
const inPercent = (found: object) => {
  const { share, lower, upper } = found as { share: number; lower: number; upper: number };
  return [share, lower, upper].map(percent);
};

describe("a share is shown with what it leaves open", () => {
  test("every Wilson interval of the field", () => {
    for (const [name, [lower, upper]] of Object.entries<[number, number]>(stats.wilson95)) {
      const [count, of] = name.split("/").map(Number);
      const found = got(proportion(count!, of!));
      near(found.lower, lower, 0.000_051, name);
      near(found.upper, upper, 0.000_051, name);
    }
    assert.deepEqual(inPercent(proportion(15, 19)), [78.9, 56.7, 91.5]);
    assert.deepEqual(inPercent(proportion(17, 20)), [85, 64, 94.8]);
    assert.deepEqual(inPercent(proportion(5, 5)), [100, 56.6, 100]);
    assert.deepEqual(inPercent(proportion(0, 4)), [0, 0, 49]);
    assert.deepEqual(inPercent(proportion(2, 12)), [16.7, 4.7, 44.8]);
  });

  test("the examples of Newcombe, Statistics in Medicine 17 (1998) 857, method 3", () => {
    for (const [count, of, lower, upper] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const found = got(proportion(count, of));
      near(found.lower, lower, 0.000_051, `${count}/${of}`);
      near(found.upper, upper, 0.000_051, `${count}/${of}`);
    }
  });

  test("holds its share, turns with it, and narrows with more cases", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (k, of) => {
        const count = Math.min(k, of);
        const some = got(proportion(count, of));
        const others = got(proportion(of - count, of));
        const more = got(proportion(count * 4, of * 4));
        assert.ok(0 <= some.lower && some.lower <= some.share && some.share <= some.upper && some.upper <= 1);
        near(some.lower, 1 - others.upper, 1e-12);
        assert.ok(more.upper - more.lower < some.upper - some.lower);
      }),
    );
  });

  test("no cases, no share; nor with numbers that are no counts", () => {
    assert.deepEqual(proportion(0, 0), { refused: "no-cases" });
    assert.deepEqual(proportion(3, 2), { refused: "more-than-all" });
    for (const bad of [NaN, -1, 0.5, Infinity]) {
      assert.deepEqual(proportion(bad, 4), { refused: "not-a-count" });
      assert.deepEqual(proportion(0, bad), { refused: "not-a-count" });
    }
  });

  test("a channel mix names every part, and an empty month has none", () => {
    const channels = got(mix({ email: 9, phone: 3, post: 0 }));
    assert.deepEqual(Object.keys(channels), ["email", "phone", "post"]);
    assert.deepEqual(inPercent(channels["email"]!)[0], 75);
    assert.deepEqual(mix({ email: 0, phone: 0 }), { refused: "no-cases" });
    assert.deepEqual(mix({}), { refused: "no-cases" });
    assert.deepEqual(mix({ email: -1, phone: 4 }), { refused: "not-a-count" });
  });
});

describe("the complaint rate", () => {
  test("every exact interval of the field", () => {
    for (const [count, [lower, upper]] of Object.entries<[number, number]>(stats.garwood95)) {
      const found = got(poissonInterval(Number(count)));
      near(found.lower, lower, 0.000_51, count);
      near(found.upper, upper, 0.000_51, count);
    }
  });

  test("the intervals of Ulm, American Journal of Epidemiology 131 (1990) 373, and of R's poisson.test", () => {
    const eleven = got(poissonInterval(11));
    near(eleven.lower, 5.491_160_367_236_819, 1e-9);
    near(eleven.upper, 19.682_038_513_301_954, 1e-9);
    near(got(poissonInterval(100)).lower, 81.36, 0.005);
    near(got(poissonInterval(100)).upper, 121.63, 0.005);
  });

  test("3 complaints of 125 participants are 2.4 per 100, and 0.5 to 7.0 would be no surprise", () => {
    const { rate, lower, upper, per } = got(complaintRate(3, 125));
    assert.deepEqual(
      [rate, lower, upper, per].map((each) => Math.round(each * 10) / 10),
      [2.4, 0.5, 7, 100],
    );
  });

  test("no complaint is a rate of 0 with an upper end, not certainty", () => {
    const { rate, lower, upper } = got(complaintRate(0, 100));
    assert.deepEqual([rate, lower], [0, 0]);
    near(upper, 3.689, 0.0005);
  });

  test("participant-days may stand for participants", () => {
    assert.equal(got(complaintRate(2, 12.5, { per: 1 })).rate, 0.16);
  });

  test("without participants there is no rate", () => {
    assert.deepEqual(complaintRate(0, 0), { refused: "no-participants" });
    assert.deepEqual(complaintRate(3, 0), { refused: "no-participants" });
    assert.deepEqual(complaintRate(3, NaN), { refused: "not-a-count" });
    assert.deepEqual(complaintRate(NaN, 100), { refused: "not-a-count" });
    assert.deepEqual(complaintRate(3, -5), { refused: "not-a-count" });
  });
});

describe("times", () => {
  const { x, median: middle, p90NearestRank } = stats.percentiles;

  test("median and P90 as the field counts them", () => {
    assert.equal(median(x), middle);
    assert.equal(nearestRank(x, 0.9), p90NearestRank);
    assert.deepEqual(timesTaken(x.toReversed()), { n: 13, median: 4, p90: 8, longest: 9 });
  });

  test("of an even number the median lies between the two in the middle; P90 is always a time that was taken", () => {
    assert.equal(median([1, 10, 2, 4]), 3);
    assert.equal(nearestRank([1, 10, 2, 4], 0.9), 10);
    const ten = Array.from({ length: 10 }, (_, index) => index + 1);
    assert.equal(nearestRank(ten, 0.9), 9);
    assert.equal(nearestRank(ten, 1), 10);
    assert.equal(nearestRank(ten, 0.001), 1);
  });

  test("0.07 of 100 is the seventh, though the product is a little more than 7", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    assert.equal(nearestRank(hundred, 0.07), 7);
  });

  test("one case is all of them, and no case has no time", () => {
    assert.deepEqual(timesTaken([7]), { n: 1, median: 7, p90: 7, longest: 7 });
    assert.deepEqual(timesTaken([]), { refused: "no-values" });
    assert.deepEqual(timesTaken([1, NaN]), { refused: "not-a-number" });
    assert.deepEqual(timesTaken([1, -1]), { refused: "not-a-number" });
    assert.deepEqual(median([]), { refused: "no-values" });
  });
});

describe("the month", () => {
  test("begins at midnight in Berlin", () => {
    for (const [instant, month] of vectors.monthAssignment) assert.equal(monthOf(instant, zone), month);
    assert.deepEqual(spanOfMonth("2026-10", zone), {
      from: "2026-09-30T22:00:00.000Z",
      before: "2026-10-31T23:00:00.000Z",
    });
  });

  test("twelve months up to one cross the year", () => {
    const months = monthsUpTo("2026-02", 12);
    assert.deepEqual([months[0], months.at(-1), months.length], ["2025-03", "2026-02", 12]);
    assert.equal(addMonths("2026-01", -3), "2025-10");
    assert.equal(daysBetween("2026-11-30", "2027-02-28"), 90);
  });

  test("open complaints have the ages that were counted by hand, each in its bucket", () => {
    const { cutoff, cases } = vectors.ageAtCutoff;
    const day = (text: string) => Temporal.PlainDate.from(text);
    const ages = Object.keys(cases).map((date) => businessDaysAfter(berlinCalendar, day(date), day(cutoff)));
    assert.deepEqual(ages, Object.values(cases));
    assert.deepEqual(openAges(ages), [
      { from: 0, to: 2, count: 3 },
      { from: 3, to: 5, count: 1 },
      { from: 6, to: 10, count: 0 },
      { from: 11, to: 20, count: 1 },
      { from: 21, count: 1 },
    ]);
    assert.equal(got(openAges([])).length, 5);
    assert.deepEqual(openAges([1.5]), { refused: "not-a-count" });
  });

  test("the backlog adds up, or the report stops", () => {
    const november = { openBefore: 6, received: 14, reopened: 1, closed: 15, withdrawn: 2, openAfter: 6 };
    assert.deepEqual(checkBacklog(november), november);
    assert.deepEqual(checkBacklog({ ...november, openAfter: 7 }), {
      refused: "backlog-does-not-add-up",
      expected: 6,
      found: 7,
    });
    assert.deepEqual(checkBacklog({ ...november, withdrawn: 16 }), { refused: "more-withdrawn-than-closed" });
    assert.deepEqual(checkBacklog({ ...november, received: NaN }), { refused: "not-a-count" });
    const quiet = { openBefore: 0, received: 0, reopened: 0, closed: 0, openAfter: 0 };
    assert.deepEqual(checkBacklog(quiet), quiet);
  });
});

describe("on time", () => {
  test("15 of the 19 that were due, not of the 17 that were done", () => {
    const found = onTimeRate({ excluded: 1, onTime: 15, late: 2, openOverdue: 2 });
    assert.deepEqual(inPercent(found), [78.9, 56.7, 91.5]);
    assert.equal(got(found).excluded, 1);
  });

  const november = spanOfMonth("2026-11", zone);
  const asOf = "2026-12-01T06:00:00Z";
  const due = "2026-11-10T16:00:00.000Z";
  const cohort = (...promises: Parameters<typeof cohortOf>[0]) => cohortOf(promises, november, asOf);

  test("a promise kept at the very instant is kept, a second later it is late, and still open is overdue", () => {
    assert.deepEqual(
      cohort(
        { dueAt: due, metAt: "2026-11-10T17:00:00+01:00" },
        { dueAt: due, metAt: "2026-11-10T16:00:01Z" },
        { dueAt: due },
      ),
      { excluded: 0, onTime: 1, late: 1, openOverdue: 1 },
    );
  });

  test("what was withdrawn before it was due is left out, kept or not; afterwards it stays", () => {
    const withdrawn = "2026-11-09T08:00:00Z";
    assert.deepEqual(
      cohort(
        { dueAt: due, notApplicableAt: withdrawn },
        { dueAt: due, metAt: "2026-11-08T08:00:00Z", notApplicableAt: withdrawn },
        { dueAt: due, notApplicableAt: due },
      ),
      { excluded: 2, onTime: 0, late: 0, openOverdue: 1 },
    );
  });

  test("a promise belongs to the month in which it fell due, whenever it was kept", () => {
    assert.deepEqual(
      cohort(
        { dueAt: "2026-10-31T22:59:59Z", metAt: "2026-11-02T08:00:00Z" },
        { dueAt: "2026-10-31T23:00:00Z", metAt: "2026-10-30T08:00:00Z" },
        { dueAt: "2026-11-30T23:00:00Z", metAt: "2026-11-20T08:00:00Z" },
      ),
      { excluded: 0, onTime: 1, late: 0, openOverdue: 0 },
    );
  });

  test("what happened after the snapshot was not known then", () => {
    const early = "2026-11-10T12:00:00Z";
    const promise = { dueAt: due, metAt: "2026-11-10T13:00:00Z" };
    const none = { excluded: 0, onTime: 0, late: 0, openOverdue: 0 };
    assert.deepEqual(cohortOf([promise], november, early), none);
    assert.deepEqual(onTimeRate(none), { refused: "no-cases" });
    for (const bad of ["excluded", "onTime", "late", "openOverdue"])
      assert.deepEqual(onTimeRate({ ...none, [bad]: -1 }), { refused: "not-a-count" }, bad);
  });
});

describe("how complaints ended", () => {
  test("upheld of those decided", () => {
    const rate = got(
      upheldRate({
        upheld: 4,
        partly_upheld: 2,
        not_upheld: 3,
        not_determinable: 1,
        withdrawn: 5,
        rerouted: 2,
      }),
    );
    assert.deepEqual([rate.count, rate.of], [6, 10]);
    const undecided = { upheld: 0, partly_upheld: 0, not_upheld: 0, withdrawn: 3 };
    assert.deepEqual(upheldRate(undecided), { refused: "no-cases" });
    assert.deepEqual(upheldRate({ ...undecided, out_of_scope: NaN }), { refused: "not-a-count" });
  });

  test("10 of 13 first proposals that were decided on are accepted", () => {
    const { accepted, unanswered } = firstProposalAcceptance({ accepted: 10, declined: 3, unanswered: 2 });
    assert.equal(inPercent(accepted)[0], 76.9);
    assert.equal(got(unanswered).of, 15);
  });

  test("6 of 9 satisfied, 9 of 15 answered, mean 3.67", () => {
    const found = got(satisfaction([5, 4, 4, 2, 5, 3, 4, 1, 5], 15));
    assert.deepEqual(inPercent(found.satisfied), [66.7, 35.4, 87.9]);
    assert.equal(found.mean.toFixed(2), "3.67");
    assert.equal(inPercent(found.responseRate)[0], 60);
  });

  test("four answers are too few to average, and say so with how many there were", () => {
    const few = satisfaction([5, 5, 5, 5], 10);
    assert.ok("refused" in few && few.refused === "n-too-small" && few.n === 4);
    assert.equal(got(satisfaction([5, 5, 5, 5, 1], 10)).n, 5);
    assert.ok("refused" in satisfaction([], 10));
    assert.deepEqual(satisfaction([], 0), { refused: "no-cases" });
    assert.deepEqual(satisfaction([5, 5, 5, 5, 6], 10), { refused: "not-a-score" });
    assert.deepEqual(satisfaction([5, 5, 5, 5, 5], 4), { refused: "more-than-all" });
  });

  test("five not upheld of six answers say nothing, or the sixth could be worked out; of eight they do", () => {
    const five = [1, 2, 3, 2, 5];
    assert.deepEqual(satisfactionOfSome(five, 5, 6), { refused: "others-too-few" });
    assert.deepEqual(satisfactionOfSome(five, 5, 7), { refused: "others-too-few" });
    assert.deepEqual(satisfactionOfSome(five, 5, 8), satisfaction(five, 5));
    assert.deepEqual(satisfactionOfSome(five, 5, 5), satisfaction(five, 5));
    assert.deepEqual(satisfactionOfSome(five.slice(1), 5, 5), satisfaction(five.slice(1), 5), "few already");
  });

  test("1 710 € redress, 114.00 € per closed case, 8.8 % of it goodwill", () => {
    const cost = got(
      redressCost(
        [
          { type: "refund", basis: "claim", target: "welding", promised: 124_000, paid: 124_000 },
          { type: "voucher", basis: "goodwill", promised: 15_000, paid: 0 },
          { type: "repeat_course", basis: "claim", target: "welding", promised: 32_000, paid: 32_000 },
        ],
        15,
      ),
    );
    assert.deepEqual(cost.total, { promised: 171_000, paid: 156_000 });
    assert.equal(cost.perClosedCase, 11_400);
    assert.equal(percent(cost.goodwillShare ?? NaN), 8.8);
    assert.deepEqual(cost.byBasis.goodwill, { promised: 15_000, paid: 0 });
    assert.deepEqual(cost.byTarget, { welding: { promised: 156_000, paid: 156_000 } });
  });

  test("half a cent is rounded up, and a month without closed cases or redress has no share", () => {
    const one = { type: "refund", basis: "claim", promised: 101, paid: 0 } as const;
    assert.equal(got(redressCost([one], 2)).perClosedCase, 51);
    assert.equal(got(redressCost([one], 3)).perClosedCase, 34);
    assert.equal(got(redressCost([one], 1)).perClosedCase, 101);
    const quiet = got(redressCost([], 0));
    assert.deepEqual([quiet.perClosedCase, quiet.goodwillShare], [undefined, undefined]);
    assert.deepEqual(quiet.byBasis.claim, { promised: 0, paid: 0 });
    assert.deepEqual(redressCost([{ ...one, promised: 1.5 }], 1), { refused: "not-whole-cents" });
  });
});

describe("causes", () => {
  const named = (counts: number[]) => counts.map((count, index) => ({ cause: `c${index}`, count }));

  test("four of seven causes are the vital few", () => {
    const { counts, cumPct, vitalFew } = stats.pareto;
    const found = got(pareto(named(counts)));
    assert.deepEqual(
      found.map(({ cumulative }) => percent(cumulative)),
      cumPct,
    );
    assert.deepEqual(found.map(({ vital }) => vital).lastIndexOf(true) + 1, vitalFew);
  });

  test("what is no cause stands last, and equal causes stay in order", () => {
    const counts = [
      { cause: "unknown", count: 50 },
      { cause: "room", count: 3 },
      { cause: "other", count: 60 },
      { cause: "trainer", count: 9 },
      { cause: "invoice", count: 3 },
    ];
    const found = got(pareto(counts));
    assert.deepEqual(
      found.map(({ cause }) => cause),
      ["trainer", "room", "invoice", "other", "unknown"],
    );
  });

  test("exactly 80 % is reached, though no fraction says so", () => {
    const found = got(pareto(named([4, 4, 1, 1])));
    assert.deepEqual(
      found.map(({ share }) => share),
      [0.4, 0.4, 0.1, 0.1],
    );
    assert.equal(got(pareto([{ cause: "other", count: 0 }, ...named([3])])).at(-1)!.vital, false);
    assert.deepEqual(
      found.map(({ vital }) => vital),
      [true, true, false, false],
    );
  });

  test("shares end at one; no complaints have no causes", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), (counts) => {
        const found = pareto(named(counts));
        if ("refused" in found) return assert.ok(counts.every((count) => count === 0));
        assert.equal(found.at(-1)!.cumulative, 1);
        assert.ok(found[0]!.vital && found.every(({ count, vital }) => count > 0 || !vital));
      }),
    );
    assert.deepEqual(pareto([]), { refused: "no-complaints" });
    assert.deepEqual(pareto(named([0, 0])), { refused: "no-complaints" });
    assert.deepEqual(pareto(named([1, NaN])), { refused: "not-a-count" });
  });
});

describe("small cells do not give people away", () => {
  const cells = (...counts: number[]) => counts.map((count, index) => ({ name: `t${index}`, count }));
  const shown = (...args: Parameters<typeof suppressSmall>) =>
    (got(suppressSmall(...args)) as object[]).map((cell) => ("count" in cell ? cell.count : "hidden"));

  test("fewer than three are hidden, and so is a zero that would show them to be somebody", () => {
    assert.deepEqual(shown(cells(3, 2, 1, 0, 9)), [3, "hidden", "hidden", "hidden", 9]);
    assert.deepEqual(suppressSmall(cells(2), { totalShown: false }), [{ name: "t0", fewerThan: 3 }]);
    assert.deepEqual(shown(cells(3, 2, 1, 0), { zeros: "shown" }), [3, "hidden", "hidden", 0]);
  });

  test("a single hidden cell takes the next smallest with it, or the total would tell", () => {
    assert.deepEqual(shown(cells(9, 2, 5)), [9, "hidden", "hidden"]);
    assert.deepEqual(shown(cells(9, 2, 5), { totalShown: false }), [9, "hidden", 5]);
    assert.deepEqual(shown(cells(9, 0, 5)), [9, "hidden", 5]);
    assert.deepEqual(shown(cells(5, 1, 5)), ["hidden", "hidden", 5]);
    assert.deepEqual(shown(cells(0, 2, 5), { zeros: "shown" }), [0, "hidden", "hidden"]);
    assert.deepEqual(suppressSmall(cells(1, 4), { zeros: "shown" }), [
      { name: "t0", fewerThan: 3 },
      { name: "t1", hidden: true },
    ]);
    assert.deepEqual(suppressSmall(cells(4, NaN)), { refused: "not-a-count" });
  });
});

describe("small cells cannot be worked out from the rest", () => {
  const cells = (...counts: number[]) => counts.map((count, index) => ({ name: `t${index}`, count }));
  const shown = (...args: Parameters<typeof suppressSmall>) =>
    (got(suppressSmall(...args)) as object[]).map((cell) => ("count" in cell ? cell.count : "hidden"));

  test("two cells of one, and two of two, have only one sum each: a third is hidden with them", () => {
    assert.deepEqual(shown(cells(9, 1, 1)), ["hidden", "hidden", "hidden"]);
    assert.deepEqual(shown(cells(9, 2, 2, 4)), [9, "hidden", "hidden", "hidden"]);
    assert.deepEqual(shown(cells(9, 1, 2, 4)), [9, "hidden", "hidden", 4]);
    assert.deepEqual(shown(cells(9, 2, 0)), [9, "hidden", "hidden"], "or none and two, or one and one");
  });

  test("a one and a three that are hidden together are four, which are nothing else: one more is hidden", () => {
    assert.deepEqual(shown(cells(9, 1, 3, 8)), [9, "hidden", "hidden", "hidden"]);
    assert.deepEqual(shown(cells(9, 1, 4, 8)), [9, "hidden", "hidden", 8]);
  });

  test("what a sentence of the report is about is hidden last", () => {
    assert.deepEqual(shown(cells(9, 2, 5), { spare: ["t2"] }), ["hidden", "hidden", 5]);
    assert.deepEqual(shown(cells(2, 5), { spare: ["t1"] }), ["hidden", "hidden"]);
  });

  test("whoever knows the table and its total finds two tables at least, wherever a cell is left to hide", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 5 }), (counts) => {
        const table = got(suppressSmall(cells(...counts))) as { count?: number; fewerThan?: number }[];
        const hidden = counts.filter((_, index) => table[index]!.count === undefined);
        const small = hidden.filter((count) => count < 3).length;
        if (small === 0) return assert.equal(hidden.length, 0);
        if (hidden.length === counts.length) return;
        const total = hidden.reduce((all, each) => all + each, 0);
        const companions = hidden.length - small;
        // Sums that the small ones can have: each is 1 or 2, and each of the others is 3 or more.
        const sums = [];
        for (let sum = small; sum <= 2 * small; sum += 1)
          if (companions === 0 ? sum === total : total - sum >= 3 * companions) sums.push(sum);
        assert.ok(sums.length > 1 || (sums[0]! > small && sums[0]! < 2 * small), String(counts));
      }),
    );
  });
});

describe("actions and records", () => {
  const actions = [
    {
      openedOn: "2026-08-01",
      dueOn: "2026-09-01",
      closedOn: "2026-08-20",
      checkDueOn: "2026-11-20",
      checkedOn: "2026-11-19",
      verdict: "effective" as const,
    },
    {
      openedOn: "2026-08-01",
      dueOn: "2026-09-01",
      closedOn: "2026-09-20",
      checkDueOn: "2026-11-25",
      checkedOn: "2026-11-28",
      verdict: "not_shown" as const,
    },
    { openedOn: "2026-11-20", dueOn: "2026-11-29" },
    { openedOn: "2026-11-10", dueOn: "2026-11-30", checkDueOn: "2027-02-28" },
    { openedOn: "2026-12-02", dueOn: "2026-12-30" },
  ];

  test("open, overdue, closed and checked in time, as of the end of November", () => {
    const { checkedInTime, ...status } = actionStatus(actions, "2026-11-30");
    assert.deepEqual(status, {
      open: 2,
      overdue: 1,
      closed: 2,
      effective: 1,
      not_shown: 1,
      ineffective: 0,
      medianAge: 15,
    });
    assert.deepEqual([got(checkedInTime).count, got(checkedInTime).of], [1, 2]);
    const [first] = actions;
    const onTheDay = actionStatus([{ ...first!, checkedOn: "2026-11-20" }], "2026-11-20");
    assert.deepEqual([onTheDay.effective, got(onTheDay.checkedInTime).count], [1, 1]);
    const none = actionStatus([], "2026-11-30");
    assert.deepEqual(
      [none.medianAge, none.checkedInTime],
      [{ refused: "no-values" }, { refused: "no-cases" }],
    );
  });

  test("what is missing at closure is counted for each field; 0 is not missing", () => {
    const closed = [{ category: "course", cost: 0 }, { category: "" }, { category: null, cost: 3 }];
    const { category, cost } = missing(closed, ["category", "cost"]);
    assert.deepEqual([got(category).count, got(cost).count, got(cost).of], [2, 1, 3]);
    assert.deepEqual(missing([], ["cause"]), { cause: { refused: "no-cases" } });
  });

  test("how late complaints were recorded, in hours", () => {
    const receivedAt = "2026-11-02T08:00:00Z";
    const recorded = ["2026-11-02T08:30:00Z", "2026-11-02T10:00:00Z", "2026-11-03T09:00:00Z"];
    assert.deepEqual(recordingDelay(recorded.map((recordedAt) => ({ receivedAt, recordedAt }))), {
      n: 3,
      median: 2,
      p90: 25,
      longest: 25,
    });
  });
});
