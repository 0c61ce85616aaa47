import assert from "node:assert/strict";
import { test } from "node:test";
import { seedPolicy } from "../../../src/organisation/policies/seed.ts";
import { toDocument, toForm } from "./draft-values.ts";

test("a draft that nobody touched is saved as it was", () => {
  assert.deepEqual(toDocument(seedPolicy, toForm(seedPolicy)), seedPolicy);
});

test("what was changed in the form is changed in the document, and nothing else", () => {
  const values = toForm(seedPolicy);
  values.rules.proposal = { unit: "businessDays", count: "4" };
  values.desk[0]!.days = ["5", "1"];
  values.parts[1]!.de.text = "Neu.\n\n- Eins";
  const changed = toDocument(seedPolicy, values);
  assert.deepEqual(changed.clocks, { ...seedPolicy.clocks, proposal: { businessDays: 4 } });
  assert.deepEqual(changed.channels.desk, [{ days: [1, 5], from: "09:00", to: "17:00" }]);
  assert.deepEqual(changed.text.de.sections[1]!.blocks, [{ paragraph: "Neu." }, { list: ["Eins"] }]);
  assert.deepEqual(changed.text.en, seedPolicy.text.en);
});

test("reminders are shown as they are without being said, and are said once they are changed", () => {
  const values = toForm(seedPolicy);
  assert.deepEqual(values.reminders.proposal[0], { unit: "businessDays", count: 5 });
  values.reminders.proposal = [{ unit: "days", count: "3" }];
  values.reminders.followUp = [];
  const changed = toDocument(seedPolicy, values);
  assert.deepEqual(changed.reminders, { proposal: [{ days: 3 }], followUp: [] });
  assert.deepEqual(toDocument(changed, toForm(changed)), changed);
});
