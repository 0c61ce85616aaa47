import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { seedPolicy } from "../../organisation/policies/seed.ts";
import { PolicyDocument } from "../../organisation/policies/contract.ts";
import { renderPolicy } from "./render.ts";

const lines = (language: "en" | "de", policy = seedPolicy) => JSON.stringify(renderPolicy(policy, language));

describe("the published policy", () => {
  test("states what the policy of 2 March 2024 states", () => {
    const text = lines("en");
    for (const promise of [
      "Cleantech Terra GmbH",
      "ctterra.com and cleantech.training platforms",
      "Email: mb@ctterra.com",
      "Phone: +49 176 44450504",
      "Monday to Friday between 9:00 and 17:00",
      "Within 48 hours of receiving the complaint",
      "Within 5 business days, we will propose a resolution",
      "implement the resolution within 3 business days",
      "follow up with the customer within 7 business days",
      "Monthly reports will be generated",
      "Regular training will be provided to staff",
      "Rheinsberger Str. 76/77\\n10115, Berlin, Germany",
      "marah.mariam@ctterra.com",
      "The latest version of this policy will always be published on this page.",
    ])
      assert.ok(text.includes(promise), promise);
  });

  test("states every line of the document that it comes from, its two spellings of one number as one", () => {
    const said = lines("en").replaceAll("\\n", "\n");
    const file = join(import.meta.dirname, "../../../test/data/policy/policy-2024-03-02.txt");
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^a-z0-9@]+/g, " ")
        .trim();
    const original = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
    const [update, ...rest] = original;
    assert.equal(update, "Last Update: 02.03.2024");
    assert.equal(seedPolicy.lastUpdated, "2024-03-02");
    assert.ok(rest.length > 40);
    for (const line of rest) {
      const spelled = line.startsWith("Phone:") ? `Phone: ${seedPolicy.channels.phone.display}` : line;
      assert.ok(plain(said).includes(plain(spelled)), line);
      if (line.startsWith("Phone:"))
        assert.equal(line.replace(/\D/g, ""), seedPolicy.channels.phone.e164.replace(/\D/g, ""));
    }
  });

  test("says the same in German, never counting in Werktage", () => {
    const text = lines("de");
    for (const promise of [
      "Innerhalb von 48 Stunden",
      "Innerhalb von 5 Arbeitstagen",
      "innerhalb von 3 Arbeitstagen",
      "innerhalb von 7 Arbeitstagen",
      "Montag bis Freitag zwischen 9:00 und 17:00 Uhr",
    ])
      assert.ok(text.includes(promise), promise);
    assert.doesNotMatch(text, /Werktag/);
    assert.deepEqual(
      renderPolicy(seedPolicy, "de").sections.map(({ id }) => id),
      renderPolicy(seedPolicy, "en").sections.map(({ id }) => id),
    );
  });

  test("follows its own data: another number changes the text, an unknown slot stops it", () => {
    const changed = { ...seedPolicy, clocks: { ...seedPolicy.clocks, proposal: { businessDays: 1 } } };
    assert.ok(lines("en", changed).includes("Within 1 business day, we will propose"));
    const broken = structuredClone(seedPolicy);
    broken.text.en.sections[0]!.blocks.push({ paragraph: "{clocks.nonsense}" });
    assert.throws(() => lines("en", broken), /clocks\.nonsense/);
  });

  test("is refused when its data is impossible, and the field is named", () => {
    assert.ok(PolicyDocument.safeParse(seedPolicy).success);
    const wrong: [string, object][] = [
      ["zone", { zone: "Europe/Atlantis" }],
      ["clocks.proposal", { clocks: { ...seedPolicy.clocks, proposal: { businessDays: -1 } } }],
      ["clocks.proposal", { clocks: { ...seedPolicy.clocks, proposal: { businessDays: 10_000 } } }],
      ["endOfBusinessDay", { endOfBusinessDay: "25:00" }],
    ];
    for (const [field, change] of wrong) {
      const read = PolicyDocument.safeParse({ ...seedPolicy, ...change });
      assert.equal(read.success, false);
      assert.ok(
        read.error.issues.some(({ path }) => path.join(".").startsWith(field)),
        field,
      );
    }
  });
});
