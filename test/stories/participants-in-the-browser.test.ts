import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { participantsOf } from "../../src/areas/participants/months.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture, signIn } from "../chromium.ts";
import { openWorld, type World } from "../world.ts";

const password = "correct horse battery";

describe("Dora keeps the participants and the programmes in the browser", () => {
  let world: World;
  let browser: Browser;
  let dora: Page;
  let month: string;
  let shown: string;

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
    await dora.getByRole("link", { name: "Participants" }).waitFor();
    const last = Temporal.Now.zonedDateTimeISO("Europe/Berlin").toPlainDate().subtract({ months: 1 });
    month = last.toPlainYearMonth().toString();
    shown = last.toLocaleString("en-GB", { month: "long", year: "numeric" });
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  test("a programme comes on the list with a code and two names", async () => {
    await dora.getByRole("link", { name: "Lists" }).click();
    const list = dora.getByRole("region", { name: "Programmes" });
    await list.getByRole("button", { name: "Add a code" }).click();
    await list.getByLabel("Code").fill("wind_1");
    await list.getByLabel("English: wind_1").fill("Wind power for fitters");
    await list.getByLabel("German: wind_1").fill("Windkraft für Monteure");
    await list.getByRole("button", { name: "Save" }).click();
    await list.getByRole("button", { name: "Save" }).and(dora.locator(":disabled")).waitFor();
    assert.deepEqual(await barriers(dora), []);
  });

  test("the numbers of a month are entered, and it counts once it is complete", async () => {
    await dora.getByRole("link", { name: "Participants" }).click();
    await dora.getByRole("heading", { name: "Participants", level: 1 }).waitFor();
    await dora.getByRole("link", { name: shown }).click();
    const { platforms } = await world.desk.policyAt(world.now());
    const [first, second] = platforms.map(({ name }) => name) as [string, string];
    const group = (name: string) => dora.getByRole("group", { name });
    await group(first).getByLabel("Whole platform").fill("120");
    await dora.getByRole("button", { name: `Add a programme to ${first}` }).click();
    await dora.getByRole("button", { name: "Save" }).click();
    await dora.getByText("choose a programme").waitFor();
    await group(first).getByRole("combobox", { name: "Programme 1" }).click();
    await dora.getByRole("option", { name: "Wind power for fitters" }).click();
    await group(first).getByLabel("Participants, programme 1").fill("80");
    await dora.getByRole("checkbox", { name: "This month is complete" }).check();
    await dora.getByRole("button", { name: "Save" }).click();
    await dora.getByText("A platform has no number of participants.").waitFor();
    await picture(dora, "participants-missing");
    await group(second).getByLabel("Whole platform").fill("0");
    await dora.getByRole("button", { name: "Save" }).click();
    await dora.getByText("Dora, ").waitFor();
    const [known] = await participantsOf(world.desk.db, [month]);
    assert.deepEqual(known?.complete && [known.total, known.byProgramme], [120, { wind_1: 80 }]);
    await dora.getByText("complete", { exact: true }).first().waitFor();
    await picture(dora, "participants-month");
    assert.deepEqual(await barriers(dora), []);
  });

  test("a file with mistakes is refused line by line, a correct one is taken", async () => {
    const file = dora.getByRole("region", { name: "Import a file" });
    const bring = async (text: string) => {
      await file.locator("input[type=file]").setInputFiles({
        name: "participants.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(text),
      });
      await file.getByRole("button", { name: "Import", exact: true }).click();
    };
    await bring("platform;programme;participants\nctterra;Wind;5\nnowhere;;-3\n");
    await file
      .getByText("Line 2, column “programme”: there is no programme “Wind” in the catalogue")
      .waitFor();
    await file.getByText("Line 3, column “participants”: “-3” is less than nothing").waitFor();
    await picture(dora, "participants-import");
    assert.deepEqual(await barriers(dora), []);
    await bring("platform;programme;participants\nctterra;;130\nctterra;Windkraft für Monteure;90\n");
    await file.getByText("2 lines were imported.").waitFor();
    const [known] = await participantsOf(world.desk.db, [month]);
    assert.deepEqual(known?.complete && known.total, 130);
    await dora.getByText("Earlier states").click();
    await dora.getByText("Version 1: 120").waitFor();
  });

  test("in German, dark, on a phone, both screens have no barriers and fit", async () => {
    const small = await openPage(browser, {
      ...phone,
      colorScheme: "dark",
      storageState: await dora.context().storageState(),
    });
    await small.addInitScript("localStorage.setItem('language', 'de')");
    for (const [path, name] of [
      ["participants", "participants-phone"],
      [`participants/${month}`, "participants-month-phone"],
    ] as const) {
      await small.goto(`${world.desk.url}/desk/${path}`);
      await small.getByRole("heading", { name: /Teilnehmende/, level: 1 }).waitFor();
      await small.waitForLoadState("networkidle");
      await picture(small, name);
      assert.deepEqual(await barriers(small), []);
      assert.equal(await overflows(small), false);
    }
  });

  test("whoever takes a complaint down is offered the programmes, and triage begins with the one that was named", async () => {
    await dora.goto(`${world.desk.url}/desk/new`);
    await dora.getByLabel("The complaint, in the person").fill("The rope was missing.");
    const programme = dora.getByRole("combobox", { name: "Programme" });
    await programme.fill("wind");
    await dora.getByRole("option", { name: "Wind power for fitters" }).click();
    await dora.getByRole("button", { name: "Save and get the reference" }).click();
    await dora
      .getByText(/CT-\d{4}-\d{6}-\d/)
      .first()
      .waitFor();
    const { items } = (
      await world.server.inject({
        url: "/api/v1/complaints?programme=wind_1",
        headers: { cookie: await cookieOf(dora) },
      })
    ).json<{ items: { id: string }[] }>();
    assert.equal(items.length, 1);
    await dora.goto(`${world.desk.url}/desk/complaints/${items[0]!.id}`);
    await dora.getByRole("button", { name: "Assess it" }).first().click();
    await dora.getByRole("combobox", { name: /Programme/ }).waitFor();
    assert.equal(
      await dora.getByRole("combobox", { name: /Programme/ }).inputValue(),
      "Wind power for fitters",
    );
  });
});

const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
