import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture, signIn } from "../chromium.ts";
import { keepReport } from "../keep-report.ts";
import { sampleNothing, sampleReport } from "../report-sample.ts";
import { openWorld, type World } from "../world.ts";

const password = "correct horse battery";

describe("Dora reads the report of October in the browser", () => {
  let world: World;
  let browser: Browser;
  let dora: Page;
  let reference: string;

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    browser = await openChromium();
    await addPerson(
      world.desk.db,
      { email: "dora@office.test", name: "Dora", roles: ["manager"], password },
      world.now(),
    );
    const mara = await world.colleague("Mara", "handler");
    const { body } = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna" },
      subject: { kind: "programme" },
      statement: "The course was cancelled.",
    });
    ({ reference } = body);
    const { figures } = sampleReport;
    const [late] = figures.open.overdue;
    const overdue = [{ ...late!, complaintId: body.id as string, reference }, figures.open.overdue[1]!];
    await keepReport(world.desk, {
      ...sampleReport,
      figures: { ...figures, open: { ...figures.open, overdue } },
    });
    await keepReport(world.desk, {
      ...sampleReport,
      period: "2026-09",
      versions: [{ ...sampleReport.versions[1]! }],
      figures: { ...sampleNothing, period: "2026-09" },
    });
    dora = await openPage(browser, desktop);
    await signIn(dora, world.desk.url, "dora@office.test", password);
    await dora.getByRole("link", { name: "Reports" }).click();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  test("the list says of each month how much there is to act on", async () => {
    await dora.getByRole("link", { name: "October 2026" }).waitFor();
    await dora.getByText("6 things to act on").waitFor();
    await dora.getByText("nothing to act on").waitFor();
    assert.deepEqual(await barriers(dora), []);
    await picture(dora, "reports");
    await dora.getByText("Weekly", { exact: true }).click();
    await dora.getByText("No report yet.").waitFor();
    await dora.getByText("Monthly", { exact: true }).click();
  });

  test("first it says in sentences what changed, what was decided and what it needs, then each figure with how it is counted", async () => {
    await dora.getByRole("link", { name: "October 2026" }).click();
    await dora.getByRole("heading", { name: "Complaints in October 2026", level: 1 }).waitFor();
    await dora
      .getByRole("region", { name: "What changed" })
      .getByText(
        "More complaints about “Exam, assessment, certificate” than chance explains: 7, usually 1.9.",
      )
      .waitFor();
    await dora
      .getByRole("region", { name: "What we need" })
      .getByText("2 promises in open complaints are overdue")
      .waitFor();
    const kept = dora.getByRole("group", { name: "Promises kept on time" });
    await kept.getByText("15 of 19 · 95 %: 56.7 – 91.5 %").waitFor();
    await kept.getByText("There was no case that this could be counted of.").waitFor();
    await dora
      .getByRole("img", { name: /Control chart of 24 values/ })
      .first()
      .locator("svg")
      .waitFor();
    assert.deepEqual(await barriers(dora), []);
    await picture(dora, "report");
  });

  test("a late case leads to its complaint; one that she may not see is only counted", async () => {
    const late = dora.getByRole("region", { name: "Beyond their date" });
    await late.getByText("1 further case, which you may not see.").waitFor();
    assert.equal(
      await late.getByRole("link", { name: reference }).getAttribute("href"),
      `/desk/complaints/${await idOf(world, reference)}`,
    );
  });

  test("every chart has its numbers as a table, by keyboard", async () => {
    const chart = dora.getByRole("region", { name: "Causes, 12 months" });
    await chart.getByText("The numbers as a table").focus();
    await dora.keyboard.press("Enter");
    const row = chart.getByRole("row", { name: /Late communication/ });
    assert.match((await row.textContent()) ?? "", /14.*38\.9 %/);
  });

  test("why this is another number than last week: reason, difference, and the version before", async () => {
    const versions = dora.getByRole("region", { name: "Versions" });
    await versions.getByText("A receipt was dated wrongly").first().waitFor();
    await versions.getByRole("row", { name: "Received 13 14" }).waitFor();
    await versions.getByRole("link", { name: "Version 1" }).click();
    await dora.getByText("This is the first version.").waitFor();
    await dora.getByRole("link", { name: "Version 2" }).click();
    await dora.getByRole("row", { name: "Received 13 14" }).waitFor();
  });

  test("it is taken along as PDF, CSV and Excel", async () => {
    for (const [name, file] of [
      ["PDF", "report-2026-10-v2.pdf"],
      ["CSV", "report-2026-10-v2.csv"],
      ["Excel", "report-2026-10-v2.xlsx"],
    ] as const) {
      const [download] = await Promise.all([
        dora.waitForEvent("download"),
        dora.getByRole("button", { name }).click(),
      ]);
      assert.equal(download.suggestedFilename(), file);
    }
  });

  test("new limits of a chart are a decision that names what changed", async () => {
    const chart = dora.getByRole("region", { name: "Days to the first proposal, 24 months" });
    await chart.getByRole("button", { name: "Begin new limits" }).click();
    const dialog = dora.getByRole("dialog");
    await dialog.getByLabel("First month of the new limits").fill("2026-03");
    await dialog.getByLabel("What changed").fill("Templates for proposals");
    assert.deepEqual(await barriers(dora), []);
    await picture(dora, "report-limits");
    await dialog.getByRole("button", { name: "Begin new limits" }).click();
    await dialog.waitFor({ state: "detached" });
    const row = await world.desk.db.selectFrom("chart_start").selectAll().executeTakeFirstOrThrow();
    assert.deepEqual(
      [row.chart, row.from_period, row.cause],
      ["proposalDays", "2026-03", "Templates for proposals"],
    );
  });

  test("an audit pack is taken from the list, and who took it stands there", async () => {
    await dora.getByRole("link", { name: "All reports" }).click();
    const card = dora.getByRole("region", { name: "Audit pack" });
    await card.getByLabel("From").fill("2026-10-01");
    await card.getByLabel("To").fill("2026-10-31");
    const [download] = await Promise.all([
      dora.waitForEvent("download"),
      card.getByRole("button", { name: "Take the pack (ZIP)" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "audit-2026-10-01-2026-10-31.zip");
    await card.getByText("Packs that were taken").click();
    await card.getByText("2026-10-01 – 2026-10-31 · names of staff as they are · Dora").waitFor();
    assert.deepEqual(await barriers(dora), []);
    await picture(dora, "reports-audit-pack");
  });

  test("in German, dark, on a phone, both screens have no barriers and fit; also a month without anything", async () => {
    const small = await openPage(browser, {
      ...phone,
      colorScheme: "dark",
      storageState: await dora.context().storageState(),
    });
    await small.addInitScript("localStorage.setItem('language', 'de')");
    for (const [path, heading, name] of [
      ["reports", "Berichte", "reports-phone"],
      ["reports/2026-10", "Beschwerden im Oktober 2026", "report-phone"],
      ["reports/2026-09", "Beschwerden im September 2026", "report-nothing-phone"],
    ] as const) {
      await small.goto(`${world.desk.url}/desk/${path}`);
      await small.getByRole("heading", { name: heading, level: 1 }).waitFor();
      await small.waitForLoadState("networkidle");
      await picture(small, name);
      assert.deepEqual(await barriers(small), []);
      assert.equal(await overflows(small), false, `${path} fits`);
    }
  });
});

async function idOf({ desk }: World, reference: string): Promise<string> {
  const row = await desk.db
    .selectFrom("complaint")
    .select("id")
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
  return row.id;
}
