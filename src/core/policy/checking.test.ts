import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findPhones } from "../../organisation/policies/phones.ts";
import { seedPolicy } from "../../organisation/policies/seed.ts";
import { contradictionsOf } from "./checking.ts";
import { durationsIn, timesIn } from "./reading.ts";
import type { Policy } from "./policy.ts";

const check = (change: (policy: Policy) => void) => {
  const policy = structuredClone(seedPolicy);
  change(policy);
  return contradictionsOf(policy, findPhones);
};
const codes = (change: (policy: Policy) => void) => [...new Set(check(change).map(({ code }) => code))];
/** Adds a sentence to a step or section in one language. */
const say = (language: "en" | "de", id: string, sentence: string) => (policy: Policy) => {
  const { sections } = policy.text[language];
  const part = [...sections, ...sections.flatMap(({ steps }) => steps ?? [])].find((each) => each.id === id)!;
  part.blocks.push({ paragraph: sentence });
};

describe("a policy that can be published", () => {
  test("is the seed policy, and one with other clocks, hours and contacts, because its text follows", () => {
    assert.deepEqual(
      check(() => {}),
      [],
    );
    assert.deepEqual(
      check((policy) => {
        policy.clocks = {
          acknowledgement: { hours: 24 },
          proposal: { businessDays: 10 },
          implementation: { businessDays: 1 },
          followUp: { weeks: 2 },
        };
        policy.channels.email = "beschwerde@example.org";
        policy.channels.phone = { e164: "+493012345678", display: "030 12345678" };
        policy.channels.desk = [
          { days: [1, 2, 3, 4, 5], from: "08:30", to: "12:00" },
          { days: [2, 4], from: "13:00", to: "18:00" },
        ];
        policy.contacts.escalations = "leitung@example.org";
      }),
      [],
    );
  });
});

