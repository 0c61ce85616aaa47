import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture, signIn } from "../chromium.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const password = "correct horse battery";

describe("The policy and the calendar are cared for in the browser, by two people", () => {
  let world: World;
  let browser: Browser;
  let ada: Page;
  let boss: Page;
  let mara: Colleague;
  const errors: string[] = [];
  let home = "";

  const enter = async (name: string, role: "admin" | "manager") => {
    const email = `${name.toLowerCase()}@office.test`;
    await addPerson(world.desk.db, { email, name, roles: [role], password }, world.now());
    const page = await openPage(browser, desktop);
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    await signIn(page, home, email, password);
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    return page;
  };

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    home = world.desk.url;
    browser = await openChromium();
    ada = await enter("Ada", "admin");
    boss = await enter("Boss", "manager");
    mara = await world.colleague("Mara", "handler");
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  test("Ada shortens the time for a proposal; a sentence that contradicts it is found and named", async () => {
    await ada.getByRole("link", { name: "Policy" }).click();
    await ada.getByRole("button", { name: "Begin a draft" }).click();
    await ada.getByText("It says one thing everywhere").waitFor();
    await ada.getByRole("textbox", { name: "Proposal", exact: true }).fill("4");
    const reminders = ada.getByRole("group", { name: "About a proposal" });
    await reminders.getByRole("textbox", { name: "Reminder 1, after", exact: true }).fill("3");
    await reminders.getByRole("button", { name: "Remove: About a proposal, reminder 2" }).click();
    await ada
      .getByRole("region", { name: "Reminders" })
      .getByRole("button", { name: "Add a reminder" })
      .last()
      .click();
    const scope = ada.getByRole("group", { name: "scope" }).getByLabel("Paragraphs (German)");
    const before = await scope.inputValue();
    await scope.fill(`${before}\n\nWir antworten an Werktagen.`);
    await ada.getByRole("button", { name: "Save" }).click();
    await ada.getByText("One thing keeps it from being published").waitFor();
    await ada.getByText("“Werktagen” includes Saturdays").waitFor();
    assert.equal(await ada.getByRole("button", { name: "Approve this state" }).isDisabled(), true);
    assert.deepEqual(await barriers(ada), []);
    await picture(ada, "policy-draft");
    await ada.getByRole("group", { name: "scope" }).getByLabel("Paragraphs (German)").fill(before);
    await ada.getByRole("button", { name: "Save" }).click();
    await ada.getByText("It says one thing everywhere").waitFor();
  });

  test("her own approval is refused; Boss approves and publishes, and the page says it at once", async () => {
    await ada.getByRole("button", { name: "Approve this state" }).click();
    await ada.getByText("You had a hand in this draft").waitFor();
    await boss.goto(ada.url());
    await boss.getByRole("button", { name: "Approve this state" }).click();
    // The story's clock stands still; the next version must take effect after the first.
    world.at({ seconds: 1 });
    await boss.getByRole("button", { name: "Publish", exact: true }).click();
    await boss.getByText("Version 2 is published.").waitFor();
    await ada.goto(`${home}/policy`);
    await ada.getByText("Within 4 business days, we will propose").waitFor();
    await ada.goto(`${home}/policy/versions/2/changes`);
    await ada.getByText("One line changed.").waitFor();
    const { reminders } = await world.desk.policyAt(world.now());
    const after = (businessDays: number) => ({ businessDays });
    assert.deepEqual(reminders, { proposal: [after(3)], followUp: [after(5), after(10), after(5)] });
    assert.deepEqual(await barriers(ada), []);
    await picture(ada, "policy-changes");
  });

  test("the calendar is corrected with its source, and the simulator counts by it at once", async () => {
    await ada.goto(`${home}/desk/calendar`);
    await ada.getByLabel("It starts on").fill("2027-07-05T10:00");
    await ada.getByText("Friday, 9 July 2027 at 17:00").first().waitFor();
    await ada.getByLabel("Date").fill("2027-07-07");
    await ada.getByLabel("Name in German").fill("Stadtfest");
    await ada.getByLabel("Name in English").fill("City fair");
    await ada.getByLabel("Source").fill("GVBl. 2027 S. 9");
    await ada.getByRole("button", { name: "Record the correction" }).click();
    await ada.getByText("Recorded. The running clocks follow.").waitFor();
    await ada.getByLabel("It starts on").fill("2027-07-05T10:01");
    await ada.getByText("Monday, 12 July 2027 at 17:00").first().waitFor();
    await ada.getByText("not counted: Wed 7 Jul (City fair)").waitFor();
    assert.deepEqual(await barriers(ada), []);
    await picture(ada, "calendar");
  });

  test("deputy and escalation contact are named, and who must hear is told in the app", async () => {
    const { id } = (
      await mara.post("/complaints", {
        platform: "ctterra",
        channel: "phone",
        complainant: { email: "anna@kundin.example", language: "en" },
        subject: { kind: "service" },
        statement: "Nobody answered.",
        receivedAt: Temporal.Instant.from(world.now())
          .subtract({ hours: 24 * 20 })
          .toString(),
      })
    ).body;
    await ada.goto(`${home}/desk/people`);
    await ada.getByText("Nobody is named for escalations").waitFor();
    await ada.getByRole("combobox", { name: "Escalation contacts" }).click();
    await ada.getByRole("option", { name: "Boss" }).click();
    await ada.keyboard.press("Escape");
    await ada.getByRole("button", { name: "Save" }).click();
    await ada.getByText("Nobody is named for escalations").waitFor({ state: "detached" });
    await world.app.jobs.tick({});
    await boss.goto(`${home}/desk/notices`);
    await boss.getByText(/CT-\d{4}-000001-\d: Proposal, missed/).waitFor();
    assert.deepEqual(await barriers(boss), []);
    await picture(boss, "news");
    await boss.getByRole("button", { name: "Mark all as read" }).click();
    await boss.getByText("unread").first().waitFor({ state: "detached" });
    assert.ok(id);
  });

  test("in the complaint every date says why, by the policy of its receipt, and the customer is told that it needs longer", async () => {
    const [{ id }] = (await mara.get("/complaints")).body.items;
    await boss.goto(`${home}/desk/complaints/${id}`);
    await boss.getByText("Why this date?").nth(1).click();
    await boss.getByText(/^5 business days after /).waitFor();
    await boss.getByRole("button", { name: "Send a holding letter" }).click();
    const form = boss.getByRole("region", { name: "Send a holding letter" });
    await form.getByRole("radio", { name: "Proposal" }).check();
    await boss.getByRole("combobox", { name: "Reason" }).click();
    await boss.getByRole("option", { name: "Complexity of the matter" }).click();
    await boss.getByLabel("Explanation to the customer").fill("Two trainers must still be heard.");
    await boss.getByLabel("The customer can expect it on").fill("2039-01-03");
    assert.ok(await form.getByRole("radio", { name: "Email" }).isChecked(), "the usual way is chosen");
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await boss.getByText("Holding letter sent").waitFor();
    await world.settle();
    assert.match(world.letter(/needs longer/).text ?? "", /Two trainers must still be heard/);
  });

  test("every one of these screens fits a phone, in German and in the dark", async () => {
    const small = await openPage(browser, {
      ...phone,
      colorScheme: "dark",
      locale: "de-DE",
      storageState: await ada.context().storageState(),
    });
    for (const [path, heading] of [
      ["policy", "Richtlinie"],
      ["calendar", "Kalender"],
      ["notices", "Neues"],
      ["people", "Personen"],
    ] as const) {
      await small.goto(`${home}/desk/${path}`);
      await small.evaluate("localStorage.setItem('language', 'de')");
      await small.reload();
      await small.getByRole("heading", { level: 1, name: heading }).waitFor();
      await small.waitForLoadState("networkidle");
      assert.equal(await overflows(small), false, path);
      assert.deepEqual(await barriers(small), [], path);
      await picture(small, `${path}-phone`);
    }
    await small.context().close();
  });

  test("a platform's own page embeds the policy with one line, in its language, and always the latest", async () => {
    let site: Server | undefined;
    try {
      site = createServer((_, answer) => {
        answer.setHeader("content-type", "text/html; charset=utf-8");
        answer.end(
          `<!doctype html><html lang="de"><title>Platform</title><h1>Unsere Beschwerderichtlinie</h1><script src="${home}/embed.js" data-platform="cleantech" async></script></html>`,
        );
      }).listen(0, "127.0.0.1");
      await once(site, "listening");
      const page = await openPage(browser, {});
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
      await page.getByText("Innerhalb von 4 Arbeitstagen").waitFor();
      const link = page.getByRole("link", { name: "Beschwerde online einreichen" });
      assert.equal(await link.getAttribute("href"), `${home}/de/p/cleantech/complain`);
      await page.context().close();
    } finally {
      site?.close();
    }
  });

  test("no screen broke its own content security policy or threw", () => {
    assert.deepEqual(
      errors.filter((text) => !/status of 4\d\d/.test(text)),
      [],
    );
  });
});
