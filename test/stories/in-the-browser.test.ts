import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { firstInvitation } from "../../src/organisation/staff/invitations.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture } from "../chromium.ts";
import { openWorld, type World } from "../world.ts";

const password = "correct horse battery";

describe("A complaint is carried from a phone call to closed in the browser", () => {
  let world: World;
  let browser: Browser;
  let desk: Page;
  let customer: Page;
  const errors: string[] = [];
  let home = "";

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    home = world.desk.url;
    browser = await openChromium();
    desk = await openPage(browser, desktop);
    customer = await openPage(browser, { ...phone, javaScriptEnabled: false });
    for (const page of [desk, customer])
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  const step = async (page: Page, name: string) => {
    const control = page.getByRole("button", { name, exact: true });
    if (await control.count()) await control.click();
  };
  const saved = (page: Page) => page.getByText("Recorded.").last().waitFor();
  /** What was just recorded has left the page before the next step is taken. */
  const record = async (page: Page, button = "Record") => {
    await page.getByRole("button", { name: button, exact: true }).first().click();
    await saved(page);
  };

  test("the first administrator sets up the account with the one-time link", async () => {
    const invitation = await firstInvitation(world.desk.db, world.now());
    await desk.goto(`${home}/desk/set-up/${invitation}`);
    await desk.getByLabel("Your name").fill("Mara Admin");
    await desk.getByLabel("Email address").fill("mara@office.test");
    await desk.getByRole("textbox", { name: "Password" }).fill(password);
    assert.deepEqual(await barriers(desk), []);
    await desk.getByRole("button", { name: "Create account" }).click();
    await desk.getByRole("heading", { name: "Register", level: 1 }).waitFor();
    await desk.getByText("No complaint here.").waitFor();
  });

  test("a call is taken down in one form and the reference is read out", async () => {
    await desk.keyboard.press("n");
    await desk
      .getByLabel("The complaint, in the person's words")
      .fill("The solar course on Monday was cancelled without any notice, and I had booked a hotel.");
    await desk.getByLabel("Name", { exact: true }).fill("Robert Rufer");
    await desk.getByLabel("Phone number").fill("0176 1234567");
    await desk.getByLabel("Email address").fill("robert@kunde.example");
    await desk.getByRole("combobox", { name: "Language" }).click();
    await desk.getByRole("option", { name: "English" }).click();
    assert.deepEqual(await barriers(desk), []);
    await picture(desk, "intake");
    await desk.getByRole("button", { name: "Save and get the reference" }).click();
    await desk
      .getByText(/CT-\d{4}-000001-\d/)
      .first()
      .waitFor();
    await picture(desk, "receipt");
    await desk.getByRole("button", { name: "I told the person" }).click();
    await desk.getByText("Acknowledged.").waitFor();
    await desk.getByRole("link", { name: "Open the complaint" }).click();
    await desk.getByRole("heading", { level: 1, name: /CT-/ }).waitFor();
  });

  test("Mara takes it over, investigates, finds and drafts", async () => {
    await desk.getByRole("combobox", { name: "Owner" }).click();
    await desk.getByRole("option", { name: "Mara Admin" }).click();
    await record(desk);
    await desk.getByText("Begin the investigation").first().waitFor();
    await desk.getByRole("textbox", { name: /^Plan/ }).fill("Look at the booking; ask the trainer.");
    await record(desk);
    await desk.getByRole("textbox", { name: "Allegation" }).fill("The course was cancelled without notice");
    await desk.getByRole("radio", { name: "upheld", exact: true }).check();
    await desk.getByLabel("Reasons").fill("The notice was written and never sent.");
    await record(desk);
    await step(desk, "Draft a proposal");
    await desk
      .getByLabel("Explanation to the customer")
      .fill("We are sorry. The notice was written and never sent, and that must not happen.");
    await desk.getByRole("combobox", { name: "Kind" }).click();
    await desk.getByRole("option", { name: "Refund" }).click();
    await desk.getByLabel("Description").fill("Course fee and hotel");
    await desk.getByLabel("Amount in euros").fill("1.240,50");
    await picture(desk, "proposal-form");
    assert.deepEqual(await barriers(desk), []);
    await desk
      .locator("form")
      .filter({ hasText: "Explanation to the customer" })
      .getByRole("button", { name: "Record" })
      .click();
    await desk.getByText("€1,240.50").first().waitFor();
    assert.equal(
      await desk.getByText("Approve the proposal").count(),
      0,
      "nobody is offered to approve their own draft",
    );
  });

  test("a colleague signs in and approves", async () => {
    const added = await addPerson(
      world.desk.db,
      { email: "boss@office.test", name: "Britta Boss", roles: ["manager"], password },
      world.now(),
    );
    assert.ok(!("refused" in added));
    const boss = await openPage(browser, { ...desktop, locale: "de-DE", colorScheme: "dark" });
    await boss.goto(desk.url());
    await boss.getByLabel("E-Mail-Adresse").fill("boss@office.test");
    await boss.getByRole("textbox", { name: "Passwort" }).fill("falsch falsch falsch");
    await boss.getByRole("button", { name: "Anmelden" }).click();
    await boss.getByRole("alert").waitFor();
    await boss.getByRole("textbox", { name: "Passwort" }).fill(password);
    await boss.getByRole("button", { name: "Anmelden" }).click();
    await boss.getByText("Vorschlag freigeben").first().waitFor();
    await boss.getByRole("heading", { name: "Verlauf" }).waitFor();
    assert.deepEqual(await barriers(boss), []);
    await picture(boss, "complaint-dark-german");
    await boss.getByRole("button", { name: "Freigeben", exact: true }).click();
    await boss.getByText("Erfasst.").waitFor();
    await boss.context().close();
  });

  test("Mara sends it, though her page was from before the approval", async () => {
    await desk.reload();
    await desk.getByText("Send the proposal").first().waitFor();
    await desk.getByRole("radio", { name: "Email" }).first().check();
    await desk.getByRole("button", { name: "Send", exact: true }).click();
    await saved(desk);
    await world.settle();
    await desk.reload();
    await desk.getByText("Resolution proposed").first().waitFor();
    await picture(desk, "complaint");
  });

  test("the customer accepts on a phone, without any script, on one page", async () => {
    const url = /http:\/\/localhost:\d+\S*\/decision/.exec(world.letter(/Our proposal/).text ?? "")?.[0];
    assert.ok(url);
    await customer.goto(url);
    assert.match((await customer.textContent("main")) ?? "", /€1,240\.50/);
    assert.equal(await overflows(customer), false);
    await picture(customer, "decision-phone");
    await customer.getByRole("button", { name: "Send my answer" }).click();
    await customer.getByRole("alert").waitFor();
    await customer.getByRole("radio", { name: /I accept the proposal/ }).check();
    await customer.getByRole("button", { name: "Send my answer" }).click();
    await customer.getByText(/You accepted this proposal/).waitFor();
    await picture(customer, "decided-phone");
  });

  test("the refund is paid, the customer says it is solved, and Mara closes", async () => {
    await desk.reload();
    await desk.getByText("Record that a measure is carried out").first().waitFor();
    await record(desk);
    await desk.getByText("Follow up", { exact: true }).first().waitFor();
    await desk.getByRole("radio", { name: "Send the question by email" }).check();
    await record(desk);
    await world.settle();
    const url = /http:\/\/localhost:\d+\S*\/follow-up/.exec(world.letter(/Is it solved/).text ?? "")?.[0];
    await customer.goto(url!);
    await customer.getByRole("radio", { name: "Yes, it is solved" }).check();
    await customer.getByRole("button", { name: "Send my answer" }).click();
    await customer.getByText(/glad that it is solved/).waitFor();
    assert.equal(await overflows(customer), false);
    await picture(customer, "satisfaction-phone");
    const dark = await openPage(browser, { ...phone, colorScheme: "dark" });
    await dark.goto(url!.replace("/p/", "/de/p/"));
    await dark.getByRole("heading", { name: /Noch zwei Fragen/ }).waitFor();
    assert.deepEqual(await barriers(dark), [], "the two questions");
    assert.equal(await overflows(dark), false);
    await picture(dark, "satisfaction-phone-dark");
    await dark.context().close();
    await customer.getByRole("radio", { name: "4, satisfied" }).first().check();
    await customer.getByRole("button", { name: "Send", exact: true }).click();
    await customer.getByText("Thank you, that helps.").waitFor();
    await desk.reload();
    await desk.getByText("4 of 5, satisfied").waitFor();
    await desk.getByRole("radio", { name: "Resolved" }).first().waitFor();
    await record(desk);
    await desk.getByText("Closed").first().waitFor();
    await picture(desk, "closed");
  });

  test("a search among open ones says that a closed one is meant, though it was mistyped, and leads to it", async () => {
    await desk.goto(`${home}/desk/`);
    await desk.getByLabel("Search").fill("solra");
    await desk.getByText("Nothing open is found for that.").waitFor();
    await desk.getByText("spelled nearly so").waitFor();
    await picture(desk, "search-notes");
    assert.deepEqual(await barriers(desk), []);
    await desk.setViewportSize(phone.viewport);
    await desk.emulateMedia({ colorScheme: "dark" });
    await desk.reload();
    await desk.getByRole("button", { name: "Also in 1 closed complaint" }).waitFor();
    assert.equal(await overflows(desk), false);
    await picture(desk, "search-notes-phone-dark");
    await desk.setViewportSize(desktop.viewport);
    await desk.emulateMedia({ colorScheme: "light" });
    await desk.getByRole("button", { name: "Also in 1 closed complaint" }).click();
    await desk.getByRole("row", { name: /Closed/ }).waitFor();
  });

  test("every staff screen is free of barriers, light and dark, and fits a phone in German", async () => {
    const small = await openPage(browser, {
      ...phone,
      locale: "de-DE",
      colorScheme: "dark",
      storageState: await desk.context().storageState(),
    });
    await small.addInitScript("localStorage.setItem('language', 'de')");
    for (const [path, heading] of [
      ["", "Verzeichnis"],
      ["new", "Neue Beschwerde"],
      ["mail", "Post"],
      ["people", "Personen"],
      ["issues", "Systemische Probleme"],
      ["lists", "Listen"],
    ] as const) {
      await desk.goto(`${home}/desk/${path}`);
      await desk.getByRole("heading", { level: 1 }).waitFor();
      assert.deepEqual(await barriers(desk), [], `/desk/${path} light`);
      await picture(desk, `desk-${path || "register"}`);
      await small.goto(`${home}/desk/${path}${path === "" ? "?stage=all" : ""}`);
      await small.getByRole("heading", { level: 1, name: heading }).waitFor();
      await small.waitForLoadState("networkidle");
      assert.deepEqual(await barriers(small), [], `/desk/${path} dark`);
      assert.equal(await overflows(small), false, `/desk/${path} on a phone`);
      await picture(small, `desk-${path || "register"}-phone`);
    }
    await small.context().close();
  });

  test("every public page is free of barriers and fits a phone, in both languages, light and dark", async () => {
    const dark = await openPage(browser, { ...phone, colorScheme: "dark" });
    for (const path of [
      "/policy",
      "/de/policy",
      "/complain",
      "/de/p/cleantech/complain",
      "/status",
      "/de/status",
      "/policy/versions",
      "/privacy",
      "/de/privacy",
      "/s/wrong",
    ]) {
      for (const page of [customer, dark]) {
        await page.goto(`${home}${path}`);
        assert.equal(await overflows(page), false, path);
      }
      assert.deepEqual(await barriers(dark), [], `${path} dark`);
      await picture(customer, `public${path.replaceAll("/", "-")}`);
    }
    await picture(dark, "public-lost-dark");
    await dark.context().close();
  });

  test("the customer makes a complaint by form, finds a mistake kept with the words, and gets a receipt", async () => {
    const page = await openPage(browser, { ...phone, javaScriptEnabled: false });
    await page.goto(`${home}/de/p/cleantech/complain`);
    await page.getByLabel("Was ist passiert?").fill("Die Unterlagen <b>fehlten</b>.");
    await page.getByLabel(/Ihre E-Mail-Adresse/).fill("nicht-ganz@");
    await page.getByRole("button", { name: "Beschwerde absenden" }).click();
    assert.equal(await page.getByLabel("Was ist passiert?").inputValue(), "Die Unterlagen <b>fehlten</b>.");
    await picture(page, "form-mistakes");
    await page.getByLabel(/Ihre E-Mail-Adresse/).fill("zoe@kundin.example");
    await page.getByRole("radio", { name: "Schulungsprogramm" }).check();
    await page.getByRole("button", { name: "Beschwerde absenden" }).click();
    await page
      .getByText(/CT-\d{4}-000002-\d/)
      .first()
      .waitFor();
    await picture(page, "receipt-phone");
    const [reference, code] = await page.locator(".big").allTextContents();
    await page.goto(`${home}/de/status`);
    await page
      .getByLabel("Vorgangsnummer")
      .fill(reference!.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)));
    await page.getByLabel("Code").fill(code!);
    await page.getByRole("button", { name: "Meine Beschwerde anzeigen" }).click();
    await page
      .getByText(/Tippfehler/)
      .first()
      .waitFor();
    await page.getByLabel("Vorgangsnummer").fill(reference!.toLowerCase().replaceAll("-", " "));
    await page.getByLabel("Code").fill(code!.toLowerCase());
    await page.getByRole("button", { name: "Meine Beschwerde anzeigen" }).click();
    await page.getByRole("heading", { name: /Ihre Beschwerde/ }).waitFor();
    assert.match(
      (await page.textContent("main")) ?? "",
      /Die Unterlagen <b>fehlten<\/b>\./,
      "shown as it was written, and not as markup",
    );
    await picture(page, "status-phone");
    await page.context().close();
  });

  test("no page broke its own content security policy or threw", () => {
    const ours = errors.filter((text) => !/status of 4\d\d/.test(text));
    assert.deepEqual(ours, []);
  });
});
