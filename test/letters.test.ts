import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { letterKinds, type LetterKind } from "../src/core/complaint/letters.ts";
import { mandatory } from "../src/core/letters/content.ts";
import { storeRaw } from "../src/channels/email/ledger.ts";
import { sampleOccasion } from "../src/casework/letters/sample.ts";
import { valuesOf } from "../src/casework/letters/values.ts";
import { openWorld, type Colleague, type World } from "./world.ts";

type Template = {
  kind: LetterKind;
  language: "en" | "de";
  version: number;
  subject: string;
  body: string;
  problems: { slot?: string }[];
};

const flat = (text = "") => text.replace(/\s+/g, " ");
const contents = {
  de: {
    acknowledgement: [
      /Vorgangsnummer: CT-2026-\d{6}-\d/,
      /Eingegangen: Samstag, 3\. Oktober 2026 um 10:00/,
      /Was wir verstanden haben: eine Beschwerde über ein Schulungsprogramm, über das Webformular eingegangen \(ctterra\.com\)/,
      /Lösungsvorschlag kommt bis: Freitag, 9\. Oktober 2026 um 17:00/,
      /Ihr Kontakt: unsere Beschwerdestelle/,
      /ergänzen .* Unterlagen .* mb@ctterra\.com/,
      /Datenschutzhinweise: http:\/\/redress\.test\/de\/p\/ctterra\/privacy/,
      /\(Fassung 1\): Beschwerderichtlinie: http:\/\/redress\.test\/de\/p\/ctterra\/policy\/versions\/1/,
    ],
    proposal: [
      /\* Kurs fiel aus: begründet\. Nicht versandt\./,
      /Wir bedauern das\./,
      /\* Erstattung: Gebühr · 240,00 €/,
      /\* Korrekturmaßnahme: Vier Augen · Dienstag, 1\. Dezember 2026/,
      /ohne Anerkennung einer Rechtspflicht/,
      /bis \S+ \d+\. \S+ 2026 um 17:00 mit, ob Sie den Vorschlag annehmen/,
      /\/decision/,
      /innerhalb von 3 Arbeitstagen/,
      /nicht einverstanden, schreiben Sie an mb@ctterra\.com/,
    ],
    discussion: [/bis Mittwoch, 14\. Oktober 2026 um 17:00 einen neuen Vorschlag/],
    holding: [
      /Bis Mittwoch, 14\. Oktober 2026 um 17:00 hatten wir Ihnen zugesagt: Nächster Vorschlag/,
      /Grund: Antwort Dritter steht aus/,
      /Zu erwarten am: Freitag, 16\. Oktober 2026/,
      /Der Trainer ist krank\./,
      /eskalieren: Schreiben Sie an mb@ctterra\.com/,
      /Ihr Kontakt: Mara/,
    ],
    acceptance: [/\* Erstattung: Gebühr · 240,00 €/, /bis Montag, 12\. Oktober 2026 um 17:00 um/],
    implementation: [
      /\* Erstattung: Gebühr · 240,00 € · ausgeführt Mittwoch, 7\. Oktober 2026 um 11:00/,
      /\* Korrekturmaßnahme: Vier Augen · folgt bis Dienstag, 1\. Dezember 2026/,
      /Erstattet: 240,00 €, auf dem Weg/,
    ],
    follow_up: [/Ist die Sache für Sie gelöst\?/, /\/follow-up/, /öffnen wir Ihre Beschwerde wieder/],
    reopening: [/Bis Mittwoch, 14\. Oktober 2026 um 17:00 machen wir Ihnen einen neuen Vorschlag/],
    withdrawal: [/Beschwerde zurückziehen/],
  },
  en: {
    acknowledgement: [
      /Reference number: CT-2026-\d{6}-\d/,
      /Received: Saturday,? 3 October 2026 at 10:00/,
      /What we understood: a complaint about a training programme, received through the web form \(ctterra\.com\)/,
      /We propose a resolution by: Friday,? 9 October 2026 at 17:00/,
      /Your contact: our complaints desk/,
      /To add .* documents .* mb@ctterra\.com/,
      /Privacy notice: http:\/\/redress\.test\/p\/ctterra\/privacy/,
      /\(version 1\): Complaint policy: http:\/\/redress\.test\/p\/ctterra\/policy\/versions\/1/,
    ],
    proposal: [
      /\* Kurs fiel aus: upheld\. Nicht versandt\./,
      /\* Refund: Gebühr · €240\.00/,
      /\* Corrective action: Vier Augen · Tuesday,? 1 December 2026/,
      /without acknowledging a legal obligation/,
      /Please tell us by .* 2026 at 17:00 whether you accept/,
      /\/decision/,
      /within 3 business days/,
      /disagree with how we handle this, write to mb@ctterra\.com/,
    ],
    discussion: [/a new proposal by Wednesday,? 14 October 2026 at 17:00/],
    holding: [
      /Reason: Waiting for a third party|Reason: /,
      /You can expect it on: Friday,? 16 October/,
      /escalate/,
      /Mara/,
    ],
    acceptance: [/\* Refund: Gebühr · €240\.00/, /by Monday,? 12 October 2026 at 17:00/],
    implementation: [
      /\* Refund: Gebühr · €240\.00 · carried out Wednesday,? 7 October 2026 at 11:00/,
      /follows by Tuesday,? 1 December 2026/,
      /Paid back: €240\.00, the way you paid/,
    ],
    follow_up: [/Is the matter solved for you\?/, /\/follow-up/, /open your complaint again/],
    reopening: [/a new proposal by Wednesday,? 14 October 2026 at 17:00/],
    withdrawal: [/withdraw your complaint/],
  },
} as const;

