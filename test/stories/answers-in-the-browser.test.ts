import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { barriers, openChromium, openPage, overflows, phone, picture } from "../chromium.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const password = "correct horse battery";

describe("Mara records what a customer answered, on her phone, in German, in the dark", () => {
  let world: World;
  let browser: Browser;
  let desk: Page;
  let mara: Colleague;
  let id = "";

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    mara = await world.colleague("Mara", "handler", "intake");
    const boss = await world.colleague("Boss", "manager", "approver");
    const account = { email: "m@office.test", name: "Mara Muster", roles: ["handler" as const], password };
    await addPerson(world.desk.db, account, world.now());
    const complaint = {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Cora", email: "cora@kundin.example" },
      subject: { kind: "programme" },
      statement: "Der Kurs fiel aus.",
    };
    ({ id } = (await mara.post("/complaints", complaint)).body);
    await mara.post(`/complaints/${id}/assignment`, { ownerId: mara.id });
    await mara.post(`/complaints/${id}/investigation`);
    const finding = { allegation: "Keine Nachricht", outcome: "upheld", reasons: "Nie versandt." };
    await mara.post(`/complaints/${id}/findings`, finding);
    const measures = [{ kind: "apology", description: "Schriftlich" }];
    await mara.post(`/complaints/${id}/proposals`, { explanation: "Es tut uns leid.", measures });
    await boss.post(`/complaints/${id}/proposals/1/approval`);
    await mara.post(`/complaints/${id}/proposals/1/dispatch`, { via: "email" });
    world.at({ minutes: 5 });
    const words = "Vielen Dank für Ihr Schreiben, ich nehme den Vorschlag an.";
    await mara.post(`/complaints/${id}/messages`, { via: "email", words });
    browser = await openChromium();
    desk = await openPage(browser, { ...phone, locale: "de-DE", colorScheme: "dark" });
    await desk.addInitScript("localStorage.setItem('language', 'de')");
    await desk.goto(`${world.desk.url}/desk/`);
    await desk.getByLabel("E-Mail-Adresse").fill("m@office.test");
    await desk.getByRole("textbox", { name: "Passwort" }).fill(password);
    await desk.getByRole("button", { name: "Anmelden" }).click();
    await desk.getByRole("heading", { level: 1, name: "Verzeichnis" }).waitFor();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  const next = () => desk.locator("section[aria-labelledby=next]");
  const choose = async (list: RegExp, option: RegExp) => {
    await next().getByRole("combobox", { name: list }).click();
    await desk.getByRole("listbox").getByRole("option", { name: option }).click();
  };
  const save = async () => {
    await next().getByRole("button", { name: "Erfassen" }).click();
    await desk.getByText("Erfasst.").last().waitFor();
  };

  test("an acceptance by mail is recorded with the mail: neither way nor words are typed", async () => {
    await desk.goto(`${world.desk.url}/desk/complaints/${id}`);
    await next().getByRole("radio", { name: "nimmt an" }).check();
    await next().getByRole("textbox", { name: "Wortlaut" }).waitFor();
    await choose(/Es steht in dieser Nachricht/, /ich nehme den Vorschlag an/);
    assert.equal(await next().getByRole("textbox", { name: "Wortlaut" }).count(), 0);
    assert.deepEqual(await barriers(desk), []);
    assert.equal(await overflows(desk), false);
    await picture(desk, "decision-by-mail-phone");
    await save();
    const { stage } = (await mara.get(`/complaints/${id}`)).body;
    const facts = (await mara.get(`/complaints/${id}/events`)).body.items;
    const accepted = facts.find(({ type }: { type: string }) => type === "ProposalAccepted");
    assert.deepEqual([stage, accepted.data.via], ["accepted", "email"]);
    assert.match(accepted.words.words, /ich nehme den Vorschlag an/);
  });

  test("in the follow-up call she may say how satisfied she is; by letter that is not asked", async () => {
    await mara.post(`/complaints/${id}/implementation`, { measure: "1.1" });
    await desk.reload();
    await next()
      .getByRole("radio", { name: /ist nach eigener Aussage gelöst/ })
      .check();
    await next().getByRole("radio", { name: "Post" }).check();
    assert.equal(
      await next()
        .getByRole("combobox", { name: /Umgang/ })
        .count(),
      0,
    );
    await next().getByRole("radio", { name: "Telefon" }).check();
    await choose(/Umgang/, /^4 · zufrieden/);
    await choose(/Ergebnis/, /^2 · unzufrieden/);
    assert.deepEqual(await barriers(desk), []);
    assert.equal(await overflows(desk), false);
    await picture(desk, "follow-up-call-phone");
    await save();
    await desk.getByText("4 von 5, zufrieden").waitFor();
    await desk.getByText("2 von 5, unzufrieden").waitFor();
    assert.deepEqual(await barriers(desk), []);
    await picture(desk, "satisfaction-desk-phone");
  });
});
