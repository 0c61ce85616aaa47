import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { after, before, describe, test } from "node:test";
import { keepReport } from "../keep-report.ts";
import { sampleReport } from "../report-sample.ts";
import { openReviews } from "../../src/areas/reviews/opening.ts";
import { unzip } from "../unzip.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

describe("an auditor asks for everything about the complaints of a quarter", () => {
  let world: World;
  let ada: Colleague;
  let mara: Colleague;
  let reference: string;
  let id: string;

  before(async () => {
    world = await openWorld({ start: "2026-10-05T10:00:00+02:00" });
    ada = await world.colleague("Ada", "auditor");
    mara = await world.colleague("Mara", "handler");
    ({ reference, id } = (
      await mara.post("/complaints", {
        platform: "ctterra",
        channel: "phone",
        complainant: { name: "Anna Kundin" },
        subject: { kind: "programme" },
        statement: "The course was cancelled.",
      })
    ).body);
    await mara.post(`/complaints/${id}/assignment`, { ownerId: mara.id });
    await world.settle();
    const boss = await world.colleague("Boss", "manager");
    const improve = { title: "Mara answers the phone", ownerId: mara.id, dueOn: "2026-11-30" };
    assert.equal((await boss.post("/actions", improve)).status, 201);
    world.at("2026-12-18T10:00:00+01:00");
    await keepReport(world.desk, {
      ...sampleReport,
      versions: [{ ...sampleReport.versions[0]!, madeBy: mara.id }, sampleReport.versions[1]!],
    });
    await openReviews(world.desk);
    const record = {
      reportVersion: 2,
      attendees: [boss.id, mara.id],
      absent: [],
      inputs: [],
      discussion: "Mara told how it was.",
      decisions: ["Mara gets a second line."],
    };
    assert.equal((await boss.put("/reviews/2026-10", { version: 0, record })).status, 200);
    await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Bea" },
      subject: { kind: "service" },
      statement: "Outside of the range.",
    });
  });
  after(() => world.close());

  const take = (who: Colleague, query: string) =>
    world.server.inject({ method: "GET", url: `/api/v1/audit-pack.zip?${query}`, headers: who.headers });
  const range = "from=2026-10-01&to=2026-11-30&language=en";

  test("it holds policies, reports, register and chain heads, and every file is in the manifest", async () => {
    const answer = await take(ada, range);
    assert.equal(answer.statusCode, 200, answer.body.slice(0, 300));
    assert.equal(
      answer.headers["content-disposition"],
      'attachment; filename="audit-2026-10-01-2026-11-30.zip"',
    );
    const files = unzip(answer.rawPayload);
    assert.deepEqual(
      [...files.keys()].toSorted(),
      [
        "README.txt",
        "chain-heads.json",
        "manifest.json",
        "policies/policy-1.de.txt",
        "policies/policy-1.en.txt",
        "policies/policy-1.json",
        "improvement/actions.csv",
        "register.csv",
        "reviews/2026-10.json",
        "reports/report-2026-10-v2.csv",
        "reports/report-2026-10-v2.pdf",
        "training/coverage.csv",
        "training/sessions.csv",
      ].toSorted(),
    );
    const manifest = JSON.parse(files.get("manifest.json")!.toString()) as {
      files: { path: string; sha256: string }[];
    };
    assert.equal(manifest.files.length, files.size - 1);
    for (const { path, sha256 } of manifest.files)
      assert.equal(createHash("sha256").update(files.get(path)!).digest("hex"), sha256, path);
    const review = JSON.parse(files.get("reviews/2026-10.json")!.toString());
    assert.deepEqual(review.decisions, ["Mara gets a second line."]);
    assert.deepEqual(review.attendees, ["Boss", "Mara"]);
    assert.match(files.get("improvement/actions.csv")!.toString(), /1,Mara answers the phone,open,Mara,/);
    const register = parse<Record<string, string>>(files.get("register.csv")!, { bom: true, columns: true });
    assert.deepEqual(
      register.map((row) => [row.reference, row.owner, row["Acknowledgement: on time (1/0)"]]),
      [[reference, "Mara", ""]],
    );
    assert.doesNotMatch(files.get("register.csv")!.toString(), /Anna|cancelled/);
    const [head] = JSON.parse(files.get("chain-heads.json")!.toString()) as { head: string }[];
    const { hash } = await world.desk.db
      .selectFrom("complaint_event")
      .select("hash")
      .where("complaint_id", "=", id)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    assert.equal(head!.head, hash.toString("hex"));
  });

  test("names of staff and reference numbers are hidden where that is asked for, throughout", async () => {
    world.at({ minutes: 1 });
    const files = unzip((await take(ada, `${range}&redact=all`)).rawPayload);
    assert.ok(files.has("reports/report-2026-10-v2.csv"));
    const texts = [...files].filter(([path]) => !path.endsWith(".pdf")).map(([, bytes]) => bytes.toString());
    for (const text of texts) assert.doesNotMatch(text, new RegExp(`Mara|${reference}|wrongly`));
    assert.match(files.get("register.csv")!.toString(), /Colleague 1/);
  });

  test("that it was taken is recorded for good, with the digest of its manifest", async () => {
    const { body } = await ada.get("/audit-packs");
    assert.equal(body.items.length, 2);
    const [latest] = body.items;
    assert.deepEqual(
      [latest.from, latest.to, latest.redaction, latest.takenBy],
      ["2026-10-01", "2026-11-30", "all", ada.id],
    );
    assert.match(latest.manifest, /^[0-9a-f]{64}$/);
    await assert.rejects(
      world.desk.db.deleteFrom("audit_pack").execute(),
      /permission denied|never changed|append/,
    );
  });

  test("whoever handles complaints does not get one, nor anybody a range that is none", async () => {
    assert.equal((await take(mara, range)).statusCode, 403);
    for (const query of ["from=2026-12-01&to=2026-11-01", "from=2020-01-01&to=2026-11-01", "from=x&to=y", ""])
      assert.equal((await take(ada, query)).statusCode, 422, query);
    const head = await world.server.inject({
      method: "HEAD",
      url: `/api/v1/audit-pack.zip?${range}`,
      headers: ada.headers,
    });
    assert.equal(head.statusCode, 404);
    assert.equal((await ada.get("/audit-packs")).body.items.length, 2, "nothing else was recorded");
  });

  test("a case that the taker is complained about in is not in it", async () => {
    await mara.post(`/complaints/${id}/conflicts`, { personId: ada.id });
    const files = unzip((await take(ada, range)).rawPayload);
    for (const path of ["register.csv", "chain-heads.json"])
      assert.doesNotMatch(files.get(path)!.toString(), new RegExp(reference));
  });
});
