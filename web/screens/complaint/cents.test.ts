import assert from "node:assert/strict";
import { test } from "node:test";
import { centsOf } from "./cents.ts";

test("amounts as Germans and the English write them become whole cents, and anything else becomes nothing", () => {
  const read: [string, number | undefined][] = [
    ["240", 24_000],
    ["240,5", 24_050],
    ["240.50", 24_050],
    ["1.240,50", 124_050],
    ["1,240.50", 124_050],
    ["0,01", 1],
    ["19,99 €", 1999],
    ["1.000", 100_000],
    ["0", undefined],
    ["-5", undefined],
    ["12,345,6", undefined],
    ["1.2.3", undefined],
    ["zwölf", undefined],
    ["", undefined],
  ];
  for (const [typed, cents] of read) assert.equal(centsOf(typed), cents, typed);
});
