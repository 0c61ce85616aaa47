import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { reminderOn } from "./reminding.ts";
import {
  confirmedUntil,
  standingOn,
  validUntil,
  type PolicyVersion,
  type TrainingRecord,
} from "./standing.ts";

const rules = { validityMonths: 12, confirmWithinDays: 30 };
const first: PolicyVersion = { version: 1, from: "2026-01-01" };
const second: PolicyVersion = { version: 2, from: "2026-11-01" };

/** Given what somebody attended and confirmed, when it is this day. */
const given = (record: Partial<TrainingRecord>, versions = [first]) => ({
  on: (day: string) => standingOn(day, { attended: [], confirmed: [], ...record }, versions, rules),
});
const confirmed = (version: number, on: string) => ({ version, on });

describe("who is trained", () => {
  test("nobody who has neither attended nor confirmed, and nobody who did only one of both", () => {
    assert.deepEqual(given({}).on("2026-10-15"), { trained: false, lacks: ["session", "confirmation"] });
    assert.deepEqual(given({ attended: ["2026-10-01"] }).on("2026-10-15"), {
      trained: false,
      lacks: ["confirmation"],
    });
    assert.deepEqual(given({ confirmed: [confirmed(1, "2026-10-01")] }).on("2026-10-15"), {
      trained: false,
      lacks: ["session"],
    });
  });

  test("from the day on which both are there, for twelve months that end with the same day of the month", () => {
    const mara = given({ attended: ["2026-10-15"], confirmed: [confirmed(1, "2026-10-17")] });
    assert.equal(mara.on("2026-10-16").trained, false);
    const until = { trained: true, until: "2027-10-15", ends: "session" };
    assert.deepEqual(mara.on("2026-10-17"), until);
    assert.deepEqual(mara.on("2027-10-15"), until);
    assert.deepEqual(mara.on("2027-10-16"), { trained: false, lacks: ["session"], ended: "2027-10-15" });
  });

  test("a year from 29 February ends with 28 February (BGB §188(3))", () => {
    assert.equal(validUntil("2028-02-29", rules), "2029-02-28");
    assert.equal(validUntil("2026-08-31", { ...rules, validityMonths: 6 }), "2027-02-28");
  });

  test("a later session begins a new year before the old one has ended", () => {
    const mara = given({ attended: ["2026-01-10", "2026-12-20"], confirmed: [confirmed(1, "2026-01-10")] });
    assert.deepEqual(mara.on("2027-01-05"), { trained: true, until: "2027-12-20", ends: "session" });
  });

  test("a material change of the policy leaves thirty days to confirm anew", () => {
    const mara = given({ attended: ["2026-10-01"], confirmed: [confirmed(1, "2026-10-01")] }, [
      first,
      second,
    ]);
    assert.deepEqual(mara.on("2026-10-20"), { trained: true, until: "2026-12-01", ends: "confirmation" });
    assert.equal(mara.on("2026-12-01").trained, true);
    assert.deepEqual(mara.on("2026-12-02"), { trained: false, lacks: ["confirmation"], ended: "2026-12-01" });
    const again = given(
      { attended: ["2026-10-01"], confirmed: [confirmed(1, "2026-10-01"), confirmed(2, "2026-12-05")] },
      [first, second],
    );
    assert.deepEqual(again.on("2026-12-05"), { trained: true, until: "2027-10-01", ends: "session" });
    assert.equal(again.on("2026-12-03").trained, false, "what was confirmed later does not count before");
  });

  test("an editorial version asks nobody; a second change does not prolong the days of the first", () => {
    const editorial = [first, { ...second, editorial: true }];
    assert.equal(confirmedUntil(1, editorial, rules), "9999-12-31");
    const third = { version: 3, from: "2026-11-20" };
    assert.equal(confirmedUntil(1, [first, second, third], rules), "2026-12-01");
    assert.equal(confirmedUntil(2, [first, second, third], rules), "2026-12-20");
    assert.equal(confirmedUntil(1, [...editorial, third], rules), "2026-12-20");
  });
});

