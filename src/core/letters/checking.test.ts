import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { letterKinds } from "../complaint/letters.ts";
import { letterProblemsOf, type LetterProblemCode } from "./checking.ts";
import { allowed, mandatory } from "./content.ts";
import { slots, type Slot } from "./slots.ts";

const written = (slot: Slot) =>
  slots[slot] === "address"
    ? `[Here]({${slot}})`
    : slots[slot] === "list"
      ? `* {${slot}}`
      : `We say {${slot}}.`;
const whole = (kind: (typeof letterKinds)[number], without?: Slot) =>
  mandatory(kind)
    .filter((slot) => slot !== without)
    .map(written)
    .join("\n\n");
const codes = (kind: (typeof letterKinds)[number], subject: string, body: string) =>
  letterProblemsOf(kind, { subject, body }).map(({ code }) => code);

describe("what a letter must say and may not say", () => {
  test("with every mandatory slot it can be saved, and without any one of them it cannot", () => {
    for (const kind of letterKinds) {
      assert.deepEqual(letterProblemsOf(kind, { subject: "Hello", body: whole(kind) || "Hello." }), [], kind);
      for (const slot of mandatory(kind))
        assert.deepEqual(
          letterProblemsOf(kind, { subject: "Hello", body: `Hello.\n\n${whole(kind, slot)}` }),
          [{ code: "slot_missing", at: "body", slot }],
          `${kind} without ${slot}`,
        );
    }
  });

  test("a reference in the subject is said as well", () => {
    assert.deepEqual(codes("withdrawal", "Your complaint {reference}", "Thank you."), []);
  });

  test("a subject has one line and nothing of the matter", () => {
    const kind = "withdrawal";
    assert.deepEqual(codes(kind, "{reference}\r\nBcc: a@b.example", "x"), ["line_broken"]);
    assert.deepEqual(codes(kind, "{reference}\u2028Bcc", "x"), ["line_broken"]);
    assert.deepEqual(codes(kind, "{reference} {person}", "x"), ["slot_not_in_subject"]);
    assert.deepEqual(codes("proposal", "{reference} {findings}", whole("proposal")), ["slot_not_in_subject"]);
    assert.deepEqual(codes(kind, " ", "{reference}"), ["empty"]);
    assert.deepEqual(codes(kind, "x".repeat(151), "{reference}"), ["too_long"]);
  });

  const bad: [string, LetterProblemCode][] = [
    ["See https://shop.example/?id=1", "address_typed"],
    ["See HTTP://SHOP.EXAMPLE", "address_typed"],
    ["See ftp://x/y", "address_typed"],
    ["See www.shop", "address_typed"],
    ["See shop.example/sale", "address_typed"],
    ["Write to a@shop.example", "address_typed"],
    ["mailto:somebody", "address_typed"],
    ["[Sale](https://shop.example)", "link_broken"],
    ["Click [here]({statusUrl}) now", "link_broken"],
    ["[shop.example]({statusUrl})", "address_typed"],
    ["[Here]({reference})", "link_needs_address"],
    ["Your page: {statusUrl}", "slot_needs_link"],
    ["{unknown}", "slot_unknown"],
    ["{__proto__}", "slot_unknown"],
    ["{constructor}", "slot_unknown"],
    ["{findings}", "slot_elsewhere"],
    ["{reference", "brace"],
    ["{not a slot}", "brace"],
    ["|Label: {reference}", "fact_broken"],
    ["| no label", "fact_broken"],
    ["turned \u202e around", "character"],
    ["bell \u0007", "character"],
  ];
  test("nothing but slots leads anywhere; what nobody can read right is named with its line", () => {
    for (const [line, code] of bad)
      assert.deepEqual(
        letterProblemsOf("withdrawal", { subject: "About {reference}", body: `Hello.\n\n${line}` }).map(
          (problem) => [problem.code, problem.at, problem.line],
        ),
        [[code, "body", 3]],
        line,
      );
    assert.deepEqual(
      codes("proposal", "Hello", whole("proposal").replace("* {findings}", "See {findings}")),
      ["slot_needs_list"],
    );
  });

  test("ordinary sentences are no addresses", () => {
    for (const line of [
      "z. B. am 3.10.2026, d.h. um 9.30 Uhr.",
      "Yes/no, e.g. 5.5 % (§ 2.6).",
      "24 €. Danke!",
    ])
      assert.deepEqual(codes("withdrawal", "{reference}", line), [], line);
  });

  test("whatever is typed is answered, quickly", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary", maxLength: 400 }),
        (subject, body) => {
          for (const kind of letterKinds) assert.ok(Array.isArray(letterProblemsOf(kind, { subject, body })));
        },
      ),
      { numRuns: 100 },
    );
    const begun = performance.now();
    for (const text of ["a", "[", "a.", "a@", "{", "| ", "://"])
      letterProblemsOf("withdrawal", {
        subject: text.repeat(900),
        body: text.repeat(10_000 / text.length).slice(0, 8000),
      });
    assert.ok(performance.now() - begun < 2000);
  });

  test("whatever a letter may say has its place in a table of slots", () => {
    for (const kind of letterKinds) for (const slot of allowed(kind)) assert.ok(slot in slots, slot);
  });
});
