import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { complaintAbout, office } from "../causes.ts";
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
import type { World } from "../world.ts";

const password = "correct horse battery";

describe("Dora improves a programme in the browser", () => {
  let world: World;
  let browser: Browser;
  let dora: Page;
  let reference: string;
  const now = Temporal.Now.zonedDateTimeISO("Europe/Berlin");
  const ago = (days: number) => now.subtract({ days }).toPlainDate().toString();

  before(async () => {
    const opened = await office({ browser: true, start: now.subtract({ days: 300 }).toInstant().toString() });
    ({ world } = opened);
    for (let count = 0; count < 9; count += 1) {
      world.at({ hours: 24 * 11 });
      ({ reference } = await complaintAbout(opened.mara));
    }
    world.at(now.toInstant().toString());
    browser = await openChromium();
    await addPerson(
      world.desk.db,
      { email: "head@office.test", name: "Hanna Head", roles: ["manager"], password },
      world.now(),
    );
    dora = await openPage(browser, desktop);
    await signIn(dora, world.desk.url, "head@office.test", password);
    await dora.getByRole("link", { name: "Improvement" }).click();
    await dora.getByRole("heading", { name: "Improvement", level: 1 }).waitFor();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  const choose = async (field: string, option: string) => {
    await dora.getByRole("combobox", { name: field }).click();
    await dora.getByRole("option", { name: option }).click();
  };

  /** Whatever other form is still closing. */
  const record = (form: string) =>
    dora.getByRole("form", { name: form }).getByRole("button", { name: "Record", exact: true }).click();

  test("she opens an action, for somebody, with a cause and a programme", async () => {
    await dora.getByRole("button", { name: "Open an action" }).click();
    await dora.getByLabel("What is to be done").fill("A new handout for wind 1");
    await dora.getByLabel("Why, and how").fill("Module 3 contradicts itself.");
    await choose("Responsible", "Mara");
    await dora.getByLabel("Due on").fill(ago(-20));
    await choose("Root cause", "Error in the content");
    await choose("Programme", "Wind power for fitters");
    await record("Open an action");
    await dora.getByRole("heading", { name: "A new handout for wind 1", level: 1 }).waitFor();
    assert.deepEqual(await barriers(dora), []);
  });

  test("she links a complaint, adds a text as evidence and notes how it stands", async () => {
    await dora.getByRole("button", { name: "Link a complaint" }).click();
    await dora.getByLabel("Reference of the complaint").fill(reference);
    await record("Link a complaint");
    await dora.getByRole("link", { name: reference }).waitFor();
    await dora.getByRole("button", { name: "Add a text" }).click();
    await dora.getByLabel("What is it?").fill("Minutes");
    await dora.getByRole("textbox", { name: "Text" }).fill("We agreed on a third edition.");
    await dora.getByRole("radio", { name: "a department" }).check();
    await record("Add a text");
    await recorded(dora, "We agreed on a third edition.").waitFor();
    await dora.getByRole("button", { name: "Note how it stands" }).click();
    await dora.getByLabel("How does it stand?").fill("Printed.");
    await record("Note how it stands");
    await dora.getByRole("region", { name: "History" }).getByText("Printed.").waitFor();
  });

  test("done: she says from when on, and sees what is found so far; the verdict is recorded with its numbers", async () => {
    await dora.getByRole("button", { name: "Mark as done" }).click();
    await dora.getByLabel("In effect from").fill(ago(150));
    await picture(dora, "improvement-done");
    assert.deepEqual(await barriers(dora), []);
    await record("Mark as done");
    const effect = dora.getByRole("region", { name: "Effect" });
    await effect.getByText("So far:").waitFor();
    await dora.getByRole("button", { name: "Record the verdict" }).click();
    await dora.getByLabel("Remark").fill("Nobody complained again.");
    await record("Record the verdict");
    await effect.getByText("When it was checked:").waitFor();
    const row = effect.getByRole("row", { name: /Before/ });
    assert.match(await row.innerText(), /not known\s+90/);
    await picture(dora, "improvement-action");
    assert.deepEqual(await barriers(dora), []);
  });

  test("the programme's page draws its complaints and marks the action; a table says the same", async () => {
    await dora.getByRole("link", { name: "Wind power for fitters" }).click();
    await dora.getByRole("heading", { name: "Programme: Wind power for fitters" }).waitFor();
    await dora.locator("svg path[fill='#0b6e8f']").first().waitFor({ state: "attached" });
    await dora.getByText("The numbers as a table").click();
    await dora.getByRole("cell", { name: /Action 1/ }).waitFor();
    await picture(dora, "programme");
    assert.deepEqual(await barriers(dora), []);
  });

  test("in German, dark, on a phone, the screens have no barriers and fit", async () => {
    const small = await openPage(browser, {
      ...phone,
      colorScheme: "dark",
      storageState: await dora.context().storageState(),
    });
    await small.addInitScript("localStorage.setItem('language', 'de')");
    const { id } = await world.desk.db
      .selectFrom("improvement_action")
      .select("id")
      .executeTakeFirstOrThrow();
    for (const [path, heading, name] of [
      ["improvement?state=ended", "Verbesserung", "improvement-phone"],
      [`improvement/${id}`, "A new handout for wind 1", "improvement-action-phone"],
      ["programmes/wind_1", "Programm: Windkraft für Monteure", "programme-phone"],
    ] as const) {
      await small.goto(`${world.desk.url}/desk/${path}`);
      await small.getByRole("heading", { name: heading, level: 1 }).waitFor();
      await small.waitForLoadState("networkidle");
      for (const summary of await small.locator("details > summary").all()) await summary.click();
      await picture(small, name);
      assert.deepEqual(await barriers(small), []);
      assert.equal(await overflows(small), false, name);
    }
  });
});