describe("a policy that contradicts itself", () => {
  test("by a number that is not the clock's, in figures or words, in either language", () => {
    for (const [language, step, sentence, found, expected] of [
      ["en", "proposal", "At the latest after 10 business days.", "10 business days", "5 business days"],
      ["en", "proposal", "Usually within three working days.", "three working days", "5 business days"],
      ["en", "acknowledgement", "We answer within 24 hours.", "24 hours", "48 hours"],
      ["en", "acknowledgement", "We answer within two days.", "two days", "48 hours"],
      ["en", "follow-up", "That is one week.", "one week", "7 business days"],
      ["de", "implementation", "Spätestens nach fünf Arbeitstagen.", "fünf Arbeitstagen", "3 Arbeitstagen"],
      [
        "de",
        "acknowledgement",
        "Also innerhalb von achtundzwanzig Stunden.",
        "achtundzwanzig Stunden",
        "48 Stunden",
      ],
      ["de", "proposal", "Binnen einer Woche.", "einer Woche", "5 Arbeitstagen"],
    ] as const) {
      const [problem, ...more] = check(say(language, step, sentence));
      assert.equal(more.length, 0, sentence);
      assert.deepEqual(
        [problem?.code, problem?.found, problem?.expected],
        ["number_differs", found, expected],
        sentence,
      );
      assert.match(problem!.at, new RegExp(`^text\\.${language}\\..*${step}$`));
    }
    assert.deepEqual(codes(say("en", "purpose", "We answer within 4 business days.")), ["number_differs"]);
    assert.deepEqual(codes(say("en", "improvement", "Staff are trained every 12 months.")), [], "no promise");
    assert.deepEqual(
      codes(say("en", "purpose", "We propose within 5 business days.")),
      [],
      "one of the clocks",
    );
  });

  test("by a slot of another clock, or one that there is not", () => {
    assert.ok(codes(say("de", "proposal", "Innerhalb von {clocks.followUp}.")).includes("number_differs"));
    assert.deepEqual(check(say("en", "scope", "{clocks.nonsense}")), [
      { code: "unknown_slot", at: "text.en", found: "clocks.nonsense" },
    ]);
  });

  test("by a promise or a contact that one language does not state", () => {
    const silent = check((policy) => {
      const step = policy.text.de.sections
        .flatMap(({ steps }) => steps ?? [])
        .find(({ id }) => id === "follow-up")!;
      step.blocks = [{ paragraph: "Wir fragen nach." }];
    });
    assert.deepEqual(silent, [
      { code: "promise_unstated", at: "text.de.follow-up", expected: "7 Arbeitstagen" },
    ]);
    const hidden = check((policy) => {
      for (const section of policy.text.en.sections)
        section.blocks = section.blocks.filter((block) => !("list" in block));
      const receipt = policy.text.en.sections
        .flatMap(({ steps }) => steps ?? [])
        .find(({ id }) => id === "receipt")!;
      receipt.blocks = [{ paragraph: "Write to us." }];
    });
    assert.deepEqual(
      hidden.map(({ code, expected }) => [code, expected]),
      [
        ["contact_unstated", "mb@ctterra.com"],
        ["contact_unstated", "+49 176 44450504"],
      ],
    );
  });

  test("by two spellings of a contact", () => {
    assert.deepEqual(codes(say("de", "contact", "Oder an mb@cterra.com.")), ["contact_differs"]);
    assert.deepEqual(
      codes(say("en", "contact", "Write to mb@ctterra.com.")),
      [],
      "the same address at a full stop",
    );
    assert.deepEqual(codes(say("en", "contact", "Call +49 176 44450505.")), ["contact_differs"]);
    assert.deepEqual(codes(say("en", "contact", "Call 0176 44450504.")), ["phone_spelled_twice"]);
    assert.deepEqual(codes(say("en", "contact", "Call +4917644450504.")), ["phone_spelled_twice"]);
    assert.deepEqual(
      codes((policy) => {
        policy.channels.phone.display = "+49 176 44450505";
      }),
      ["contact_differs"],
      "what is shown is another number than what is dialled",
    );
    assert.deepEqual(
      codes((policy) => {
        policy.channels.phone.display = "just ask";
      }),
      ["phone_impossible"],
    );
    assert.deepEqual(
      codes((policy) => {
        policy.channels.phone = { e164: "+491805123456", display: "+49 1805 123456" };
      }),
      ["hotline"],
    );
  });

  test("by sections that one language lacks, has in another order, or leaves empty", () => {
    const lacking = check((policy) => policy.text.de.sections.splice(1, 1));
    assert.deepEqual(lacking, [{ code: "section_missing", at: "text.de.scope" }]);
    const step = check((policy) => policy.text.en.sections.find(({ id }) => id === "path")!.steps!.pop());
    assert.ok(step.some(({ code, at }) => code === "section_missing" && at === "text.en.path.follow-up"));
    const turned = check((policy) => void (policy.text.de.sections = policy.text.de.sections.toReversed()));
    assert.equal(turned[0]?.code, "section_missing");
    for (const emptied of [
      (policy: Policy) => void (policy.text.en.sections[1]!.heading = " "),
      (policy: Policy) => void (policy.text.en.sections[1]!.blocks = []),
      (policy: Policy) => void (policy.text.en.sections[1]!.blocks = [{ paragraph: "" }, { list: [] }]),
    ])
      assert.deepEqual(check(emptied), [{ code: "section_empty", at: "text.en.scope" }]);
  });

  test("by a link to the EU platform that no longer exists, or by Werktage", () => {
    for (const link of [
      "https://ec.europa.eu/consumers/odr",
      "http://webgate.ec.europa.eu/odr/main/",
      "EC.EUROPA.EU/CONSUMERS/ODR",
    ])
      assert.deepEqual(codes(say("en", "contact", `See ${link}.`)), ["odr_link"], link);
    for (const word of ["Werktage", "werktags", "Werktagen", "werktäglich"])
      assert.ok(codes(say("de", "proposal", `An ${word} sind wir da.`)).includes("werktage"), word);
    assert.deepEqual(codes(say("en", "contact", "In German: Werktage.")), [], "only German says it wrongly");
  });

  test("by times of day that are no opening hours, and hours that cannot be", () => {
    assert.deepEqual(codes(say("en", "receipt", "The desk closes at 18:00.")), ["hours_differ"]);
    assert.deepEqual(codes(say("en", "receipt", "The desk closes at 6 pm.")), ["hours_differ"]);
    assert.deepEqual(codes(say("en", "receipt", "The desk closes at 5 p.m.")), []);
    assert.deepEqual(codes(say("de", "receipt", "Der Empfang schließt um 18 Uhr.")), ["hours_differ"]);
    assert.deepEqual(codes(say("de", "receipt", "Der Empfang öffnet um 9.00 Uhr.")), []);
    const desk = (schedule: Policy["channels"]["desk"]) =>
      codes((policy) => void (policy.channels.desk = schedule));
    assert.ok(desk([{ days: [1], from: "17:00", to: "09:00" }]).includes("hours_impossible"));
    assert.ok(desk([{ days: [1], from: "09:00", to: "09:00" }]).includes("hours_impossible"));
    assert.ok(desk([{ days: [6, 7], from: "09:00", to: "17:00" }]).includes("hours_impossible"));
    const overlapping = [
      { days: [1, 2], from: "09:00", to: "12:00" },
      { days: [2], from: "11:00", to: "17:00" },
    ];
    assert.ok(desk(overlapping).includes("hours_impossible"));
    assert.ok(
      !desk([overlapping[0]!, { days: [2], from: "12:00", to: "17:00" }]).includes("hours_impossible"),
    );
  });

  test("by a platform or a host name that stands there twice", () => {
    assert.deepEqual(
      check((policy) => policy.platforms[1]!.hosts.push("ctterra.com")),
      [{ code: "named_twice", at: "platforms", found: "ctterra.com" }],
    );
  });
});

describe("what people write", () => {
  test("for stretches of time", () => {
    const en = (text: string) => durationsIn(text, "en").map(({ rule }) => rule);
    const de = (text: string) => durationsIn(text, "de").map(({ rule }) => rule);
    assert.deepEqual(en("48 hours, 48-hour, two (2) weeks, forty-eight hours, thirty days, 3 months"), [
      { hours: 48 },
      { hours: 48 },
      { weeks: 2 },
      { hours: 48 },
      { days: 30 },
      { months: 3 },
    ]);
    assert.deepEqual(en("five working days or 5 office hours; the same day, every day, a few days"), [
      { businessDays: 5 },
      { officeHours: 5 },
    ]);
    assert.deepEqual(
      de("ein Monat, zwei Wochen, 14 Kalendertage, einundzwanzig Tage, dreißig Bankarbeitstage"),
      [{ months: 1 }, { weeks: 2 }, { days: 14 }, { days: 21 }],
    );
    assert.deepEqual(de("5 Arbeitstage, 5 Geschäftstagen, einem Arbeitstag; seit Tagen, am Tag darauf"), [
      { businessDays: 5 },
      { businessDays: 5 },
      { businessDays: 1 },
    ]);
  });

  test("for times of day, and what only looks like one", () => {
    assert.deepEqual(
      timesIn("9:00, 17 Uhr, 9.30 Uhr, 12 am, 12 pm, 5 p.m.").map(({ time }) => time),
      ["09:00", "17:00", "09:30", "00:00", "12:00", "17:00"],
    );
    assert.deepEqual(timesIn("02.03.2024, 10115 Berlin, 76/77, 3.5, 99:00"), []);
  });
});
