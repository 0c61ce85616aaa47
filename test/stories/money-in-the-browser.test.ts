import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture, signIn } from "../chromium.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const password = "correct horse battery";

describe("Money is promised, paid and argued about in the browser", () => {
  let world: World;
  let browser: Browser;
  let boss: Page;
  let admin: Page;
  let mara: Colleague;
  let chief: Colleague;
  const errors: string[] = [];
  let home = "";
  let id = "";

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    home = world.desk.url;
    browser = await openChromium();
    mara = await world.colleague("Mara", "handler");
    chief = await world.colleague("Chief", "manager");
    admin = await arrive("root@office.test", "Root", "admin");
    boss = await arrive("boss@office.test", "Britta Boss", "manager");
    id = await discussed();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  async function arrive(email: string, name: string, role: "admin" | "manager"): Promise<Page> {
    await addPerson(world.desk.db, { email, name, roles: [role], password }, world.now());
    const page = await openPage(browser, desktop);
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    await signIn(page, home, email, password);
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    return page;
  }

  /** A complaint that has declined one proposal and sees the second. */
  async function discussed(): Promise<string> {
    const received = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Jürgen Groß", email: "jg@kunde.example", language: "en" },
      subject: { kind: "programme", programme: "Solar basics" },
      statement: "The course was cancelled and I had paid for it.",
    });
    const { id: fresh } = received.body;
    await mara.post(`/complaints/${fresh}/assignment`, { ownerId: mara.id });
    await mara.post(`/complaints/${fresh}/paid-amount`, { amountCents: 34_000 });
    await mara.post(`/complaints/${fresh}/investigation`);
    await mara.post(`/complaints/${fresh}/findings`, { allegation: "a", outcome: "upheld", reasons: "r" });
    const refund = (amountCents: number) => ({
      kind: "refund",
      description: "Course fee",
      amountCents,
      basis: "claim",
    });
    await proposed(fresh, 1, [refund(10_000), { kind: "explanation", description: "What happened" }]);
    const decision = { decision: "decline", proposal: 1, via: "phone", words: "Too little." };
    await mara.post(`/complaints/${fresh}/decision`, decision);
    await proposed(fresh, 2, [refund(24_050), { kind: "apology", description: "In writing" }]);
    return fresh;
  }
  async function proposed(complaint: string, n: number, measures: object[]) {
    await mara.post(`/complaints/${complaint}/proposals`, { explanation: "We are sorry.", measures });
    await chief.post(`/complaints/${complaint}/proposals/${n}/approval`);
    await mara.post(`/complaints/${complaint}/proposals/${n}/dispatch`, { via: "phone" });
  }
  const decide = (proposal: number, decision: string) =>
    mara.post(`/complaints/${id}/decision`, { decision, proposal, via: "phone", words: "No." });

  test("the administrator sets who may approve how much, our account, and the conciliation body", async () => {
    await admin.getByRole("link", { name: "Settings" }).click();
    const authority = admin.getByRole("region", { name: "Who may approve how much" });
    await authority.getByLabel("Approver: up to, in euros").fill("500");
    await authority.getByRole("button", { name: "Save" }).click();
    await authority.getByText("Earlier states").waitFor();
    await authority.getByText("Earlier states").click();
    await authority.getByText(/Approver €500\.00 · Manager €10,000\.00/).waitFor();
    const account = admin.getByRole("region", { name: "Account that we pay from" });
    await account.getByLabel("Owner of the account").fill("Übungs GmbH");
    await account.getByLabel("IBAN").fill("DE02 1203 0000 0000 2020 52");
    await account.getByRole("button", { name: "Save" }).click();
    await account.getByText(/no valid IBAN/).waitFor();
    await account.getByLabel("IBAN").fill("DE02 1203 0000 0000 2020 51");
    await account.getByRole("button", { name: "Save" }).click();
    await account.getByText("Earlier states").waitFor();
    const body = admin.getByRole("region", { name: "Conciliation body for consumers" });
    await body.getByLabel("Name").fill("Universalschlichtungsstelle des Bundes");
    await body.getByLabel("Address").fill("Straßburger Straße 8, 77694 Kehl");
    await body.getByLabel("Website").fill("https://www.verbraucher-schlichter.de");
    await body.getByRole("button", { name: "Save" }).click();
    await body.getByText("Please fill this in.").waitFor();
    await body.getByRole("radio", { name: "We are willing to" }).check();
    await body.getByRole("button", { name: "Save" }).click();
    await body.getByText("Earlier states").waitFor();
    // Loaded anew: what fades out meanwhile has no contrast for a moment.
    await admin.reload();
    await admin.getByRole("radio", { name: "We are willing to" }).and(admin.locator(":checked")).waitFor();
    assert.deepEqual(await barriers(admin), []);
    await picture(admin, "money-settings");
    await admin.setViewportSize(phone.viewport);
    await admin.reload();
    await admin.getByLabel("Website").waitFor();
    assert.equal(await overflows(admin), false);
    await picture(admin, "money-settings-phone");
  });

  test("the second proposal shows what it offers otherwise", async () => {
    await boss.goto(`${home}/desk/complaints/${id}`);
    await boss.getByText("Differences from proposal 1").waitFor();
    await boss.getByText("Refund · €240.50 · legal claim: Course fee").first().waitFor();
    await boss.getByText("Refunds and vouchers: €100.00 → €240.50").waitFor();
    await boss.getByText("€340.00").first().waitFor();
    assert.deepEqual(await barriers(boss), []);
    await picture(boss, "money-differences");
  });

  test("accepted, the refund is entered by a colleague and released by Britta", async () => {
    await decide(2, "accept");
    await mara.post(`/complaints/${id}/payments`, {
      measure: "2.1",
      payee: "Jürgen Groß",
      iban: "DE89370400440532013000",
    });
    await boss.getByRole("link", { name: "Payments" }).click();
    await boss.getByRole("heading", { name: "Payments", level: 1 }).waitFor();
    await boss.getByText("account ending 3000").waitFor();
    await boss.getByText("waits for release", { exact: true }).last().waitFor();
    assert.ok(!(await boss.content()).includes("DE89"));
    await picture(boss, "payments");
    await boss.getByRole("button", { name: /^Release: Jürgen Groß CT-/ }).click();
    await boss.getByRole("button", { name: "Order 1 (€240.50) from the bank" }).click();
    const link = boss.getByRole("link", { name: "Download: Order 1" });
    await link.waitFor();
    assert.deepEqual(await barriers(boss), []);
    const [download] = await Promise.all([boss.waitForEvent("download"), link.click()]);
    assert.equal(download.suggestedFilename(), "payments-1.xml");
    await picture(boss, "payments-ordered");
  });

  test("marked as paid with the keyboard; on a phone in the dark it is readable", async () => {
    await boss.getByRole("button", { name: /^Mark as paid: / }).focus();
    await boss.keyboard.press("Enter");
    await boss.getByLabel("Paid on").fill(Temporal.Now.plainDateISO("Europe/Berlin").toString());
    await boss.keyboard.press("Enter");
    await boss.getByText("No payments here.").waitFor();
    await boss.getByLabel("Show").selectOption("paid");
    await boss.getByText("Jürgen Groß").waitFor();
    await boss.getByRole("button", { name: "Light or dark" }).click();
    await boss.setViewportSize(phone.viewport);
    await boss.reload();
    await boss.getByLabel("Show").selectOption("paid");
    await boss.getByText("Jürgen Groß").waitFor();
    await picture(boss, "payments-phone-dark");
    assert.equal(await overflows(boss), false);
    assert.deepEqual(await barriers(boss), []);
    await boss.setViewportSize(desktop.viewport);
  });

  test("where there is no agreement, Britta says so in a form, and the page tells it", async () => {
    id = await discussed();
    await decide(2, "decline");
    await boss.goto(`${home}/desk/complaints/${id}`);
    await boss.getByRole("button", { name: "Record that there is no agreement" }).click();
    await boss.getByLabel("Why there will be no agreement").fill("He wants more than he paid.");
    assert.equal(await boss.getByRole("radio", { name: "Phone", exact: true }).count(), 0);
    await boss.getByRole("radio", { name: "Email", exact: true }).check();
    assert.deepEqual(await barriers(boss), []);
    await picture(boss, "deadlock-form");
    await boss
      .locator("form")
      .filter({ hasText: "Why there will be no agreement" })
      .getByRole("button", { name: "Record" })
      .click();
    await boss.getByText("The customer was told the conciliation body.").waitFor();
    await mara.post(`/complaints/${id}/referrals`, {
      body: "conciliation_body",
      name: "Universalschlichtungsstelle des Bundes",
      reference: "USS 12/26",
    });
    await boss.reload();
    await boss.getByText("USS 12/26").first().waitFor();
    assert.deepEqual(await barriers(boss), []);
    await picture(boss, "deadlock");
    await boss.getByText("DE", { exact: true }).click();
    await boss.getByText("Keine Einigung").first().waitFor();
    await picture(boss, "deadlock-german");
    assert.deepEqual(
      errors.filter((error) => !/40[19]|422/.test(error)),
      [],
    );
  });
});
