import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { renderPolicy } from "../../src/core/policy/render.ts";
import { openPolicies } from "../../src/organisation/policies/publication.ts";
import { seedPolicy } from "../../src/organisation/policies/seed.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const complaint = {
  platform: "ctterra",
  channel: "phone",
  complainant: { name: "Anna", email: "anna@kundin.example", language: "en" },
  subject: { kind: "service" },
  statement: "Nobody answered.",
};

describe("The policy is changed by two people, and what is published is what the clocks keep", () => {
  let world: World;
  let ada: Colleague;
  let boss: Colleague;
  let mara: Colleague;
  let draft: string;
  const page = async (path: string) => (await world.server.inject({ url: path })).body;
  const read = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

  before(async () => {
    world = await openWorld({ start: "2026-11-24T09:00:00+01:00" });
    ada = await world.colleague("Ada", "admin");
    boss = await world.colleague("Boss", "manager");
    mara = await world.colleague("Mara", "handler");
  });
  after(() => world.close());

  test("the published page states every line of the seed policy, in both languages", async () => {
    for (const [language, path] of [
      ["en", "/policy"],
      ["de", "/de/policy"],
    ] as const) {
      const shown = read(await page(path));
      const { title, sections } = renderPolicy(seedPolicy, language);
      const lines = sections.flatMap((section) =>
        [section, ...(section.steps ?? [])].flatMap(({ heading, blocks }) => [
          heading,
          ...blocks.flatMap((block) => ("list" in block ? block.list : block.paragraph.split("\n"))),
        ]),
      );
      assert.ok(lines.length > 30);
      for (const line of [title, ...lines]) assert.ok(shown.includes(line), `${path} lacks: ${line}`);
    }
  });

  test("Ada drafts: five business days become four, and the text follows by itself", async () => {
    assert.equal((await mara.post("/policies/drafts")).status, 403, "a handler drafts no policy");
    const begun = await ada.post("/policies/drafts");
    assert.equal(begun.status, 201);
    assert.deepEqual([begun.body.state, begun.body.basedOn, begun.body.problems], ["draft", 1, []]);
    assert.deepEqual(begun.body.warnings, ["intake_is_escalation"]);
    draft = begun.body.id;
    const document = structuredClone(begun.body.document);
    document.clocks.proposal = { businessDays: 4 };
    document.clocks.implementation = { businessDays: 2 };
    const saved = await ada.put(`/policies/drafts/${draft}`, { revision: 1, document });
    assert.deepEqual([saved.status, saved.body.revision, saved.body.problems], [200, 2, []]);
    const stale = await ada.put(`/policies/drafts/${draft}`, { revision: 1, document });
    assert.deepEqual([stale.status, stale.body.code], [409, "stale"]);
  });

  test("what cannot be is refused, with the field named", async () => {
    const { document } = (await ada.get(`/policies/drafts/${draft}`)).body;
    const wrong: [string, (policy: typeof seedPolicy) => void][] = [
      ["document.clocks.proposal", (policy) => (policy.clocks.proposal = { businessDays: -1 })],
      ["document.clocks.proposal", (policy) => (policy.clocks.proposal = { businessDays: 10_000 })],
      ["document.clocks.acknowledgement", (policy) => (policy.clocks.acknowledgement = { hours: 1.5 })],
      ["document.zone", (policy) => (policy.zone = "Europe/Atlantis")],
      ["document.lastUpdated", (policy) => (policy.lastUpdated = "2026-02-30")],
      ["document.endOfBusinessDay", (policy) => (policy.endOfBusinessDay = "25:00")],
      ["document.channels.email", (policy) => (policy.channels.email = "nobody")],
    ];
    for (const [field, change] of wrong) {
      const policy = structuredClone(document);
      change(policy);
      const answer = await ada.put(`/policies/drafts/${draft}`, { revision: 2, document: policy });
      assert.equal(answer.status, 422, field);
      assert.ok(
        answer.body.errors.some((each: { field: string }) => each.field.startsWith(field)),
        JSON.stringify(answer.body.errors),
      );
    }
    assert.equal((await ada.get(`/policies/drafts/${draft}`)).body.revision, 2, "nothing was saved");
  });

  test("a draft that contradicts itself is kept, listed, and neither approved nor published", async () => {
    const { document } = (await ada.get(`/policies/drafts/${draft}`)).body;
    const torn = structuredClone(document);
    torn.text.de.sections[0].blocks.push({ paragraph: "Wir antworten binnen 2 Werktagen, also 10 Stunden." });
    torn.text.en.sections.pop();
    const saved = await ada.put(`/policies/drafts/${draft}`, { revision: 2, document: torn });
    const found: string[] = saved.body.problems.map(({ code }: { code: string }) => code);
    assert.deepEqual([...new Set(found)].toSorted(), ["number_differs", "section_missing", "werktage"]);
    const refused = await boss.post(`/policies/drafts/${draft}/approval`, { revision: 3 });
    assert.deepEqual([refused.status, refused.body.code], [409, "contradictory"]);
    assert.match(refused.body.detail, /Nothing was published.*Arbeitstage/);
    assert.ok(refused.body.errors.length >= 3);
    await ada.put(`/policies/drafts/${draft}`, { revision: 3, document });
  });

  test("nobody approves their own work, and nothing is published unapproved", async () => {
    const early = await ada.post(`/policies/drafts/${draft}/publication`, {});
    assert.deepEqual([early.status, early.body.code], [409, "draft-not-approved"]);
    const own = await ada.post(`/policies/drafts/${draft}/approval`, { revision: 4 });
    assert.deepEqual([own.status, own.body.code], [409, "own-draft"]);
    const unseen = await boss.post(`/policies/drafts/${draft}/approval`, { revision: 3 });
    assert.equal(unseen.body.code, "stale", "what Boss saw is not what it is now");
    const approved = await boss.post(`/policies/drafts/${draft}/approval`, { revision: 4 });
    assert.deepEqual(
      [approved.status, approved.body.state, approved.body.approvedBy],
      [201, "approved", boss.id],
    );
  });

  test("an edit after the approval ends the approval", async () => {
    const { document } = (await ada.get(`/policies/drafts/${draft}`)).body;
    const saved = await ada.put(`/policies/drafts/${draft}`, { revision: 4, document });
    assert.equal(saved.body.state, "draft");
    await boss.post(`/policies/drafts/${draft}/approval`, { revision: 5 });
  });

  test("it takes effect when it says so: until then the page and the clocks follow the old one", async () => {
    const past = await ada.post(`/policies/drafts/${draft}/publication`, {
      effectiveFrom: "2026-11-01T00:00:00+01:00",
    });
    assert.deepEqual([past.status, past.body.errors[0].field], [422, "effectiveFrom"]);
    const published = await ada.post(`/policies/drafts/${draft}/publication`, {
      effectiveFrom: "2026-12-01T00:00:00+01:00",
    });
    assert.deepEqual([published.status, published.body.publishedVersion], [201, 2]);
    assert.match(await page("/policy"), /Within 5 business days/);
    const before = (await mara.post("/complaints", complaint)).body;
    assert.equal(before.policyVersion, 1);
    await world.settle();
    world.at("2026-12-01T09:00:00+01:00");
    const link = /\/s\/[\w-]+/.exec(world.letter(/received your complaint/).text ?? "")?.[0];
    assert.match(
      await page(String(link)),
      /within 3 business days after you accept/,
      "as it was at the receipt",
    );
    assert.match(await page(String(link)), /5 business days after Tue 24 Nov 2026/, "and it says why");
    assert.match(await page("/policy"), /Within 4 business days/);
    assert.match(await page("/de/policy"), /Innerhalb von 4 Arbeitstagen/);
    const after = (await mara.post("/complaints", complaint)).body;
    assert.equal(after.policyVersion, 2);
    const due = (view: typeof after) =>
      view.clocks.find(({ kind }: { kind: string }) => kind === "proposal").dueAt;
    assert.equal(due(after), "2026-12-07T16:00:00.000Z");
    assert.equal(due((await mara.get(`/complaints/${before.id}`)).body), "2026-12-01T16:00:00.000Z");
  });

  test("a published version never changes, and every one can be read and compared", async () => {
    const ended = await ada.put(`/policies/drafts/${draft}`, { revision: 5, document: seedPolicy });
    assert.equal(ended.body.code, "draft-ended");
    const { items } = (await mara.get("/policies/versions")).body;
    assert.deepEqual(
      items.map(({ version, approvedBy }: { version: number; approvedBy?: string }) => [version, approvedBy]),
      [
        [2, boss.id],
        [1, undefined],
      ],
    );
    assert.match(await page("/policy/versions"), /\/policy\/versions\/2\/changes/);
    assert.match(await page("/policy/versions/1"), /Within 5 business days/);
    const changes = await page("/policy/versions/2/changes");
    assert.match(changes, /<del[^>]*>5<\/del>/);
    assert.match(changes, /<ins[^>]*>4<\/ins>/);
    assert.equal((await world.server.inject({ url: "/policy/versions/1/changes" })).statusCode, 404);
    assert.equal((await world.server.inject({ url: "/policy/versions/9/changes" })).statusCode, 404);
  });

  test("a draft that was overtaken, or given up, is not published", async () => {
    const [late, other] = [await boss.post("/policies/drafts"), await boss.post("/policies/drafts")];
    await ada.post(`/policies/drafts/${other.body.id}/approval`, { revision: 1 });
    world.at({ minutes: 1 });
    assert.equal(
      (await boss.post(`/policies/drafts/${other.body.id}/publication`, {})).body.publishedVersion,
      3,
    );
    await ada.post(`/policies/drafts/${late.body.id}/approval`, { revision: 1 });
    assert.equal(
      (await boss.post(`/policies/drafts/${late.body.id}/publication`, {})).body.code,
      "draft-outdated",
    );
    assert.equal((await boss.post(`/policies/drafts/${late.body.id}/discarding`)).body.state, "discarded");
    assert.equal((await boss.post(`/policies/drafts/${late.body.id}/discarding`)).body.code, "draft-ended");
    const list = (await mara.get("/policies/drafts")).body.items;
    assert.deepEqual(list.map(({ state }: { state: string }) => state).toSorted(), [
      "discarded",
      "published",
      "published",
    ]);
  });

  test("whoever has the page already is told that nothing changed", async () => {
    for (const url of ["/policy", "/policy.json", "/embed.js", "/policy/versions"]) {
      const first = await world.server.inject({ url });
      assert.equal(first.statusCode, 200, url);
      const tag = String(first.headers.etag);
      assert.match(tag, /^"/, url);
      const again = await world.server.inject({ url, headers: { "if-none-match": tag } });
      assert.deepEqual([again.statusCode, again.body], [304, ""], url);
      assert.equal(
        (await world.server.inject({ url, headers: { "if-none-match": '"other"' } })).statusCode,
        200,
      );
    }
    assert.equal(JSON.parse((await world.server.inject({ url: "/policy.json" })).body).version, 3);
  });

  test("a document that an earlier version of Redress stored can still be read", async () => {
    const { calendar: _, statutory: __, targets, channels, ...old } = structuredClone(seedPolicy);
    const stored = {
      ...old,
      version: 9,
      targets: { nextProposal: targets.nextProposal },
      channels: { ...channels, desk: channels.desk[0] },
    };
    await world.desk.db
      .insertInto("policy_version")
      .values({
        version: 9,
        effective_from: "2035-01-01T00:00:00.000Z",
        published_at: world.now(),
        document: JSON.stringify(stored),
      })
      .execute();
    const policy = await openPolicies(world.desk.db).policy(9);
    assert.deepEqual(policy, { ...seedPolicy, version: 9 });
  });
});

describe("The calendar is corrected, and the running clocks follow", () => {
  let world: World;
  let ada: Colleague;
  let mara: Colleague;
  const proposalOf = async (id: string) =>
    (await mara.get(`/complaints/${id}`)).body.clocks.find(
      ({ kind }: { kind: string }) => kind === "proposal",
    );
  const ask = async (from: string, clock = "proposal") =>
    (await mara.get(`/calendar/due?from=${encodeURIComponent(from)}&clock=${clock}`)).body;

  before(async () => {
    world = await openWorld({ start: "2026-12-22T10:00:00+01:00" });
    ada = await world.colleague("Ada", "admin");
    mara = await world.colleague("Mara", "handler");
  });
  after(() => world.close());

  test("every date explains itself, in both languages", async () => {
    const { text, dueAt } = await ask("2026-10-03T10:00:00+02:00");
    assert.equal(dueAt, "2026-10-09T15:00:00.000Z");
    assert.equal(
      text.en,
      "5 business days after Sat 3 Oct 2026: Mon 5 Oct … Fri 9 Oct; until Friday, 9 October 2026 at 17:00.",
    );
    assert.match(
      text.de,
      /^5 Arbeitstage nach Sa\., 3\. Okt\. 2026: Mo\., 5\. Okt\. … Fr\., 9\. Okt\.; bis /,
    );
    const easter = await ask("2026-04-02T16:00:00+02:00");
    assert.match(easter.text.en, /not counted: Fri 3 Apr \(Good Friday\), Mon 6 Apr \(Easter Monday\)/);
    assert.match(
      easter.text.de,
      /nicht gezählt: Fr\., 3\. Apr\. \(Karfreitag\), Mo\., 6\. Apr\. \(Ostermontag\)/,
    );
    const autumn = await ask("2026-10-24T10:00:00+02:00", "acknowledgement");
    assert.match(
      autumn.text.en,
      /^48 hours after Sat 24 Oct 2026, 10:00; nights, weekends and holidays included; the clocks go back/,
    );
    const law = await ask("2026-03-20T11:00:00+01:00", "termination");
    assert.match(
      law.text.en,
      /it would end on Fri 3 Apr \(Good Friday\) and so ends on the next business day/,
    );
    assert.match(
      (await ask("2026-11-20T16:00:00+01:00", "assignment")).text.de,
      /^4 Bürostunden nach .* Büro geöffnet/,
    );
    const outside = await mara.get("/calendar/due?from=2050-01-01T00:00:00Z&clock=proposal");
    assert.deepEqual([outside.status, outside.body.errors[0].field], [422, "from"]);
  });

  test("a one-off holiday is added with its source; an impossible one is refused with the field named", async () => {
    const holiday = {
      kind: "holiday",
      date: "2027-01-04",
      name: { en: "Jubilee", de: "Jubiläum" },
      source: "GVBl. 2026 S. 1",
    };
    for (const [field, body] of [
      ["date", { ...holiday, date: "2027-02-30" }],
      ["date", { ...holiday, date: "04.01.2027" }],
      ["date", { ...holiday, date: "2051-01-04" }],
      ["source", { ...holiday, source: " " }],
      ["name.de", { ...holiday, name: { en: "x", de: "" } }],
    ] as const) {
      const answer = await ada.post("/calendar/changes", body);
      assert.deepEqual([answer.status, answer.body.errors[0].field], [422, field]);
    }
    assert.equal((await mara.post("/calendar/changes", holiday)).status, 403);
    assert.equal((await ask("2026-12-29T10:00:00+01:00")).dueAt, "2027-01-06T16:00:00.000Z");
    assert.equal((await ada.post("/calendar/changes", holiday)).status, 201);
    const corrected = await ask("2026-12-29T10:00:00+01:00");
    assert.equal(corrected.dueAt, "2027-01-07T16:00:00.000Z");
    assert.match(corrected.calendarVersion, / \+1$/);
    assert.match(corrected.text.en, /Jubilee/);
    const { days, changes, businessDays } = (await mara.get("/calendar?year=2027")).body;
    assert.equal(businessDays, 254, "255, and one less");
    assert.deepEqual(
      days.find(({ date }: { date: string }) => date === "2027-01-04"),
      { date: "2027-01-04", name: holiday.name, kind: "holiday", source: holiday.source },
    );
    assert.deepEqual(
      changes.map(({ recordedBy, recordedAt }: { recordedBy: string; recordedAt: string }) => [
        recordedBy,
        recordedAt,
      ]),
      [[ada.id, world.now()]],
    );
    assert.equal((await mara.get("/calendar?year=2015")).body.businessDays, 254);
  });

  test("a promise that was told is not moved to a later date, and says so", async () => {
    const { id } = (await mara.post("/complaints", complaint)).body;
    await world.settle();
    assert.equal((await proposalOf(id)).dueAt, "2026-12-30T16:00:00.000Z");
    const extra = { kind: "holiday", date: "2026-12-28", name: { en: "Extra", de: "Zusatz" }, source: "law" };
    await ada.post("/calendar/changes", extra);
    await world.settle();
    const told = await proposalOf(id);
    assert.equal(told.dueAt, "2026-12-30T16:00:00.000Z");
    assert.deepEqual(
      [told.why.dueAt, told.why.told],
      ["2026-12-31T16:00:00.000Z", "2026-12-30T16:00:00.000Z"],
    );
    const { items } = (await mara.get(`/complaints/${id}/events`)).body;
    const recomputed = items.filter(({ type }: { type: string }) => type === "ClockRecomputed");
    assert.deepEqual(
      recomputed.map(
        ({
          data,
          actor,
        }: {
          data: { clock: string; was: string; computed: string; dueAt: string };
          actor: string;
        }) => [actor, data.clock, data.was, data.computed, data.dueAt],
      ),
      [
        [
          "calendar",
          "proposal",
          "2026-12-30T16:00:00.000Z",
          "2026-12-31T16:00:00.000Z",
          "2026-12-30T16:00:00.000Z",
        ],
      ],
    );
    await ada.post("/calendar/changes", {
      kind: "as_calculated",
      date: "2026-12-28",
      source: "It was an error.",
    });
    await world.settle();
    assert.equal(
      (await proposalOf(id)).why.told,
      "2026-12-30T16:00:00.000Z",
      "what was computed with stays on record",
    );
  });

  test("a holiday that turns out to be none brings the promise forward, also after an outage", async () => {
    const { id } = (await mara.post("/complaints", complaint)).body;
    await ada.post("/calendar/changes", {
      kind: "business_day",
      date: "2026-12-25",
      source: "Invented for this story",
    });
    await world.desk.queue.settle({ ...world.app.jobs, "follow-calendar": async () => {} });
    assert.equal(
      (await proposalOf(id)).dueAt,
      "2026-12-30T16:00:00.000Z",
      "the node went down before it followed",
    );
    await world.app.jobs.tick({});
    assert.equal((await proposalOf(id)).dueAt, "2026-12-29T16:00:00.000Z");
    assert.equal((await proposalOf(id)).why.told, undefined);
  });

  test("and the whole file still verifies, and rebuilds to the same rows", async () => {
    const { verify } = await import("../../src/record/journal/verify.ts");
    const { readModels, rebuild } = await import("../../src/casework/complaints/projections/read-models.ts");
    assert.equal((await verify(world.desk.db, world.desk.keys, readModels)).broken, undefined);
    await rebuild(world.desk.db);
    assert.equal((await verify(world.desk.db, world.desk.keys, readModels)).broken, undefined);
  });

  test("somebody confirms the coming year, and is asked until then", async () => {
    assert.ok((await ada.get("/office")).body.warnings.includes("calendar_unconfirmed"));
    await world.app.jobs.tick({});
    await world.app.jobs.tick({});
    const asked = (await ada.get("/notices")).body.items.filter(
      ({ kind }: { kind: string }) => kind === "calendar",
    );
    assert.deepEqual(
      asked.map(({ facts }: { facts: object }) => facts),
      [{ year: 2027 }],
    );
    assert.equal((await mara.post("/calendar/confirmation", { year: 2027 })).status, 403);
    const confirmed = await ada.post("/calendar/confirmation", { year: 2027 });
    assert.equal(confirmed.body.confirmed.by, ada.id);
    assert.ok(!(await ada.get("/office")).body.warnings.includes("calendar_unconfirmed"));
  });
});

describe("What the platforms' own sites show is compared with what is published", () => {
  let world: World;
  let ada: Colleague;
  let site: Server;
  let html: string | undefined;
  let base: string;

  before(async () => {
    world = await openWorld({ start: "2026-11-24T09:00:00+01:00" });
    ada = await world.colleague("Ada", "admin");
    site = createServer((_, answer) => {
      if (html === undefined) answer.writeHead(500).end("down");
      else answer.setHeader("content-type", "text/html; charset=utf-8").end(html);
    }).listen(0, "127.0.0.1");
    await once(site, "listening");
    base = `http://127.0.0.1:${(site.address() as AddressInfo).port}/complaints`;
  });
  after(async () => {
    site.close();
    await world.close();
  });
  const published = async () => (await world.server.inject({ url: "/policy" })).body;
  const check = async () => (await ada.post("/office/site-checks")).body.siteChecks[0];

  test("Ada names the page; an unknown platform and a strange address are refused", async () => {
    const page = { platform: "ctterra", language: "en", url: base };
    for (const wrong of [
      { ...page, platform: "other" },
      { ...page, url: "file:///etc/passwd" },
      { ...page, url: "no" },
    ])
      assert.equal((await ada.put("/office/site-pages", { pages: [wrong] })).status, 422);
    assert.equal((await ada.put("/office/site-pages", { pages: [page] })).status, 200);
    const { items } = (await ada.get("/office/history/site-pages")).body;
    assert.deepEqual([items[0].value, items[0].recordedBy], [[page], ada.id]);
  });

  test("the same words in another dress are the same policy", async () => {
    html = (await published()).replaceAll("’", "'").replaceAll("<li>", "<li>– ").toUpperCase();
    assert.deepEqual([(await check()).state, (await check()).missing], ["same", []]);
  });

  test("one changed number is found and named, and alarms once a day", async () => {
    html = (await published()).replaceAll("5 business days", "6 business days");
    const found = await check();
    assert.equal(found.state, "different");
    assert.deepEqual(found.missing, [
      "Within 5 business days, we will propose a resolution to the customer. This may involve corrective actions, a refund, or other appropriate measures.",
    ]);
    await check();
    await world.settle();
    assert.equal(world.letters.filter(({ subject }) => /ctterra/.test(subject ?? "")).length, 1);
    assert.match(world.letter(/ctterra/).text ?? "", /Within 5 business days/);
  });

  test("a page with our snippet shows what we publish; one that is down is said to be down", async () => {
    html =
      '<html><body><h1>Complaints</h1><script src="http://redress.test/embed.js" async></script></body></html>';
    assert.equal((await check()).state, "embedded");
    html = '<html><body><script src="http://elsewhere.test/embed.js"></script></body></html>';
    assert.equal((await check()).state, "different");
    html = undefined;
    assert.equal((await check()).state, "unreachable");
  });

  test("it happens every day by itself, once", async () => {
    html = await published();
    world.at("2026-11-25T03:00:00+01:00");
    await world.app.jobs.tick({});
    const first = (await ada.get("/office")).body.siteChecks[0];
    assert.deepEqual([first.date, first.state, first.checkedAt], ["2026-11-25", "same", world.now()]);
    world.at({ hours: 3 });
    await world.app.jobs.tick({});
    assert.equal((await ada.get("/office")).body.siteChecks[0].checkedAt, first.checkedAt);
  });
});
