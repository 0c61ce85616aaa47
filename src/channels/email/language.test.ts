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
