import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { reviewInputs } from "../../src/core/reviewing/review.ts";
import { reviewWords } from "../../src/texts/reviews.ts";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { complaintAbout, office } from "../causes.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture, signIn } from "../chromium.ts";
import type { World } from "../world.ts";

const password = "correct horse battery";

describe("Hanna holds the review in the browser", () => {
  let world: World;
  let browser: Browser;
  let hanna: Page;
  const now = Temporal.Now.zonedDateTimeISO("Europe/Berlin");
  const last = now.toPlainDate().subtract({ months: 1 });
  const period = last.toPlainYearMonth().toString();
  const month = last.toLocaleString("en-GB", { month: "long", year: "numeric" });

  before(async () => {
    const opened = await office({ browser: true, start: now.subtract({ days: 45 }).toInstant().toString() });
    ({ world } = opened);
    await complaintAbout(opened.mara);
    await addPerson(
      world.desk.db,
      { email: "head@office.test", name: "Hanna Head", roles: ["manager"], password },
      world.now(),
    );
    world.at(now.toInstant().toString());
    await world.app.jobs.tick({});
    browser = await openChromium();
    hanna = await openPage(browser, desktop);
    await signIn(hanna, world.desk.url, "head@office.test", password);
    await hanna.getByRole("link", { name: "Reviews", exact: true }).click();
    await hanna.getByRole("heading", { name: "Management reviews", level: 1 }).waitFor();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  const choose = async (field: string, ...options: string[]) => {
    await hanna.getByRole("combobox", { name: field }).click();
    for (const option of options) await hanna.getByRole("option", { name: option }).click();
    await hanna.keyboard.press("Escape");
  };

  test("she writes the record in the meeting; what is missing is named when she signs", async () => {
    await hanna.getByRole("link", { name: month }).click();
    await hanna.getByRole("heading", { name: `Management review: ${month}`, level: 1 }).waitFor();
    await hanna.getByLabel("Held on").fill(now.toPlainDate().toString());
    await choose("Chair", "Hanna Head");
    await choose("Present", "Hanna Head", "Dora");
    const notes = reviewWords("en").inputs;
    for (const input of reviewInputs.slice(1)) await hanna.getByLabel(notes[input]).fill("Looked at.");
    await hanna.getByLabel("What was discussed").fill("Why is the handout wrong again?");
    await hanna.getByRole("button", { name: "Add a decision" }).click();
    await hanna.getByLabel("Decision 1", { exact: true }).fill("A new handout.");
    assert.deepEqual(await barriers(hanna), []);
    await hanna.getByRole("button", { name: "Save the record" }).click();
    await hanna.getByText("Saved.").first().waitFor();
    await hanna.getByRole("button", { name: "Sign", exact: true }).click();
    await hanna
      .getByRole("alert")
      .getByText(/Performance: figures and charts/)
      .waitFor();
    await picture(hanna, "review-refused");
  });

  test("the form fits a phone, in German and dark, without barriers", async () => {
    const small = await openPage(browser, {
      ...phone,
      colorScheme: "dark",
      storageState: await hanna.context().storageState(),
    });
    await small.addInitScript("localStorage.setItem('language', 'de')");
    await small.goto(`${world.desk.url}/desk/reviews/${period}`);
    await small.getByRole("button", { name: "Protokoll speichern" }).waitFor();
    await small.waitForLoadState("networkidle");
    await picture(small, "review-form-phone");
    assert.deepEqual(await barriers(small), []);
    assert.equal(await overflows(small), false);
  });

  test("she decides on an action with an owner, completes the record and signs it", async () => {
    await hanna.getByLabel(reviewWords("en").inputs.performance).fill("One complaint.");
    assert.equal(await hanna.getByRole("button", { name: "Sign", exact: true }).isDisabled(), true);
    await hanna.getByText("Save the record first").waitFor();
    await hanna.getByRole("button", { name: "Save the record" }).click();
    await hanna.getByText("Save the record first").waitFor({ state: "detached" });
    await hanna.getByRole("button", { name: "Decide on an action" }).click();
    await hanna.getByLabel("What is to be done").fill("Print the third edition");
    await choose("Responsible", "Mara");
    await hanna.getByLabel("Due on").fill(now.toPlainDate().add({ days: 30 }).toString());
    await hanna.getByRole("button", { name: "Record", exact: true }).click();
    await hanna.getByRole("link", { name: "Print the third edition" }).waitFor();
    await hanna.getByRole("button", { name: "Sign", exact: true }).click();
    await hanna.getByText(/^Signed by Hanna Head/).waitFor();
    await hanna.getByText("What is kept still has this hash.").waitFor();
    assert.equal(await hanna.getByRole("button", { name: "Save the record" }).count(), 0);
    await picture(hanna, "review-signed");
    assert.deepEqual(await barriers(hanna), []);
  });

  test("afterwards there are addenda only, and it prints without the menu", async () => {
    await hanna.getByRole("button", { name: "Write an addendum" }).click();
    await hanna.getByRole("textbox", { name: "Addendum" }).fill("The printer confirmed.");
    await hanna.getByRole("button", { name: "Record", exact: true }).click();
    await hanna
      .getByRole("region", { name: "Addenda" })
      .getByRole("paragraph")
      .filter({ hasText: "The printer confirmed." })
      .waitFor();
    await hanna.emulateMedia({ media: "print" });
    assert.equal(await hanna.getByRole("navigation").first().isVisible(), false);
    await picture(hanna, "review-print");
    await hanna.emulateMedia({ media: "screen" });
  });

  test("in German, dark, on a phone, list and signed review have no barriers and fit", async () => {
    const small = await openPage(browser, {
      ...phone,
      colorScheme: "dark",
      storageState: await hanna.context().storageState(),
    });
    await small.addInitScript("localStorage.setItem('language', 'de')");
    for (const [path, name] of [
      ["reviews", "reviews-phone"],
      [`reviews/${period}`, "review-phone"],
    ] as const) {
      await small.goto(`${world.desk.url}/desk/${path}`);
      await small.getByRole("heading", { name: /^Managementbewertung/, level: 1 }).waitFor();
      await small.waitForLoadState("networkidle");
      await picture(small, name);
      assert.deepEqual(await barriers(small), []);
      assert.equal(await overflows(small), false, name);
    }
  });
});
