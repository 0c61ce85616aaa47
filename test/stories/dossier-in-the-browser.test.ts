import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture, signIn } from "../chromium.ts";
import { unzip } from "../unzip.ts";
import { openWorld, type World } from "../world.ts";

const password = "correct horse battery";

describe("An auditor takes a dossier along in the browser", () => {
  let world: World;
  let browser: Browser;
  let ada: Page;
  let id: string;
  const errors: string[] = [];

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    const mara = await world.colleague("Mara", "handler");
    const complaint = {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Otto Kunde" },
      subject: { kind: "service" },
      statement: "Mara did not call me back.",
    };
    ({ id } = (await mara.post("/complaints", complaint)).body);
    const email = "ada@office.test";
    await addPerson(world.desk.db, { email, name: "Ada", roles: ["auditor"], password }, world.now());
    browser = await openChromium();
    ada = await openPage(browser, desktop);
    ada.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    ada.on("pageerror", (error) => errors.push(error.message));
    await signIn(ada, world.desk.url, email, password);
    await ada.getByRole("heading", { name: "Register", level: 1 }).waitFor();
    await ada.goto(`${world.desk.url}/desk/complaints/${id}`);
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  const card = () => ada.getByRole("region", { name: "Dossier" });

  test("she hides the staff's names and one more, gets a ZIP, and sees in the timeline that she took it", async () => {
    await card().getByLabel("Names in it").selectOption("hide the staff's");
    await card().getByLabel("Hide these names too").fill("Otto Kunde");
    await ada.keyboard.press("Enter");
    assert.deepEqual(await barriers(ada), []);
    const [download] = await Promise.all([
      ada.waitForEvent("download"),
      card().getByRole("button", { name: "ZIP with originals and proof" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^CT-\d{4}-000001-\d\.zip$/);
    const files = unzip(readFileSync(await download.path()));
    const said = files.get("timeline.csv")!.toString();
    assert.match(said, /Person [A-Z] did not call me back/);
    assert.doesNotMatch(said, /Mara|Otto|Kunde/);
    await ada.getByRole("region", { name: "Timeline" }).getByText("Dossier handed out").waitFor();
    await ada.getByText("ZIP · Names of staff are hidden").waitFor();
    await picture(ada, "dossier");
  });

  test("a refusal is shown where she asked, and the card fits a phone", async () => {
    await card().getByLabel("Hide these names too").fill("Person");
    await ada.keyboard.press("Enter");
    await card().getByRole("button", { name: "PDF" }).click();
    await card().getByRole("alert").waitFor();
    await ada.setViewportSize(phone.viewport);
    assert.equal(await overflows(ada), false);
    assert.deepEqual(await barriers(ada), []);
    await picture(ada, "dossier-phone");
    const unexpected = errors.filter((error) => !/status of (401|422)/.test(error));
    assert.deepEqual(unexpected, []);
  });
});
