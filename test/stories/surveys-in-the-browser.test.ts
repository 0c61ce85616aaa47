import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture, signIn } from "../chromium.ts";
import { openWorld, type World } from "../world.ts";

const password = "correct horse battery";

describe("Dora decides in the browser what survey answers are", () => {
  let world: World;
  let browser: Browser;
  let dora: Page;
  const day = (back: number) =>
    Temporal.Now.zonedDateTimeISO("Europe/Berlin").toPlainDate().subtract({ days: back }).toString();

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    browser = await openChromium();
    await addPerson(
      world.desk.db,
      { email: "dora@office.test", name: "Dora", roles: ["admin", "manager"], password },
      world.now(),
    );
    dora = await openPage(browser, desktop);
    await signIn(dora, world.desk.url, "dora@office.test", password);
    await dora.getByRole("link", { name: "Surveys" }).click();
    await dora.getByRole("heading", { name: "Surveys", level: 1 }).waitFor();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  const bring = async (text: string) => {
    const form = dora.getByRole("region", { name: "Import answers" });
    await form.locator("input[type=file]").setInputFiles({
      name: "answers.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
    await form.getByRole("button", { name: "Import", exact: true }).click();
  };

  test("she imports a file; a wrong line is named, then all are taken", async () => {
    await dora.getByLabel("Which survey").fill("End of course");
    await bring(`id;date;platform;score\n1;${day(1)};ctterra;7\n`);
    await dora.getByText("Line 2, column “score”: “7” is not on the scale").waitFor();
    assert.deepEqual(await barriers(dora), []);
    await bring(
      [
        "id;date;platform;score;score 2;words;name;email;contact wanted",
        `1;${day(1)};ctterra;5;4;;;;`,
        `2;${day(2)};ctterra;2;4;The rope was worn, and nobody listened.;Anna;anna@kundin.example;yes`,
        `3;${day(40)};ctterra;1;;We never got the certificate.;;;`,
        `4;${day(3)};ctterra;1;1;;Otto;otto@kunde.example;`,
      ].join("\n"),
    );
    await dora.getByText("4 answers are new, 3 of them low; 0 were here before.").waitFor();
    await dora.getByText("1 contact was left out").waitFor();
    await dora.getByText("3 possible complaints").waitFor();
    await picture(dora, "surveys");
    assert.deepEqual(await barriers(dora), []);
  });

  /** What was said in passing lies over a button for a moment. */
  const quiet = () => dora.locator(".mantine-Notification-root").first().waitFor({ state: "detached" });
  const card = (words: string) => dora.getByRole("article").filter({ hasText: words });

  test("by keyboard she makes a complaint of one, and it is in the register", async () => {
    const rope = card("The rope was worn");
    await rope.getByRole("button", { name: "Make a complaint of it" }).focus();
    await dora.keyboard.press("Enter");
    await rope.getByRole("button", { name: "Record" }).focus();
    await dora.keyboard.press("Enter");
    await dora.getByText("2 possible complaints").waitFor();
    const rows = await world.desk.db.selectFrom("complaint").select(["channel", "platform"]).execute();
    assert.deepEqual(rows, [{ channel: "other", platform: "ctterra" }]);
  });

  test("one of long ago asks why so late; no complaint asks why not", async () => {
    const late = card("never got the certificate");
    await late.getByRole("button", { name: "Make a complaint of it" }).click();
    await late.getByRole("button", { name: "Record" }).click();
    await late.getByText("Please fill this in.").waitFor();
    await late.getByLabel("It reached us more than 30 days ago").fill("The survey was sent late.");
    await quiet();
    await picture(dora, "surveys-deciding");
    assert.deepEqual(await barriers(dora), []);
    await late.getByRole("button", { name: "Record" }).click();
    await dora.getByText("1 possible complaint", { exact: true }).waitFor();
    const numbers = card("No words, only numbers");
    await numbers.getByRole("button", { name: "No complaint" }).click();
    await numbers.getByLabel("Why is it no complaint?").fill("All boxes were ticked at once.");
    await numbers.getByRole("button", { name: "Record" }).click();
    await dora.getByText("No low answer waits for a look.").waitFor();
    await dora.getByRole("combobox", { name: "Show" }).click();
    await dora.getByRole("option", { name: "decided" }).click();
    await dora.getByText("No complaint: All boxes were ticked at once.").waitFor();
    await dora
      .getByRole("link", { name: /Complaint CT-/ })
      .first()
      .waitFor();
  });

  test("what is low is a setting", async () => {
    await dora.getByRole("link", { name: "Settings" }).click();
    const setting = dora.getByRole("region", { name: "Low answers in surveys" });
    await setting.getByLabel("The worst").fill("1");
    await setting.getByRole("button", { name: "Save" }).click();
    await setting.locator("button:not([data-loading])", { hasText: "Save" }).waitFor();
    await setting.locator("summary").click();
    await setting.getByText("the worst 1 of 5").waitFor();
    await quiet();
    assert.deepEqual(await barriers(dora), []);
  });

  test("in German, dark, on a phone, it has no barriers and fits", async () => {
    const small = await openPage(browser, {
      ...phone,
      colorScheme: "dark",
      storageState: await dora.context().storageState(),
    });
    await small.addInitScript("localStorage.setItem('language', 'de')");
    await small.goto(`${world.desk.url}/desk/surveys`);
    await small.getByRole("heading", { name: "Befragungen", level: 1 }).waitFor();
    await small.getByRole("combobox", { name: "Anzeigen" }).click();
    await small.getByRole("option", { name: "alle Antworten" }).click();
    await small.getByRole("article").first().waitFor();
    await small.waitForLoadState("networkidle");
    await picture(small, "surveys-phone");
    assert.deepEqual(await barriers(small), []);
    assert.equal(await overflows(small), false);
  });
});