describe("letters", () => {
  let world: World;
  let ada: Colleague;
  let eve: Colleague;
  let mara: Colleague;
  let boss: Colleague;

  before(async () => {
    world = await openWorld();
    ada = await world.colleague("Ada", "admin");
    eve = await world.colleague("Eve", "admin");
    mara = await world.colleague("Mara", "handler", "intake");
    boss = await world.colleague("Boss", "manager", "approver");
  });
  after(() => world.close());

  const letters = async (): Promise<Template[]> => (await ada.get("/letters")).body.items;
  const one = async (kind: LetterKind, language: "en" | "de") =>
    (await letters()).find((each) => each.kind === kind && each.language === language)!;
  const path = ({ kind, language }: Pick<Template, "kind" | "language">) => `/letters/${kind}/${language}`;
  const put = (who: Colleague, { version, subject, body, ...which }: Template) =>
    who.put(path(which), { version, subject, body });

  /** The letters of one complaint that goes through everything, as the customer's server got them. */
  let lives = 0;
  async function life(language: "en" | "de") {
    world.at("2026-10-03T10:00:00+02:00");
    const from = world.letters.length;
    const complaint = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "web",
      // Each life is another person's: nobody gets more than three automatic letters a day.
      complainant: { name: "Anna", email: `anna${(lives += 1)}@kundin.example`, language },
      subject: { kind: "programme" },
      statement: "The words of the customer stay here.",
    });
    const at = `/complaints/${complaint.body.id}`;
    const does = async (step: string, body: object = {}, who = mara) => {
      const done = await who.post(`${at}/${step}`, body);
      assert.equal(done.status, 201, `${step}: ${JSON.stringify(done.body)}`);
    };
    const propose = async (proposal: number) => {
      await does("proposals", {
        explanation: "Wir bedauern das.",
        measures: [
          { kind: "refund", description: "Gebühr", amountCents: 24_000, basis: "goodwill" },
          { kind: "corrective_action", description: "Vier Augen", dueOn: "2026-12-01" },
        ],
      });
      await does(`proposals/${proposal}/approval`, {}, boss);
      await does(`proposals/${proposal}/dispatch`, { via: "email" });
      await world.settle();
    };
    await world.settle();
    world.at("2026-10-07T11:00:00+02:00");
    await does("assignment", { ownerId: mara.id });
    await does("investigation");
    await does("findings", { allegation: "Kurs fiel aus", outcome: "upheld", reasons: "Nicht versandt." });
    await propose(1);
    await does("decision", { decision: "decline", proposal: 1, via: "phone", words: "Nein." });
    await does("holding-letter", {
      clock: "next_proposal",
      reason: "third_party",
      explanation: "Der Trainer ist krank.",
      via: "email",
      expectedOn: "2026-10-16",
    });
    await propose(2);
    await does("decision", { decision: "accept", proposal: 2, via: "phone", words: "Ja." });
    await does("implementation", { measure: "2.1" });
    await does("follow-up", { via: "email" });
    await does("follow-up", { via: "phone", solved: false, words: "Noch nicht." });
    await does("withdrawal", { via: "phone" });
    await world.settle();
    const rows = await world.desk.db
      .selectFrom("letter")
      .select(["kind", "message_id"])
      .where("complaint_id", "=", complaint.body.id)
      .execute();
    const sent = new Map(rows.map(({ kind, message_id }) => [message_id, kind]));
    return world.letters.slice(from).map((letter) => ({ letter, kind: sent.get(letter.messageId!)! }));
  }

  for (const language of ["de", "en"] as const)
    test(`every letter that goes out (${language}) says what it must, as text and as HTML, and who writes`, async () => {
      const sent = await life(language);
      for (const [kind, expected] of Object.entries(contents[language])) {
        const { letter } = sent.findLast((each) => each.kind === kind) ?? assert.fail(`no ${kind} went out`);
        const text = flat(letter.text);
        for (const words of expected) assert.match(text, words, kind);
        assert.match(letter.subject ?? "", /CT-2026-\d{6}-\d/);
        for (const imprint of [
          "Cleantech Terra GmbH",
          "Rheinsberger Str. 76/77",
          "10115 Berlin",
          "+49 176 44450504",
        ]) {
          assert.ok(text.includes(imprint), `${kind}: ${imprint}`);
          assert.ok(flat(letter.html).includes(imprint), `${kind}: ${imprint}`);
        }
        assert.match(letter.raw, /^Auto-Submitted: auto-/m);
        assert.doesNotMatch(
          letter.html ?? "",
          /<(img|script|link|iframe|style)\b|url\(/i,
          "nothing that fetches",
        );
        assert.doesNotMatch(text, /words of the customer|[{}]/);
      }
    });

  test("every built-in letter, in both languages, holds what its sample puts in each mandatory slot", async () => {
    const all = await letters();
    assert.equal(all.length, letterKinds.length * 2);
    for (const letter of all) {
      const { subject, body } = letter;
      const seen = (await ada.post(`${path(letter)}/preview`, { subject, body })).body;
      assert.deepEqual(seen.problems, [], path(letter));
      const values = valuesOf(await sampleOccasion(world.desk, letter));
      for (const slot of mandatory(letter.kind))
        for (const value of [values[slot]].flat())
          assert.ok(
            flat(seen.text + seen.subject).includes(flat(value)),
            `${path(letter)} ${slot}: ${value}`,
          );
      assert.doesNotMatch(seen.text + seen.subject, /[{}]|undefined|–\s/, path(letter));
      assert.match(seen.html, new RegExp(`<html lang="${letter.language}">`));
    }
    for (const language of ["en", "de"] as const) {
      const { subject, body } = await one("deadlock", language);
      const { text } = (await ada.post(`/letters/deadlock/${language}/preview`, { subject, body })).body;
      // VSBG §37: name, address, website, willing or obliged; and no link to the ODR platform.
      for (const words of [
        /Universalschlichtungsstelle/,
        /77694 Kehl/,
        /https:\/\/www\.verbraucher-schlichter\.de/,
        /bereit|willing/,
      ])
        assert.match(flat(text), words);
      assert.doesNotMatch(text, /ec\.europa\.eu/);
    }
  });

  test("without any one of its mandatory slots no letter can be saved, and the one before stays", async () => {
    for (const letter of await letters())
      for (const slot of mandatory(letter.kind)) {
        const without = (text: string) => text.replaceAll(`{${slot}}`, "…").replace(/\[.*\]\(…\)/g, "…");
        const { status, body } = await put(ada, {
          ...letter,
          subject: without(letter.subject),
          body: without(letter.body),
        });
        assert.deepEqual([status, body.code], [422, "letter-unfit"], `${path(letter)} ${slot}`);
        assert.ok(
          body.errors.some(
            (each: { code: string; message: string }) =>
              each.code === "slot_missing" && each.message.includes(slot),
          ),
          `${path(letter)} ${slot}`,
        );
        assert.match(body.detail, new RegExp(`“${letter.kind}” \\(${letter.language}\\) was not saved`));
      }
    assert.deepEqual((await ada.get("/letters/holding/en/history")).body.items.length, 1);
  });

  test("no typed address, no unknown slot and no second header", async () => {
    const letter = await one("withdrawal", "en");
    const refused = async (change: Partial<Template>) => {
      const { status, body } = await put(ada, { ...letter, ...change });
      assert.equal(status, 422);
      return body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
    };
    const line = letter.body.split("\n").length + 2;
    assert.deepEqual(await refused({ body: `${letter.body}\n\nBuy at https://shop.example` }), [
      `body:${line} address_typed`,
    ]);
    assert.deepEqual(await refused({ body: `${letter.body}\n\n[Buy](http://shop.example)` }), [
      `body:${line} link_broken`,
    ]);
    assert.deepEqual(await refused({ body: `${letter.body}\n\n{password}` }), [`body:${line} slot_unknown`]);
    assert.deepEqual(await refused({ subject: "x {reference}\r\nBcc: evil@x.example" }), [
      "subject line_broken",
    ]);
    assert.deepEqual(await refused({ subject: "About {reference} of {person}" }), [
      "subject slot_not_in_subject",
    ]);
    assert.deepEqual(await refused({ body: `${letter.body}\n${"x".repeat(8000)}` }), ["body too_long"]);
  });

  test("words that look like slots, links or headers go out as words", async () => {
    const id = await storeRaw(world.desk, {
      mailbox: "story",
      raw: Buffer.from(
        'From: "{statusUrl} [x](http://evil.example)" <anna@kundin.example>\r\nTo: mb@ctterra.com\r\nSubject: {code}\r\n\r\n{reference}\r\n',
      ),
    });
    assert.ok(id);
    await world.settle();
    const { text = "", headers, subject } = world.letters.at(-1)!;
    assert.doesNotMatch(text, /evil\.example|[{}]/);
    assert.doesNotMatch(subject ?? "", /[{}]/);
    assert.ok(!headers.some(({ key }) => key === "bcc"));
  });

  test("an administrator words a letter otherwise; later letters are written so and remember the version", async () => {
    const letter = await one("withdrawal", "de");
    const saved = await put(ada, { ...letter, body: `Ihr Rückzug ist notiert.\r\n\r\n${letter.body}  \n` });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    assert.deepEqual([saved.body.version, saved.body.builtIn, saved.headers.etag], [1, false, '"1"']);
    const sent = await life("de");
    assert.match(
      sent.find(({ kind }) => kind === "withdrawal")!.letter.text ?? "",
      /^Guten Tag Anna,\n\nIhr Rückzug ist notiert\.\n/,
    );
    const rows = await world.desk.db
      .selectFrom("letter")
      .select(["kind", "template_version"])
      .where(
        "message_id",
        "in",
        sent.map(({ letter: each }) => each.messageId!),
      )
      .execute();
    for (const { kind, template_version } of rows)
      assert.equal(template_version, kind === "withdrawal" ? 1 : null, kind);
  });

  test("two administrators do not overwrite each other", async () => {
    const seen = await one("withdrawal", "de");
    const [first, second] = [
      await put(ada, { ...seen, subject: "Notiert: {reference}" }),
      await put(eve, { ...seen, subject: "Erledigt: {reference}" }),
    ];
    assert.equal(first.status, 200);
    assert.deepEqual([second.status, second.body.code, second.body.version], [409, "stale", 2]);
    assert.equal((await one("withdrawal", "de")).subject, "Notiert: {reference}");
    const racers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        put(n % 2 ? ada : eve, { ...seen, version: 2, subject: `${n} {reference}` }),
      ),
    );
    assert.deepEqual(
      racers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, ...Array<number>(7).fill(409)],
    );
  });

  test("history shows what changed and by whom; an earlier wording and the built-in letter come back", async () => {
    const at = "/letters/withdrawal/de";
    const [, second, first, original] = (await mara.get(`${at}/history`)).body.items;
    assert.deepEqual(
      [second.recordedBy, first.version, original.version, original.builtIn],
      [ada.id, 1, 0, true],
    );
    assert.deepEqual(
      first.changes.filter((line: { change?: string }[]) => line.some(({ change }) => change)),
      [[{ text: "Ihr Rückzug ist notiert.", change: "added" }], [{ text: "", change: "added" }]],
    );
    assert.equal((await ada.post(`${at}/restoration`, { version: 3, restore: 9 })).status, 404);
    assert.equal((await ada.post(`${at}/restoration`, { version: 2, restore: 1 })).status, 409);
    const back = await ada.post(`${at}/restoration`, { version: 3, restore: 1 });
    assert.deepEqual([back.status, back.body.version, back.body.body], [201, 4, first.body]);
    const builtIn = await ada.post(`${at}/restoration`, { version: 4, restore: 0 });
    assert.deepEqual(
      [builtIn.body.version, builtIn.body.builtIn, builtIn.body.body],
      [5, true, original.body],
    );
    assert.equal((await ada.get(`${at}/history`)).body.items.length, 6);
  });

  test("the history of letters cannot be rewritten, not even by the owner of the database", async () => {
    const client = new pg.Client(world.database.owner);
    await client.connect();
    for (const statement of [
      "update letter_template set body = 'x'",
      "delete from letter_template",
      "truncate letter_template",
    ])
      await assert.rejects(client.query(statement), /append|refused|never/i);
    await client.end();
    await assert.rejects(world.desk.db.deleteFrom("letter_template").execute());
  });

  test("a wording that lacks what has become mandatory since is shown as such, and the built-in letter goes out", async () => {
    await world.desk.db
      .insertInto("letter_template")
      .values({
        kind: "acknowledgement",
        language: "en",
        version: 1,
        subject: "Old",
        body: "Old words {reference}",
        recorded_at: world.now(),
        recorded_by: ada.id,
      })
      .execute();
    const { problems } = await one("acknowledgement", "en");
    assert.ok(problems.some(({ slot }) => slot === "proposalBy"));
    const { letter } = (await life("en"))[0]!;
    assert.match(letter.subject ?? "", /We have received your complaint/);
    assert.doesNotMatch(letter.text ?? "", /Old words/);
  });

  test("whoever is no administrator reads letters and does not change them", async () => {
    const letter = await one("reopening", "de");
    assert.equal((await mara.get("/letters")).status, 200);
    for (const who of [mara, boss]) {
      assert.equal((await put(who, letter)).status, 403);
      assert.equal((await who.post(`${path(letter)}/restoration`, { version: 0, restore: 0 })).status, 403);
    }
    assert.equal((await one("reopening", "de")).version, 0);
  });

  test("the privacy notice to which letters lead is there, in both languages", async () => {
    for (const [url, words] of [
      ["/p/ctterra/privacy", "Privacy notice for complaints"],
      ["/de/p/cleantech/privacy", "Datenschutzhinweise für Beschwerden"],
    ] as const) {
      const page = await world.server.inject({ url });
      assert.equal(page.statusCode, 200);
      assert.ok(page.body.includes(words));
      assert.ok(page.body.includes("Cleantech Terra GmbH"));
    }
  });
});
