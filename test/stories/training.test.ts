import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { remindOfTraining } from "../../src/areas/training/reminding.ts";
import { trainingFigures } from "../../src/areas/training/figures.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

describe("Staff are trained, and who is not gets no complaint", () => {
  let world: World;
  let ada: Colleague;
  let boss: Colleague;
  let mara: Colleague;
  let emil: Colleague;
  let ida: Colleague;
  let rita: Colleague;
  let people = 0;

  before(async () => {
    world = await openWorld({ start: "2026-10-05T10:00:00+02:00" });
    ada = await world.colleague("Ada", "admin");
    boss = await world.colleague("Boss", "manager");
    mara = await world.colleague("Mara", "handler");
    emil = await world.colleague("Emil", "handler");
    ida = await world.colleague("Ida", "intake");
    rita = await world.colleague("Rita", "auditor");
  });
  after(() => world.close());

  const complain = async (about: object = {}): Promise<string> => {
    const { body } = await ida.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Jürgen Groß", email: `a${(people += 1)}@kundin.example` },
      subject: { kind: "programme" },
      statement: "On Monday the trainer did not come and nobody told us until the afternoon.",
      ...about,
    });
    return body.id;
  };
  const own = async (who: Colleague) => (await who.get("/training/own")).body;
  const assign = async (to: Colleague, id?: string) =>
    boss.post(`/complaints/${id ?? (await complain())}/assignment`, { ownerId: to.id });
  const session = (about: object = {}) => ({
    state: "held",
    date: world.now().slice(0, 10),
    trainerId: boss.id,
    content: "Listening first, then writing it down.",
    ...about,
  });
  const attend = (id: string, who: Colleague[], attended = true, reason?: string) =>
    boss.post(`/training/sessions/${id}/attendance`, {
      people: who.map(({ id: person }) => ({ person, attended })),
      ...(reason && { reason }),
    });
  const confirm = (who: Colleague, policyVersion = 1) =>
    who.post("/training/confirmations", { policyVersion });
  const remind = () => remindOfTraining(world.desk);
  const news = async (who: Colleague) =>
    (await who.get("/notices")).body.items.filter(({ kind }: { kind: string }) => kind === "training");

  test("while no session was held everybody may own complaints, and the office says so", async () => {
    assert.equal((await assign(emil)).status, 201);
    assert.ok((await ada.get("/office")).body.warnings.includes("training_unrecorded"));
    assert.equal((await boss.get("/training/coverage")).body.gate, false);
    assert.equal((await ada.get("/routing")).body.trained, undefined);
  });

  test("a session is planned with trainer, content and materials; planned, it trains nobody and shuts no gate", async () => {
    const planned = session({
      state: "planned",
      date: "2026-10-12",
      materials: "Policy, form, telephone notes",
    });
    assert.equal((await mara.post("/training/sessions", planned)).status, 403);
    const { status, body } = await boss.post("/training/sessions", planned);
    assert.equal(status, 201);
    assert.equal((await attend(body.id, [mara])).body.code, "session-not-held");
    assert.equal((await assign(emil)).status, 201);
    const [seen] = (await mara.get("/training/sessions?year=2026")).body.items;
    assert.equal(seen.materials, "Policy, form, telephone notes");
    assert.equal(seen.attendance, undefined, "who was there is not for everybody to read");
    assert.equal((await mara.get("/training/sessions?year=2027")).body.items.length, 0);
  });

  test("nobody records a session of tomorrow as held, or one with two trainers or none", async () => {
    for (const wrong of [
      session({ date: "2026-10-06" }),
      session({ trainerName: "Frau Dr. Lehr" }),
      session({ trainerId: undefined }),
      session({ trainerId: crypto.randomUUID() }),
    ])
      assert.equal((await boss.post("/training/sessions", wrong)).status, 422);
  });

  test("it is held and Mara was there: trained she is when she has also confirmed the policy, by herself", async () => {
    world.at("2026-10-12T17:00:00+02:00");
    const [planned] = (await boss.get("/training/sessions")).body.items;
    const { id, version } = planned;
    const held = { ...session(), version, content: planned.content, materials: planned.materials };
    assert.equal((await boss.put(`/training/sessions/${id}`, held)).status, 200);
    assert.equal((await boss.put(`/training/sessions/${id}`, held)).body.code, "stale");
    assert.equal((await attend(id, [mara, boss])).status, 201);
    assert.deepEqual((await own(mara)).standing, { trained: false, lacks: ["confirmation"] });
    assert.equal((await assign(mara)).body.code, "not-trained");
    assert.equal((await confirm(mara, 7)).body.code, "policy-not-current");
    assert.equal((await confirm(mara)).status, 201);
    await confirm(mara);
    const { standing, policy, confirmations } = await own(mara);
    assert.deepEqual(standing, { trained: true, until: "2027-10-12", ends: "session" });
    assert.deepEqual(policy, { version: 1, confirmed: true });
    assert.equal(confirmations.length, 1, "said twice it is kept once");
    assert.equal((await assign(mara)).status, 201);
    assert.equal((await assign(emil)).body.code, "not-trained");
    assert.ok(!(await ada.get("/office")).body.warnings.includes("training_unrecorded"));
  });

  test("Emil keeps what he owned before, and coverage says who is trained, who is not, and the share", async () => {
    assert.equal((await mara.get("/training/coverage")).status, 403);
    const { body } = await rita.get("/training/coverage");
    assert.deepEqual([body.trained, body.handlers, body.gate], [1, 3, true]);
    assert.ok(Math.abs(body.share.share - 1 / 3) < 1e-9 && body.share.lower > 0.05 && body.share.upper < 0.8);
    const of = (who: Colleague) => body.items.find(({ person }: { person: string }) => person === who.id);
    assert.deepEqual(of(emil).standing, { trained: false, lacks: ["session", "confirmation"] });
    assert.equal(of(emil).open, 2);
    assert.equal(of(ida), undefined, "intake owns no complaints");
    assert.equal(of(mara).lastSession, "2026-10-12");
  });

  test("what was recorded is corrected with a reason, and the earlier record stays", async () => {
    const [{ id }] = (await boss.get("/training/sessions")).body.items;
    await attend(id, [emil]);
    assert.equal((await attend(id, [emil], false)).body.code, "correction-without-reason");
    assert.equal((await attend(id, [emil], false, "He was at the other site.")).status, 201);
    const [{ attendance }] = (await boss.get("/training/sessions")).body.items;
    assert.deepEqual(new Set(attendance), new Set([mara.id, boss.id]));
    const { items } = (await rita.get(`/training/sessions/${id}/history`)).body;
    const emils = items.filter(
      ({ attendance: each }: { attendance?: { person: string } }) => each?.person === emil.id,
    );
    assert.deepEqual(
      emils.map((each: { attendance: { attended: boolean }; reason?: string; by: string }) => [
        each.attendance.attended,
        each.reason,
        each.by,
      ]),
      [
        [false, "He was at the other site.", boss.id],
        [true, undefined, boss.id],
      ],
    );
    assert.equal(items.filter((each: { session?: object }) => each.session).length, 2);
    await assert.rejects(
      world.desk.db.updateTable("training_attendance").set({ attended: true }).execute(),
      "nobody changes a record, not even the program",
    );
  });

  test("no word of a session or a lesson, and no name from outside, stands in clear in the database", async () => {
    const written = session({
      trainerId: undefined,
      trainerName: "Frau Dr. Lehrreich",
      content: "Zauberwort",
    });
    await boss.post("/training/sessions", written);
    for (const table of ["training_session_state", "training_lesson_state", "content"] as const) {
      const rows = await world.desk.db.selectFrom(table).selectAll().execute();
      assert.ok(!JSON.stringify(rows).includes("Zauberwort") && !JSON.stringify(rows).includes("Lehrreich"));
    }
    const [latest] = (await mara.get("/training/sessions")).body.items.filter(
      ({ trainerName }: { trainerName?: string }) => trainerName,
    );
    assert.equal(latest.content, "Zauberwort");
  });

  test("thirty days before it ends Mara hears once, by mail too, and the manager hears how many and not who", async () => {
    world.at("2027-09-11T09:00:00+02:00");
    await remind();
    assert.deepEqual(await news(mara), []);
    world.at("2027-09-12T00:01:00+02:00");
    await Promise.all([remind(), remind()]);
    await remind();
    const [told, ...more] = await news(mara);
    assert.deepEqual(more, []);
    assert.deepEqual(told.facts, { to: "self", endsOn: "2027-10-12", days: 30, lacks: ["session"] });
    const [count] = await news(boss);
    assert.deepEqual(count.facts, { to: "managers", ending: 1, ended: 0, open: 0 });
    await world.settle();
    assert.match(
      world.letter(/Ihre Schulung endet am Dienstag, 12\. Oktober 2027/).text ?? "",
      /desk\/training/,
    );
    assert.match(world.letter(/^Schulung: endet bald für 1$/).text ?? "", /eine Schulung planen/);
    for (const { subject, text } of world.letters)
      assert.ok(!subject?.includes("Schulung") || !text?.includes("Mara"), "no name goes by mail");
    world.at("2027-09-20T09:00:00+02:00");
    await remind();
    assert.equal((await news(mara)).length, 1, "once");
  });

  test("after an outage only the latest is told: that it has ended, and that she still owns a complaint", async () => {
    world.at("2027-10-13T08:00:00+02:00");
    await remind();
    const [told, ...more] = await news(mara);
    assert.deepEqual(told.facts, { to: "self", endsOn: "2027-10-12", days: 0, lacks: ["session"] });
    assert.equal(more.length, 1, "the reminder at seven days was never due to be told any more");
    const [count] = await news(boss);
    assert.deepEqual(count.facts, { to: "managers", ending: 0, ended: 1, open: 1 });
    assert.equal((await assign(mara)).body.code, "not-trained");
    const mine = (await mara.get(`/complaints?owner=${mara.id}`)).body.items;
    assert.equal(mine.length, 1, "she keeps what she has");
    assert.equal((await mara.post(`/complaints/${mine[0].id}/investigation`)).status, 201, "and works on it");
  });

  test("a changed policy asks for a new confirmation within thirty days; an editorial one does not", async () => {
    const { body: anew } = await boss.post("/training/sessions", session());
    await attend(anew.id, [mara]);
    assert.equal((await own(mara)).standing.trained, true);
    await publish();
    world.at({ minutes: 1 });
    const { standing, policy } = await own(mara);
    assert.deepEqual(standing, { trained: true, until: "2027-11-12", ends: "confirmation" });
    assert.deepEqual(policy, { version: 2, confirmed: false, by: "2027-11-12" });
    assert.equal((await confirm(mara, 1)).body.code, "policy-not-current");
    const { body: rules } = await mara.get("/training/rules");
    const editorial = { ...rules, editorialVersions: [2] };
    assert.equal((await boss.put("/training/rules", editorial)).status, 403);
    assert.equal((await ada.put("/training/rules", { ...rules, editorialVersions: [9] })).status, 422);
    await ada.put("/training/rules", editorial);
    assert.deepEqual((await own(mara)).standing, { trained: true, until: "2028-10-13", ends: "session" });
    await ada.put("/training/rules", rules);
    assert.equal((await ada.get("/office/history/training")).body.items.length, 2);
    world.at("2027-11-13T08:00:00+01:00");
    assert.deepEqual((await own(mara)).standing.lacks, ["confirmation"]);
    await confirm(mara, 2);
    assert.equal((await own(mara)).standing.trained, true);
  });

  async function publish() {
    const { body: draft } = await boss.post("/policies/drafts");
    const { body: saved } = await boss.put(`/policies/drafts/${draft.id}`, {
      revision: draft.revision,
      document: draft.document,
    });
    await ada.post(`/policies/drafts/${draft.id}/approval`, { revision: saved.revision });
    const published = await boss.post(`/policies/drafts/${draft.id}/publication`);
    assert.equal(published.status, 201, JSON.stringify(published.body));
  }

  test("the month counts who is trained on its last day, the sessions that were held, and who was there", async () => {
    const zone = "Europe/Berlin";
    const october = await trainingFigures(world.desk.db, "2026-10-01", "2026-10-31T22:59:59.999Z", zone);
    assert.deepEqual(
      { ...october, share: undefined },
      { handlers: 3, trained: 1, share: undefined, sessionsHeld: 2, attendances: 2 },
    );
    assert.ok("share" in october.share && Math.abs(october.share.share - 1 / 3) < 1e-9);
    const year = await trainingFigures(world.desk.db, "2026-01-01", "2026-12-31T22:59:59.999Z", zone);
    const november = await trainingFigures(world.desk.db, "2026-11-01", "2026-11-30T22:59:59.999Z", zone);
    assert.equal(november.sessionsHeld + october.sessionsHeld, year.sessionsHeld, "all its months");
    const before = await trainingFigures(world.desk.db, "2026-10-01", "2026-10-11T12:00:00Z", zone);
    assert.deepEqual([before.trained, before.sessionsHeld], [0, 0]);
    const early = await trainingFigures(world.desk.db, "2020-01-01", "2020-01-31T12:00:00Z", zone);
    assert.deepEqual(early.share, { refused: "no-cases" });
  });

  test("the tables open in a spreadsheet and compute nothing", async () => {
    const evil = await world.colleague("=1+1", "handler");
    const file = (who: Colleague, name: string) =>
      world.server.inject({
        url: `/api/v1/training/${name}.csv?language=en`,
        headers: who.headers,
      });
    assert.equal((await file(mara, "coverage")).statusCode, 403);
    assert.equal((await world.server.inject({ url: "/api/v1/training/plan.csv" })).statusCode, 401);
    const coverage = (await file(rita, "coverage")).body;
    assert.match(coverage, /Mara,yes,yes,2028-10-13,,2027-10-13,2,1/);
    assert.match(coverage, /'=1\+1,yes,no,/);
    const plan = (await file(boss, "plan")).body;
    assert.match(plan, /2026-10-12,held,Boss,"Listening first, then writing it down\."/);
    await ada.post(`/people/${evil.id}/disablement`);
    assert.ok(!(await file(rita, "coverage")).body.includes("1+1"), "who has left is not counted");
  });

  describe("lessons from cases", () => {
    const text = "Whoever notices that a trainer is missing calls the participants at once.";
    let id = "";
    let lesson: { id: string; version: number };

    test("Mara drafts one from a case; what tells the case is refused and not kept", async () => {
      id = await complain();
      const draft = (about: object) => mara.post("/training/lessons", { text, complaintId: id, ...about });
      const { reference } = (await mara.get(`/complaints/${id}`)).body;
      for (const [wrong, code] of [
        [`As in ${reference}: call.`, "lesson-tells-reference"],
        ["Call 030 555 123456.", "lesson-tells-contact"],
        ["Mr Groß waited.", "lesson-tells-name"],
        ["When the trainer did not come and nobody told us, call.", "lesson-tells-passage"],
      ] as const)
        assert.equal((await draft({ text: wrong })).body.code, code);
      assert.equal((await draft({ category: "no_such" })).status, 422);
      assert.equal((await draft({ complaintId: crypto.randomUUID() })).status, 422);
      assert.equal(
        (await ada.post("/training/lessons", { text })).status,
        403,
        "administrators read no cases",
      );
      const drafted = await draft({ category: "scheduling", rootCause: "communication_late" });
      assert.equal(drafted.status, 201);
      lesson = drafted.body;
      const { items } = (await mara.get("/training/lessons")).body;
      assert.deepEqual(
        items.map((each: { complaintId: string }) => each.complaintId),
        [id],
      );
    });

    test("a draft is read by its author, managers and auditors, and by nobody who is complained about", async () => {
      assert.equal((await emil.get("/training/lessons")).body.items.length, 0);
      assert.equal((await rita.get("/training/lessons")).body.items.length, 1);
      const chief = await world.colleague("Chief", "manager");
      assert.equal((await chief.get("/training/lessons")).body.items.length, 1);
      await ida.post(`/complaints/${id}/conflicts`, { personId: chief.id });
      assert.equal((await chief.get("/training/lessons")).body.items.length, 0);
      const accept = await chief.post(`/training/lessons/${lesson.id}/acceptance`, {
        version: lesson.version,
      });
      assert.equal(accept.status, 404);
    });

    test("the manager takes it into the next session; everybody then reads it there, without the case", async () => {
      const { body: planned } = await boss.post(
        "/training/sessions",
        session({ state: "planned", date: "2027-12-01" }),
      );
      const path = `/training/lessons/${lesson.id}/acceptance`;
      assert.equal((await mara.post(path, { version: lesson.version })).status, 403);
      const into = { version: lesson.version, sessionId: planned.id };
      assert.equal((await boss.post(path, into)).body.state, "accepted");
      assert.equal((await boss.post(path, into)).body.code, "stale");
      const [next] = (await ada.get("/training/sessions")).body.items;
      assert.deepEqual(next.lessons, [
        { id: lesson.id, text, category: "scheduling", rootCause: "communication_late" },
      ]);
      const [read] = (await ada.get("/training/lessons")).body.items;
      assert.equal(read.complaintId, undefined);
      assert.equal(
        (await mara.put(`/training/lessons/${lesson.id}`, { version: 2, text })).body.code,
        "lesson-settled",
      );
    });

    test("once told it stays told; another is not taken, with a reason", async () => {
      const [next] = (await boss.get("/training/sessions")).body.items;
      world.at("2027-12-01T18:00:00+01:00");
      const { content, date, trainerId, version } = next;
      const held = { state: "held", content, date, trainerId, version };
      assert.equal((await boss.put(`/training/sessions/${next.id}`, held)).status, 200);
      const path = `/training/lessons/${lesson.id}`;
      assert.equal(
        (await boss.post(`${path}/declining`, { version: 2, reason: "No." })).body.code,
        "lesson-settled",
      );
      const { body: other } = await emil.post("/training/lessons", {
        text: "Answer by phone before writing.",
      });
      const reworded = { version: other.version, text: "Call before writing." };
      const { body: changed } = await emil.put(`/training/lessons/${other.id}`, reworded);
      assert.equal(changed.text, "Call before writing.");
      const declined = await boss.post(`/training/lessons/${other.id}/declining`, {
        version: changed.version,
        reason: "We said so last year.",
      });
      assert.equal(declined.body.state, "declined");
      const told = (await emil.get("/training/lessons")).body.items.map(
        (each: { reason?: string }) => each.reason,
      );
      assert.ok(told.includes("We said so last year."), "and its author reads why");
    });
  });
});
