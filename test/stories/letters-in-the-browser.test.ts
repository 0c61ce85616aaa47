import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture, signIn } from "../chromium.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const password = "correct horse battery";

describe("An administrator words the letters in the browser", () => {
  let world: World;
  let browser: Browser;
  let ada: Page;
  let eve: Colleague;
  const errors: string[] = [];
  let home = "";

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    home = world.desk.url;
    browser = await openChromium();
    eve = await world.colleague("Eve", "admin");
    const email = "ada@office.test";
    await addPerson(world.desk.db, { email, name: "Ada", roles: ["admin"], password }, world.now());
    ada = await openPage(browser, desktop);
    ada.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    ada.on("pageerror", (error) => errors.push(error.message));
    await signIn(ada, home, email, password);
    await ada.getByRole("button", { name: "Sign out" }).waitFor();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  const text = () => ada.getByRole("textbox", { name: "Text" });

  test("Ada finds every letter in both languages, and opens one that reads beside its text", async () => {
    await ada.getByRole("link", { name: "Letters" }).click();
    await ada.getByRole("heading", { name: "Letters", level: 1 }).waitFor();
    const all = ada.getByRole("link", { name: /, (English|German): built-in$/ });
    await all.first().waitFor();
    assert.equal(await all.count(), 24);
    assert.deepEqual(await barriers(ada), []);
    await picture(ada, "letters");
    await ada.getByRole("link", { name: "Acknowledgement, English: built-in" }).click();
    const page = ada.frameLocator("iframe[title=Preview]");
    await page.getByText("Thank you for telling us.").waitFor();
    await page.getByText("Cleantech Terra GmbH").waitFor();
    assert.deepEqual(await barriers(ada), []);
    await picture(ada, "letter");
    // A radio of this library is covered by its label.
    await ada.getByText("As plain text").click();
    await ada.getByRole("region", { name: "As plain text" }).getByText("Reference number:").waitFor();
    await ada.getByText("As a page").click();
  });

  test("what is missing is named and cannot be saved; a click puts the slot back", async () => {
    const before = await text().inputValue();
    const line = before.split("\n").findIndex((each) => each.includes("{proposalBy}"));
    await text().fill(before.replace("{proposalBy}", "soon"));
    await ada.getByText("One thing keeps this letter from being saved:").waitFor();
    await ada.getByText("{proposalBy} is missing, and this letter must say it").waitFor();
    assert.equal(await ada.getByRole("button", { name: "Save" }).isDisabled(), true);
    assert.deepEqual(await barriers(ada), []);
    await picture(ada, "letter-lacking");
    await text().fill(before.replace("{proposalBy}", "soon https://shop.example"));
    await ada.getByRole("button", { name: `line ${line + 1}` }).click();
    const chosen = await text().evaluate((field) => {
      const { value, selectionStart, selectionEnd } = field as unknown as {
        value: string;
        selectionStart: number;
        selectionEnd: number;
      };
      return value.slice(selectionStart, selectionEnd);
    });
    assert.equal(chosen, "| We propose a resolution by: soon https://shop.example");
    await ada.keyboard.type("| We propose a resolution by: ");
    await ada.getByRole("button", { name: /^When the proposal is due/ }).click();
    assert.equal(await text().inputValue(), before);
    await ada.getByText("keeps this letter from being saved").waitFor({ state: "detached" });
  });

  test("she saves her own words, sees what changed, and a letter goes out so", async () => {
    await text().fill(`${await text().inputValue()}\n\nAsk for me: {person}.`);
    await ada.frameLocator("iframe[title=Preview]").getByText("Ask for me: Mara Example.").waitFor();
    await ada.getByRole("button", { name: "Save" }).click();
    await ada.getByText("Saved. Letters are written so from now on.").waitFor();
    await ada.getByText("changed, version 1").waitFor();
    await ada.getByText("What it changed").click();
    await ada.locator("ins", { hasText: "Ask for me: {person}." }).waitFor();
    assert.deepEqual(await barriers(ada), []);
    await picture(ada, "letter-history");
    await eve.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { email: "anna@kundin.example", language: "en" },
      subject: { kind: "service" },
      statement: "Nobody answered.",
    });
  });

  test("a colleague was faster: nothing is overwritten unseen, and what was typed is still there", async () => {
    const [letter] = (await eve.get("/letters")).body.items;
    assert.equal(letter.kind, "acknowledgement");
    const saved = await eve.put("/letters/acknowledgement/en", {
      version: 1,
      subject: "Received: {reference}",
      body: letter.body,
    });
    assert.equal(saved.status, 200);
    await text().fill(`${await text().inputValue()}\n\nMine.`);
    await ada.getByRole("button", { name: "Save" }).click();
    await ada.getByText("A colleague saved another wording meanwhile.").waitFor();
    assert.match(await text().inputValue(), /Mine\.$/);
    await ada.getByText(/^Eve, /).waitFor();
    await ada.getByRole("button", { name: "Save" }).click();
    await ada.getByText("changed, version 3").waitFor();
  });

  test("an earlier wording and the built-in letter come back with one click", async () => {
    await ada.getByRole("button", { name: "Restore version 1" }).click();
    await ada.getByText("changed, version 4").waitFor();
    assert.match(await text().inputValue(), /Ask for me: \{person\}\.$/);
    await ada.getByRole("button", { name: "Restore the built-in letter" }).click();
    await ada.getByText("built-in", { exact: true }).waitFor();
    assert.doesNotMatch(await text().inputValue(), /Ask for me/);
  });

  test("the letter itself is free of barriers, light and dark, and fits a phone", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const mail = await openPage(browser, { ...phone, colorScheme });
      for (const { kind, language, subject, body } of (await eve.get("/letters")).body.items) {
        const shown = await eve.post(`/letters/${kind}/${language}/preview`, { subject, body });
        await mail.setContent(shown.body.html);
        assert.equal(await overflows(mail), false, kind);
        // These two hold every form that a part of a letter can have.
        if (kind !== "acknowledgement" && kind !== "proposal") continue;
        // A mail has neither landmarks nor a heading of the first rank.
        const found = (await barriers(mail)).filter((each) => !/^(region|landmark|page-has)/.test(each));
        assert.deepEqual(found, [], `${kind} ${language}`);
      }
      await picture(mail, `letter-itself-${colorScheme}`);
      await mail.context().close();
    }
  });

  test("the screens fit a phone, in German and in the dark", async () => {
    const small = await openPage(browser, {
      ...phone,
      colorScheme: "dark",
      locale: "de-DE",
      storageState: await ada.context().storageState(),
    });
    await small.goto(`${home}/desk/letters`);
    await small.evaluate("localStorage.setItem('language', 'de')");
    for (const [path, heading] of [
      ["letters", "Schreiben"],
      ["letters/proposal/de", "Vorschlag, Deutsch"],
    ] as const) {
      await small.goto(`${home}/desk/${path}`);
      await small.getByRole("heading", { level: 1, name: heading }).waitFor();
      await small.waitForLoadState("networkidle");
      if (path !== "letters") await small.frameLocator("iframe").getByText("Es tut uns leid.").waitFor();
      assert.equal(await overflows(small), false, path);
      assert.deepEqual(await barriers(small), [], path);
      await picture(small, `${path.replaceAll("/", "-")}-phone`);
    }
    await small.context().close();
  });

  test("no screen broke its own content security policy or threw", () => {
    assert.deepEqual(
      errors.filter((each) => !/status of 4\d\d/.test(each)),
      [],
    );
  });
});
