import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Role } from "../../src/core/access/access.ts";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import {
  barriers,
  desktop,
  openChromium,
  openPage,
  overflows,
  phone,
  picture,
  recorded,
  signIn,
} from "../chromium.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const password = "correct horse battery";

describe("Training is planned, recorded and confirmed in the browser", () => {
  let world: World;
  let browser: Browser;
  let boss: Page;
  let mara: Page;
  let ida: Colleague;
  let complaint = "";
  const errors: string[] = [];

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    browser = await openChromium();
    ida = await world.colleague("Ida", "intake");
    await world.colleague("Emil", "handler");
    mara = await arrive("Mara Mustermann", "handler");
    boss = await arrive("Britta Boss", "manager");
    const { body } = await ida.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Jürgen Groß" },
      subject: { kind: "programme" },
      statement: "On Monday the trainer did not come and nobody told us until the afternoon.",
    });
    complaint = body.id;
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  async function arrive(name: string, role: Role): Promise<Page> {
    const email = `${role}@office.test`;
    await addPerson(world.desk.db, { email, name, roles: [role], password }, world.now());
    const page = await openPage(browser, desktop);
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    await signIn(page, world.desk.url, email, password);
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    await page.getByRole("link", { name: "Training" }).click();
    await page.getByRole("heading", { name: "Training", level: 1 }).waitFor();
    return page;
  }
  const today = () => Temporal.Now.plainDateISO("Europe/Berlin");

  test("an empty office is told that everybody may own complaints, and plans its first session", async () => {
    await boss.getByText(/everybody may own complaints; afterwards/).waitFor();
    await boss.getByText("No session is planned or recorded.").waitFor();
    await boss.getByText("0 of 3 people who own complaints are trained").waitFor();
    await boss.getByRole("button", { name: "Plan or record a session" }).click();
    const form = boss.getByRole("form", { name: "Plan or record a session" });
    await form.getByLabel("Date").fill(today().toString());
    await form.getByRole("radio", { name: "Somebody from outside" }).check();
    await form
      .getByLabel("Content")
      .fill("Listening first.\nThen writing it down in the words of the customer.");
    await form.getByLabel("Materials").fill("Policy, form for the telephone");
    assert.deepEqual(await barriers(boss), []);
    await picture(boss, "training-plan");
    await form.getByRole("button", { name: "Record" }).click();
    await form.getByText("Please fill this in.").waitFor();
    await form.getByRole("textbox", { name: "Name" }).fill("Dr. Lehr");
    await form.getByRole("button", { name: "Record" }).click();
    await boss.getByText("Trainer: Dr. Lehr").waitFor();
    await boss.getByText("planned", { exact: true }).waitFor();
  });

  test("Mara drafts a lesson from a case; the name in it is refused, and what she typed stays", async () => {
    await mara.goto(`${world.desk.url}/desk/complaints/${complaint}`);
    await mara.getByRole("link", { name: "Draft a lesson from this case" }).click();
    await mara.getByText(/^From CT-/).waitFor();
    const form = mara.getByRole("form", { name: "Draft a lesson from this case" });
    await form.getByLabel("Lesson").fill("Mr Groß should have been called at once.");
    await form.getByRole("button", { name: "Record" }).click();
    await form.getByText(/names the customer, or who is complained about/).waitFor();
    assert.equal(await form.getByLabel("Lesson").inputValue(), "Mr Groß should have been called at once.");
    await picture(mara, "training-lesson-refused");
    await form
      .getByLabel("Lesson")
      .fill("Whoever notices that a trainer is missing calls everybody at once.");
    await form.getByRole("button", { name: "Record" }).click();
    await recorded(mara, "Whoever notices that a trainer is missing").waitFor();
    await mara.getByRole("link", { name: "Open the case" }).waitFor();
  });

  test("the manager takes it into the session, and records with the keyboard that it was held and who was there", async () => {
    await boss.reload();
    const accept = boss.getByRole("button", { name: "Accept" });
    await accept.focus();
    await boss.keyboard.press("Enter");
    await boss.getByRole("form", { name: "Accept" }).getByRole("button", { name: "Record" }).click();
    const session = boss.getByRole("region", { name: new RegExp(String(today().year)) });
    await session.getByText("Whoever notices that a trainer is missing").waitFor();
    await session.getByRole("button", { name: "Change or correct" }).click();
    await session.getByRole("radio", { name: "held" }).check();
    await session.getByRole("button", { name: "Record", exact: true }).click();
    await session.getByText("Nobody is recorded yet.").waitFor();
    await session.getByRole("button", { name: "Record who was there" }).click();
    const there = session.getByLabel("Who was there", { exact: true });
    await there.first().click();
    await boss.getByRole("option", { name: "Mara Mustermann" }).click();
    await boss.keyboard.press("Escape");
    await session.getByRole("button", { name: "Record", exact: true }).click();
    await session.getByText("Who was there: Mara Mustermann").waitFor();
    await boss.getByText(/everybody may own complaints; afterwards/).waitFor({ state: "detached" });
    await session.getByText("Every change").click();
    await session.getByText(/Mara Mustermann was there/).waitFor();
    await boss.getByText("Missing: confirmation of the policy").waitFor();
    assert.deepEqual(await barriers(boss), []);
    await picture(boss, "training-held");
  });

  test("Mara confirms the policy for herself, and sees until when she is trained", async () => {
    await mara.reload();
    await mara.getByText("You are not trained at present.").waitFor();
    const read = mara.getByRole("link", { name: "Read version 1 of the policy" });
    const page = await read.getAttribute("href");
    assert.equal((await mara.request.get(`${world.desk.url}${page}`)).status(), 200);
    await mara.getByRole("button", { name: "I have read and understood version 1" }).click();
    await mara.getByText("Version 1 is confirmed.").waitFor();
    await mara.getByText(/^You are trained through .* 20\d\d\.$/).waitFor();
    assert.equal(await mara.getByRole("heading", { name: "Who is trained" }).count(), 0);
    assert.deepEqual(await barriers(mara), []);
    await picture(mara, "training-own");
    await boss.reload();
    await boss.getByText("1 of 3 people who own complaints are trained").waitFor();
    const [download] = await Promise.all([
      boss.waitForEvent("download"),
      boss.getByRole("link", { name: "Table of people (CSV)" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "training-coverage.csv");
  });

  test("in German, dark, on a phone, it has no barriers and fits", async () => {
    await boss.addInitScript("localStorage.setItem('language', 'de')");
    await boss.setViewportSize(phone.viewport);
    await boss.getByRole("button", { name: "Light or dark" }).click();
    await boss.reload();
    await boss.getByText("1 von 3 Personen, die zuständig sein können, sind geschult").waitFor();
    await boss.getByText("Wer dabei war: Mara Mustermann").waitFor();
    assert.equal(await overflows(boss), false);
    assert.deepEqual(await barriers(boss), []);
    await picture(boss, "training-phone-dark");
    await boss.goto(`${world.desk.url}/desk/training?from=${complaint}`);
    await boss.getByText(/^Aus CT-/).waitFor();
    assert.equal(await overflows(boss), false);
    assert.deepEqual(
      errors.filter((error) => !/40[19]|422/.test(error)),
      [],
    );
  });

  test("an administrator sets how long training counts", async () => {
    const admin = await arrive("Ada Root", "admin");
    await admin.getByRole("link", { name: "Settings" }).click();
    const rules = admin.getByRole("region", { name: "Training" });
    await rules.getByLabel("A session counts for, in months").fill("18");
    await rules.getByRole("button", { name: "Save" }).click();
    await rules.getByText("Earlier states").click();
    await rules.getByText(/18 months · 30 days to confirm · reminders at 30, 7 days/).waitFor();
    assert.deepEqual(await barriers(admin), []);
    await picture(admin, "training-rules");
    await admin.getByRole("link", { name: "Routing" }).click();
    await admin
      .getByRole("region", { name: "Who may own complaints" })
      .getByText("Mara Mustermann")
      .waitFor();
    await picture(admin, "training-routing");
  });
});
