import assert from "node:assert/strict";
import { test } from "node:test";
import { guessLanguage } from "./language.ts";

test("a few words are enough to tell English from German", () => {
  const written: ["en" | "de", string][] = [
    ["en", "Refund\nStill no refund. When?"],
    ["en", "Complaint\nCourse cancelled again, nobody told us. Thanks, Anna"],
    ["de", "Rückerstattung\nNoch immer kein Geld. Wann?"],
    ["de", "Anfrage an die Leitung\nAn wen kann man sich wenden? Was an Kosten?"],
    ["de", ""],
  ];
  for (const [language, words] of written) assert.equal(guessLanguage(words), language, words);
});

test("what a person said decides; only where that tells nothing, what they answered or send on", () => {
  const german = "Guten Tag, wir haben Ihre Beschwerde erhalten und werden sie bis zum Freitag prüfen.";
  assert.equal(guessLanguage("I do not agree.", german), "en");
  assert.equal(guessLanguage("FYI", german), "de");
  assert.equal(guessLanguage("s.u.", "The course was not good."), "en");
});