describe("what is told before it ends", () => {
  const until = (day: string) => ({ trained: true, until: day, ends: "session" }) as const;
  test("at thirty days and at seven, that day included, and that it has ended", () => {
    const on = (day: string) => reminderOn(day, until("2026-12-31"), [30, 7]);
    assert.equal(on("2026-11-30"), undefined);
    assert.deepEqual(on("2026-12-01"), { days: 30, endsOn: "2026-12-31" });
    assert.deepEqual(on("2026-12-23"), { days: 30, endsOn: "2026-12-31" });
    assert.deepEqual(on("2026-12-24"), { days: 7, endsOn: "2026-12-31" });
    assert.deepEqual(on("2026-12-31"), { days: 7, endsOn: "2026-12-31" });
    const ended = { trained: false, lacks: ["session"], ended: "2026-12-31" } as const;
    assert.deepEqual(reminderOn("2027-01-01", { ...ended, lacks: ["session"] }, [30, 7]), {
      days: 0,
      endsOn: "2026-12-31",
    });
  });
  test("nothing to whoever was never trained", () => {
    assert.equal(reminderOn("2026-12-01", { trained: false, lacks: ["session"] }, [30]), undefined);
  });
});

describe("whatever was attended, confirmed and published", () => {
  const from = Temporal.PlainDate.from("2026-01-01");
  const date = fc.integer({ min: 0, max: 900 }).map((days) => from.add({ days }).toString());
  const record = fc.record({
    attended: fc.array(date, { maxLength: 4 }),
    confirmed: fc.array(fc.record({ version: fc.integer({ min: 1, max: 4 }), on: date }), { maxLength: 4 }),
  });
  const versions = fc
    .array(fc.record({ from: date, editorial: fc.boolean() }), { minLength: 1, maxLength: 4 })
    .map((all) =>
      all
        .toSorted((a, b) => (a.from < b.from ? -1 : 1))
        .map((each, at) => ({ ...each, version: at + 1, editorial: at > 0 && each.editorial })),
    );
  const settings = fc.record({
    validityMonths: fc.integer({ min: 1, max: 24 }),
    confirmWithinDays: fc.integer({ min: 0, max: 60 }),
  });
  const next = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

  test("the last day is trained and the day after is not, unless something begins on it", () => {
    fc.assert(
      fc.property(date, record, versions, settings, (day, known, published, rulesOfOffice) => {
        const past = {
          attended: known.attended.filter((on) => on <= day),
          confirmed: known.confirmed.filter(({ on }) => on <= day),
        };
        const standing = standingOn(day, past, published, rulesOfOffice);
        const at = (on: string) => standingOn(on, past, published, rulesOfOffice).trained;
        if (standing.trained) {
          assert.ok(day <= standing.until);
          assert.ok(at(standing.until));
          assert.ok(!at(next(standing.until)));
        } else {
          assert.ok(standing.lacks.length > 0 || standing.ended !== undefined);
          if (standing.ended) {
            assert.ok(standing.ended < day && at(standing.ended) && !at(next(standing.ended)));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("one more session or confirmation never takes a training away, and one more material version never gives one", () => {
    fc.assert(
      fc.property(date, date, record, versions, settings, (day, extra, known, published, of) => {
        if (!standingOn(day, known, published, of).trained) return;
        const more = { attended: [...known.attended, extra], confirmed: known.confirmed };
        assert.ok(standingOn(day, more, published, of).trained);
        const said = [...known.confirmed, { version: 1, on: extra }];
        assert.ok(standingOn(day, { ...known, confirmed: said }, published, of).trained);
        const fewer = published.map((each) => ({ ...each, editorial: true }));
        assert.ok(standingOn(day, known, fewer, of).trained);
      }),
      { numRuns: 500 },
    );
  });
});
