import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture, signIn } from "../chromium.ts";
import { openWorld, type World } from "../world.ts";

const password = "correct horse battery";

describe("Ada says in the browser who gets which complaint", () => {
  let world: World;
  let browser: Browser;
  let ada: Page;

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    browser = await openChromium();
    for (const name of ["Mara", "Emil", "Otto"]) await world.colleague(name, "handler");
    await addPerson(
      world.desk.db,
      { email: "ada@office.test", name: "Ada", roles: ["admin"], password },
      world.now(),
    );
    ada = await openPage(browser, desktop);
    await signIn(ada, world.desk.url, "ada@office.test", password);
    await ada.getByRole("link", { name: "Routing" }).click();
    await ada.getByRole("heading", { name: "Routing", level: 1 }).waitFor();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  const choose = async (page: Page, label: string, ...names: string[]) => {
    await page.getByRole("combobox", { name: label }).or(page.getByLabel(label)).first().click();
    for (const name of names) await page.getByRole("option", { name }).click();
    await page.keyboard.press("Escape");
  };

  test("she reads no complaints by her role, so she begins with people and has no register", async () => {
    const navigation = ada.getByRole("navigation");
    await navigation.getByRole("link", { name: "People" }).waitFor();
    for (const name of ["Register", "New complaint", "Payments"])
      assert.equal(await navigation.getByRole("link", { name, exact: true }).count(), 0, name);
    await ada.goto(`${world.desk.url}/desk/`);
    await ada.getByRole("heading", { name: "People", level: 1 }).waitFor();
    await ada.getByRole("link", { name: "Mail", exact: true }).click();
    await ada.getByRole("tab", { name: "Mailboxes", selected: true }).waitFor();
    assert.equal(await ada.getByRole("tab").count(), 1);
    await ada.getByRole("link", { name: "Routing" }).click();
    await ada.getByRole("heading", { name: "Routing", level: 1 }).waitFor();
  });

  test("a line with its department and people is saved, and holds when the page is opened again", async () => {
    await ada.getByRole("button", { name: "Add a line" }).click();
    await choose(ada, "Category", "Exam, assessment, certificate");
    await ada.getByLabel("Department").fill("Exams");
    await choose(ada, "Owners", "Mara", "Emil");
    await ada.getByRole("button", { name: "Save" }).first().click();
    await ada.getByText("Saved. It holds from the next minute on.").first().waitFor();
    await ada.reload();
    assert.equal(await ada.getByLabel("Department").inputValue(), "Exams");
    await ada.locator("input[value='Exam, assessment, certificate']").waitFor();
    await picture(ada, "routing");
    assert.deepEqual(await barriers(ada), []);
  });

  test("who is away gets nothing new; a span that ends before it begins is refused with a word", async () => {
    await ada.getByRole("button", { name: "Add an absence" }).click();
    const absences = ada.getByRole("form", { name: "Absences" });
    await choose(ada, "Who", "Mara");
    await absences.getByLabel("From").fill("2026-12-24");
    await absences.getByLabel("To").fill("2026-12-01");
    await absences.getByRole("button", { name: "Save" }).click();
    await absences.getByRole("alert").waitFor();
    await absences.getByLabel("To").fill("2026-12-31");
    await absences.getByRole("button", { name: "Save" }).click();
    await ada.getByText("Saved. It holds from the next minute on.").first().waitFor();
  });

  test("in German, dark, on a phone, it has no barriers and fits", async () => {
    const small = await openPage(browser, {
      ...phone,
      colorScheme: "dark",
      storageState: await ada.context().storageState(),
    });
    await small.addInitScript("localStorage.setItem('language', 'de')");
    await small.goto(`${world.desk.url}/desk/routing`);
    await small.getByRole("heading", { name: "Zuteilung", level: 1 }).waitFor();
    await small.waitForLoadState("networkidle");
    await picture(small, "routing-phone");
    assert.deepEqual(await barriers(small), []);
    assert.equal(await overflows(small), false);
  });
});
