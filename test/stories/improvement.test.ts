import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { rebuild } from "../../src/casework/complaints/projections/read-models.ts";
import {
  actionsForReport,
  effectsBetween,
  recurrencesBetween,
} from "../../src/areas/improvement/reporting.ts";
import { actionStatus } from "../../src/core/statistics/actions.ts";
import { complaintAbout, findCause, office } from "../causes.ts";
import type { Colleague, World } from "../world.ts";

const handout = {
  title: "A new handout for wind 1",
  description: "Module 3 contradicts itself.",
  material: "Wind 1, module 3, version 2025-09",
  rootCause: "content_error",
  programme: "wind_1",
};
const minutely = (world: World) => world.app.jobs.tick({});

describe("Mara improves the handout, and its effect is counted", () => {
  let world: World;
  let mara: Colleague;
  let dora: Colleague;
  let olga: Colleague;
  let ada: Colleague;
  let id: string;
  let first: { id: string; reference: string };
  before(async () => {
    ({ world, mara, dora, olga, ada } = await office());
  });
  after(() => world.close());

  const ask = async () => (await mara.get(`/actions/${id}`)).body;
  const newsOf = async (who: Colleague): Promise<string[]> =>
    (await who.get("/notices")).body.items
      .filter(({ kind }: { kind: string }) => kind === "action")
      .map(({ facts }: { facts: { news: string; on: string } }) => `${facts.news} ${facts.on}`);

  test("nine complaints have the same cause; she opens an action, and its words are in no column", async () => {
    first = await complaintAbout(mara);
    for (let day = 1; day < 9; day += 1) {
      world.at({ hours: 24 * 9 });
      await complaintAbout(mara);
    }
    world.at("2026-03-31T10:00:00+02:00");
    const opened = await mara.post("/actions", {
      ...handout,
      ownerId: mara.id,
      dueOn: "2026-04-10",
      complaints: [first.reference],
    });
    assert.equal(opened.status, 201, JSON.stringify(opened.body));
    id = opened.body.id;
    assert.deepEqual(
      [opened.body.number, opened.body.status, opened.body.version, opened.body.material],
      [1, "open", 1, handout.material],
    );
    assert.deepEqual(
      opened.body.linked.map(({ reference }: { reference: string }) => reference),
      [first.reference],
    );
    const rows = await world.desk.db.selectFrom("improvement_fact").selectAll().execute();
    assert.doesNotMatch(JSON.stringify(rows), /handout|contradicts/);
  });

  test("a stale change is refused with the version that holds; the earlier wording is kept", async () => {
    const change = { ...handout, title: "Handout, third edition", ownerId: mara.id, dueOn: "2026-04-12" };
    assert.equal((await mara.put(`/actions/${id}`, { ...change, version: 1 })).body.version, 2);
    const stale = await mara.put(`/actions/${id}`, { ...change, version: 1 });
    assert.deepEqual([stale.status, stale.body.code, stale.body.version], [409, "stale", 2]);
    const { history, title } = await ask();
    assert.equal(title, "Handout, third edition");
    assert.deepEqual(
      history.map(({ kind, words, by }: Record<string, string>) => [kind, words, by]),
      [
        ["opened", "A new handout for wind 1", mara.id],
        ["changed", "Handout, third edition", mara.id],
      ],
    );
    await assert.rejects(
      world.desk.db.updateTable("improvement_fact").set({ kind: "noted" }).execute(),
      /permission denied/,
    );
  });

  test("evidence is kept with its digest, a program is set aside, and the request sent twice is one", async () => {
    const text = { title: "The plan", origin: "department", text: "abc" };
    const key = { "idempotency-key": "evidence-1" };
    for (const _ of [1, 2]) await mara.post(`/actions/${id}/evidence`, text, key);
    const { body } = await mara.post(`/actions/${id}/evidence`, {
      title: "Handout",
      origin: "department",
      file: { name: "handout.bat", type: "text/plain", base64: Buffer.from("del *").toString("base64") },
    });
    assert.deepEqual(
      body.evidence.map(({ number, sha256 }: Record<string, unknown>) => [
        number,
        String(sha256).slice(0, 8),
      ]),
      [
        [1, "ba7816bf"],
        [2, body.evidence[1].sha256.slice(0, 8)],
      ],
    );
    assert.equal(body.evidence[1].file.held, "script");
    const url = `/api/v1/actions/${id}/files/${body.evidence[1].file.version}`;
    const get = (who: Colleague, path: string) => world.server.inject({ url: path, headers: who.headers });
    assert.equal((await get(olga, url)).statusCode, 409);
    assert.equal((await get(olga, `${url}?despite=held`)).body, "del *");
    assert.equal((await get(ada, url)).statusCode, 404, "an administrator reads no actions");
  });

  test("the owner is reminded before it is due, and owner and manager when it is overdue; each once", async () => {
    world.at("2026-04-06T09:00:00+02:00");
    for (const _ of [1, 2]) await minutely(world);
    assert.deepEqual(await newsOf(mara), ["due_soon 2026-04-12"]);
    world.at("2026-04-13T09:00:00+02:00");
    for (const _ of [1, 2]) await minutely(world);
    assert.deepEqual(await newsOf(dora), ["overdue 2026-04-12"]);
    assert.deepEqual(await newsOf(mara), ["overdue 2026-04-12", "due_soon 2026-04-12"]);
    await world.settle();
    assert.match(world.letter(/Verbesserung 1 ist überfällig/).text ?? "", /\/desk\/improvement\//);
    assert.equal((await mara.get("/actions?state=overdue")).body.items[0].id, id);
  });

  test("done: from the 14th on, compared over 90 days before and after; the dates are computed and stay", async () => {
    const vague = await mara.post(`/actions/${id}/completion`, { effectiveOn: "2026-04-14" });
    assert.equal(vague.body.errors[0].code, "why_no_check");
    const done = await mara.post(`/actions/${id}/completion`, {
      effectiveOn: "2026-04-14",
      check: { rootCause: "content_error", programme: "wind_1" },
    });
    assert.equal(done.status, 201, JSON.stringify(done.body));
    assert.deepEqual(done.body.check, {
      target: { rootCause: "content_error", programme: "wind_1" },
      window: { unit: "days", length: 90 },
      before: { from: "2026-01-14", to: "2026-04-13" },
      after: { from: "2026-04-15", to: "2026-07-13" },
      checkFrom: "2026-07-14",
      checkDueOn: "2026-07-27",
    });
    const early = await dora.post(`/actions/${id}/check`);
    assert.deepEqual([early.status, early.body.code], [409, "check-too-early"]);
    assert.equal((await mara.post(`/actions/${id}/check`)).status, 403, "a manager checks");
  });

  test("what is found so far can be seen; a complaint without a cause is told and not passed over", async () => {
    world.at("2026-06-20T10:00:00+02:00");
    const other = await complaintAbout(mara, 2, null);
    world.at("2026-06-21T10:00:00+02:00");
    const { body } = await mara.get(`/actions/${id}/check`);
    assert.deepEqual(
      [body.before.complaints, body.after.complaints, body.after.days, body.undetermined, body.ready],
      [8, 0, 67, 1, false],
      "the complaint of 5 January lies before the 90 days",
    );
    assert.equal(body.judgement.basis, "days", "no month has its participants");
    await findCause(mara, other.id, "process_not_followed");
    assert.equal((await mara.get(`/actions/${id}/check`)).body.undetermined, 0);
  });

  test("the verdict is recorded with its numbers, and the action is verified", async () => {
    world.at("2026-07-14T09:00:00+02:00");
    await minutely(world);
    assert.deepEqual(await newsOf(dora), ["check_due 2026-07-27", "overdue 2026-04-12"]);
    assert.equal((await dora.get("/actions?state=check")).body.counts.check, 1);
    const checked = await dora.post(`/actions/${id}/check`, { note: "Nobody complained again." });
    assert.deepEqual([checked.status, checked.body.status], [201, "verified"]);
    const { result, words } = checked.body.history.at(-1);
    assert.equal(words, "Nobody complained again.");
    assert.equal(result.verdict, "effective");
    // π = 1/2, P = 1/2⁸
    assert.ok(Math.abs(result.byDays.p - 1 / 256) < 1e-12, result.byDays.p);
    const again = await dora.post(`/actions/${id}/check`);
    assert.equal(again.body.code, "action-not-done");
  });

  test("the report of July knows the verdict, the one of June does not", async () => {
    const july = actionStatus(await actionsForReport(world.desk.db, "2026-07-31"), "2026-07-31");
    const june = actionStatus(await actionsForReport(world.desk.db, "2026-06-30"), "2026-06-30");
    assert.deepEqual([july.effective, july.closed, june.effective, june.closed], [1, 1, 0, 1]);
    assert.deepEqual([july.checkedInTime, june.checkedInTime], [july.checkedInTime, { refused: "no-cases" }]);
    const march = actionStatus(await actionsForReport(world.desk.db, "2026-03-31"), "2026-03-31");
    assert.deepEqual([march.open, march.overdue], [1, 0]);
    const effects = await effectsBetween(world.desk.db, "2026-07-01T00:00:00Z", "2026-08-01T00:00:00Z");
    assert.deepEqual(
      effects.map(({ number, verdict, effectiveOn }) => [number, verdict, effectiveOn]),
      [[1, "effective", "2026-04-14"]],
    );
  });

  test("the cause comes back: the action is open again, once, and owner and managers hear of it", async () => {
    world.at("2026-09-01T10:00:00+02:00");
    await complaintAbout(mara, 2, "process_not_followed");
    await minutely(world);
    assert.equal((await ask()).status, "verified", "another cause is no recurrence");
    const back = await complaintAbout(mara);
    for (const _ of [1, 2]) await minutely(world);
    const again = (from: string, before: string) =>
      recurrencesBetween(world.desk.db, `${from}T00:00:00Z`, `${before}T00:00:00Z`, "Europe/Berlin");
    assert.equal(await again("2026-09-01", "2026-10-01"), 1);
    const action = await ask();
    assert.deepEqual([action.status, action.dueOn, action.verdict], ["open", "2026-10-01", undefined]);
    const recurred = action.history.filter(({ kind }: { kind: string }) => kind === "recurred");
    assert.deepEqual(
      recurred.map(({ reference, by }: Record<string, string>) => [reference, by]),
      [[back.reference, "improvement"]],
    );
    assert.equal((await newsOf(dora))[0], "recurred 2026-10-01");
    const effects = await effectsBetween(world.desk.db, "2026-07-01T00:00:00Z", "2026-08-01T00:00:00Z");
    assert.equal(effects[0]?.verdict, "effective", "what was found in July stays found");
  });

  test("read models of complaints folded anew change nothing of it", async () => {
    const before = await ask();
    await rebuild(world.desk.db);
    assert.deepEqual(await ask(), before);
  });
});

describe("an effect that is not shown", () => {
  let world: World;
  let mara: Colleague;
  let dora: Colleague;
  let id: string;
  before(async () => {
    ({ world, mara, dora } = await office());
  });
  after(() => world.close());

  test("four before and two after show nothing, per participant and per day, and nobody says otherwise", async () => {
    const { platforms } = await world.desk.policyAt(world.now());
    const months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];
    for (let count = 0; count < 4; count += 1) {
      world.at(`2026-02-1${count}T10:00:00+01:00`);
      await complaintAbout(mara);
    }
    world.at("2026-03-02T10:00:00+01:00");
    const opened = await mara.post("/actions", { ...handout, ownerId: dora.id, dueOn: "2026-03-10" });
    id = opened.body.id;
    const done = await mara.post(`/actions/${id}/completion`, {
      effectiveOn: "2026-03-10",
      check: { rootCause: "content_error", programme: "wind_1", window: { unit: "months", length: 2 } },
    });
    assert.deepEqual(
      [done.body.check.before, done.body.check.after],
      [
        { from: "2026-01-01", to: "2026-02-28" },
        { from: "2026-04-01", to: "2026-05-31" },
      ],
    );
    for (const day of ["2026-04-20", "2026-05-20"]) {
      world.at(`${day}T10:00:00+02:00`);
      await complaintAbout(mara);
    }
    world.at("2026-06-02T10:00:00+02:00");
    for (const [index, month] of months.entries())
      await dora.put(`/participants/${month}`, {
        version: 0,
        complete: true,
        counts: platforms.flatMap(({ code }, place) => [
          { platform: code, participants: 100 },
          ...(place === 0
            ? [{ platform: code, programme: "wind_1", participants: index < 2 ? 90 : 95 }]
            : []),
        ]),
      });
    const { body } = await dora.post(`/actions/${id}/check`);
    const { result } = body.history.at(-1);
    assert.deepEqual(
      [body.status, result.verdict, result.basis, result.before.participants, result.after.participants],
      ["done", "not_shown", "participants", 180, 190],
    );
    // STANDARDS §4.4: 4 of 180, 2 of 190.
    assert.ok(Math.abs(result.byParticipants.p - 0.319) < 0.0005, result.byParticipants.p);
    assert.ok(result.byDays.p > 0.05);
  });

  test("she looks longer; the earlier verdict stays in the history", async () => {
    const shorter = await dora.post(`/actions/${id}/extension`, { length: 2 });
    assert.equal(shorter.body.code, "window-not-longer");
    const { body } = await dora.post(`/actions/${id}/extension`, { length: 3 });
    assert.deepEqual([body.check.after.to, body.verdict], ["2026-06-30", undefined]);
    assert.equal(body.history.filter(({ kind }: { kind: string }) => kind === "checked").length, 1);
  });

  test("nobody verifies an action that they are responsible for, or before the check that was agreed", async () => {
    const missing = await dora.post(`/actions/${id}/verification`, { note: "Good enough." });
    assert.equal(missing.body.code, "check-missing");
    world.at("2026-07-01T10:00:00+02:00");
    await dora.post(`/actions/${id}/check`);
    const own = await dora.post(`/actions/${id}/verification`, { note: "Good enough." });
    assert.equal(own.body.code, "own-action");
    const chief = await world.colleague("Carla", "manager");
    const { body } = await chief.post(`/actions/${id}/verification`, { note: "Few courses; we look again." });
    assert.deepEqual([body.status, body.verdict], ["verified", "not_shown"]);
  });

  test("a complaint within 30 days means that the cause is still there", async () => {
    const opened = await mara.post("/actions", { ...handout, ownerId: mara.id, dueOn: "2026-07-10" });
    const again = opened.body.id;
    await mara.post(`/actions/${again}/completion`, {
      effectiveOn: "2026-07-02",
      check: { rootCause: "content_error", programme: "wind_1", window: { unit: "days", length: 180 } },
    });
    world.at("2026-07-20T10:00:00+02:00");
    await complaintAbout(mara);
    world.at("2027-01-05T10:00:00+01:00");
    const { body } = await dora.post(`/actions/${again}/check`);
    assert.deepEqual([body.status, body.verdict], ["done", "ineffective"]);
    const extension = await dora.post(`/actions/${again}/extension`, { length: 200 });
    assert.equal(extension.body.code, "check-decided");
    const reopened = await dora.post(`/actions/${again}/reopening`, {
      reason: "The printer still has the old file.",
      dueOn: "2027-02-01",
    });
    assert.deepEqual([reopened.body.status, reopened.body.dueOn], ["open", "2027-02-01"]);
    const cancelled = await dora.post(`/actions/${again}/cancellation`, { reason: "The course ends." });
    assert.equal(cancelled.body.status, "cancelled");
    assert.equal((await mara.post(`/actions/${again}/notes`, { note: "A last word." })).status, 201);
  });
});

