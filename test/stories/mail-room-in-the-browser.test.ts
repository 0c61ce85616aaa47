import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { setState } from "../../src/channels/email/imap/state.ts";
import { storeRaw } from "../../src/channels/email/ledger.ts";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { barriers, desktop, openChromium, openPage, overflows, phone, picture, signIn } from "../chromium.ts";
import { openWorld, type World } from "../world.ts";

const password = "correct horse battery";
const mail = (lines: string[], body = "The course was cancelled.") =>
  Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}\r\n`);

describe("The mail room in the browser", () => {
  let world: World;
  let browser: Browser;
  let mara: Page;
  const errors: string[] = [];

  const bring = async (raw: Buffer) => {
    const id = await storeRaw(world.desk, { mailbox: "mb@mail.example/INBOX", raw });
    await world.settle();
    return id;
  };

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    browser = await openChromium();
    await addPerson(
      world.desk.db,
      { email: "mara@office.test", name: "Mara", roles: ["handler"], password },
      world.now(),
    );
    await bring(mail(["From: Anna <anna@kundin.example>", "Subject: Cancelled"]));
    const letter = world.letter(/received/);
    await bring(
      mail(
        ["From: Anna <anna@kundin.example>", `In-Reply-To: ${letter.messageId}`],
        "One thing more: the room was cold.\r\n\r\nAm 3.10.2026 um 10:00 schrieb C.T. Terra <mb@ctterra.com>:\r\n> Thank you for telling us.",
      ),
    );
    await bring(mail(["From: news@list.example", "List-Id: <x.example>", "Subject: News"], "Buy!"));
    await bring(Buffer.from([13, 10, 13, 10, 0, 255]));
    for (let n = 0; n < 4; n += 1)
      await bring(mail(["From: Victim <v@victim.example>", `Subject: ${n}`], `Flood ${n}`));
    await setState(world.desk, { name: "mb@ctterra.com@mail.example/INBOX" }, "connected");
    await setState(
      world.desk,
      { name: "post@cleantech.training@mail.example/INBOX" },
      "refused",
      "AUTHENTICATIONFAILED",
    );
    await world.desk.db
      .updateTable("mailbox")
      .set({ on_server: 1234, in_ledger: 1234, vanished: 0, counted_at: world.now() })
      .where("state", "=", "connected")
      .execute();
    mara = await openPage(browser, desktop);
    mara.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    mara.on("pageerror", (error) => errors.push(error.message));
    await signIn(mara, world.desk.url, "mara@office.test", password);
    await mara.getByRole("link", { name: "Mail" }).click();
    await mara.getByRole("heading", { name: "Mail", level: 1 }).waitFor();
    // Before signing in, being told so is right.
    errors.length = 0;
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  test("Mara looks at a message that was set aside, sees why, and makes it a complaint", async () => {
    const row = mara.getByRole("row").filter({ hasText: "a mailing list" });
    await row.getByRole("button", { name: /Details/ }).click();
    const dialog = mara.getByRole("dialog");
    await dialog.getByText("Came by").waitFor();
    await picture(mara, "mail-details");
    assert.deepEqual(await barriers(mara), []);
    await dialog.getByLabel("Why? Kept with your name.").fill("A person asks for her money back.");
    await dialog.getByRole("button", { name: "Do it" }).click();
    await dialog.waitFor({ state: "hidden" });
    await world.settle();
    await mara.reload();
    await mara.getByRole("row").filter({ hasText: "complaint" }).first().waitFor();
    assert.equal(await mara.getByRole("row").filter({ hasText: "a mailing list" }).count(), 0);
  });

  test("she chooses several, and may not discard without a reason", async () => {
    await mara.getByRole("combobox", { name: "What became of it" }).click();
    await mara.getByRole("option", { name: /quarantine/ }).click();
    await mara
      .getByRole("checkbox", { name: /Choose this message/ })
      .first()
      .check();
    await mara.getByRole("button", { name: "Decide what becomes of it" }).click();
    const dialog = mara.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Discard it" }).check();
    await dialog.getByRole("button", { name: "Do it" }).click();
    assert.ok(await dialog.isVisible(), "it asks for the reason first");
    await dialog.getByLabel("Why? Kept with your name.").fill("Nothing can be read in it.");
    await dialog.getByRole("button", { name: "Do it" }).click();
    await mara.getByText("1 message discarded").waitFor();
  });

  test("a letter that was held back is let go", async () => {
    await mara.getByRole("tab", { name: "Outgoing" }).click();
    const row = mara.getByRole("row").filter({ hasText: "held back" });
    await row.getByRole("button", { name: /Let it go/ }).click();
    await mara.getByText("It goes out now.").waitFor();
    await picture(mara, "mail-outgoing");
    await world.settle();
    assert.ok(world.letters.filter(({ envelopeTo }) => envelopeTo.includes("v@victim.example")).length === 4);
  });

  test("the mailboxes say whether all that is there is here", async () => {
    await mara.getByRole("tab", { name: "Mailboxes" }).click();
    await mara.getByText("All that is there is here.").waitFor();
    await mara.getByText("password or key refused").waitFor();
    await picture(mara, "mail-mailboxes");
    await mara.getByRole("button", { name: "Count again" }).click();
    await mara.getByText("Every mailbox is being compared").waitFor();
  });

  test("on the complaint, what only repeats is folded away and opens when it is wanted", async () => {
    await mara.getByRole("link", { name: "Register" }).click();
    await mara
      .getByRole("link", { name: /000001/ })
      .first()
      .click();
    await mara.getByText("One thing more: the room was cold.").waitFor();
    const quoted = mara.getByText("Thank you for telling us.");
    assert.equal(await quoted.isVisible(), false);
    await mara.getByText("Quoted text and signature").click();
    assert.equal(await quoted.isVisible(), true);
  });

  test("every part is free of barriers, dark and light, and fits a phone in German", async () => {
    for (const scheme of ["light", "dark"] as const) {
      const page = await openPage(browser, {
        ...phone,
        locale: "de-DE",
        colorScheme: scheme,
        storageState: await mara.context().storageState(),
      });
      await page.goto(`${world.desk.url}/desk/`);
      await page.evaluate(
        `localStorage.setItem("language", "de"); localStorage.setItem("mantine-color-scheme-value", "${scheme}")`,
      );
      await page.goto(`${world.desk.url}/desk/mail`);
      for (const tab of ["Eingang", "Ausgang", "Postfächer"]) {
        await page.getByRole("tab", { name: tab }).click();
        await page.getByRole("tabpanel").waitFor();
        await page.waitForTimeout(300);
        assert.deepEqual(await barriers(page), [], `${tab} ${scheme}`);
        assert.equal(await overflows(page), false, tab);
        await picture(page, `mail-${scheme}-${tab}`);
      }
      await page.context().close();
    }
    assert.deepEqual(errors, []);
  });
});