describe("who sees which action", () => {
  let world: World;
  let mara: Colleague;
  let dora: Colleague;
  let tom: Colleague;
  let ada: Colleague;
  before(async () => {
    ({ world, mara, dora, tom, ada } = await office());
  });
  after(() => world.close());

  test("whoever is complained about in a linked complaint sees the action and nothing of the link", async () => {
    const complaint = await complaintAbout(mara);
    await mara.post(`/complaints/${complaint.id}/conflicts`, { personId: tom.id });
    const opened = await mara.post("/actions", { ...handout, ownerId: tom.id, dueOn: "2026-02-01" });
    const { id } = opened.body;
    const { body } = await mara.post(`/actions/${id}/complaints`, { complaint: complaint.reference });
    assert.deepEqual([body.complaints, body.linked.length, body.history.length], [1, 1, 2]);
    const seen = (await tom.get(`/actions/${id}`)).body;
    assert.deepEqual([seen.complaints, seen.linked, seen.history.length], [0, [], 1]);
    assert.doesNotMatch(JSON.stringify(seen), new RegExp(`${complaint.reference}|${complaint.id}`));
    const byComplaint = await tom.get(`/actions?complaint=${complaint.id}`);
    assert.deepEqual(byComplaint.body.items, []);
    const guess = await tom.post(`/actions/${id}/complaints`, { complaint: complaint.reference });
    assert.equal(guess.body.errors[0].code, "unknown_complaint");
    const page = (await tom.get("/programmes/wind_1")).body;
    assert.equal(page.months.at(-1).complaints, 0, "it is not counted for him either");
  });

  test("an owner without any role for it works on their own action and sees no other", async () => {
    const own = (await mara.post("/actions", { ...handout, ownerId: ada.id, dueOn: "2026-02-01" })).body;
    assert.deepEqual(
      (await ada.get("/actions")).body.items.map(({ id }: { id: string }) => id),
      [own.id],
    );
    assert.equal((await ada.post(`/actions/${own.id}/notes`, { note: "Ordered." })).status, 201);
    assert.equal((await ada.post(`/actions/${own.id}/cancellation`, { reason: "No." })).status, 403);
    const foreign = (await mara.post("/actions", { ...handout, ownerId: mara.id, dueOn: "2026-02-01" })).body;
    for (const path of [`/actions/${foreign.id}`, `/actions/${crypto.randomUUID()}`])
      assert.equal((await ada.get(path)).status, 404);
    assert.equal((await ada.post(`/actions/${foreign.id}/notes`, { note: "Hm." })).status, 404);
  });

  test("the programme's page shows months, participants and actions; small numbers are not for everybody", async () => {
    const { body } = await dora.get("/programmes/wind_1?months=3");
    assert.deepEqual(
      body.months.map(({ month, complaints }: Record<string, unknown>) => [month, complaints]),
      [
        ["2025-11", 0],
        ["2025-12", 0],
        ["2026-01", 1],
      ],
    );
    assert.equal(body.actions.length, 3);
    const hidden = (await ada.get("/programmes/wind_1?months=3")).body;
    assert.deepEqual(
      hidden.months.map(({ fewerThan }: Record<string, unknown>) => fewerThan),
      [3, 3, 3],
    );
    assert.equal((await dora.get("/programmes/nothing")).status, 404);
  });
});
