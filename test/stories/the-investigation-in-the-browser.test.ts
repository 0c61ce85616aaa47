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

describe("Mara investigates in the browser", () => {
  let world: World;
  let browser: Browser;
  let boss: Colleague;
  let mara: Page;
  let home = "";
  let id = "";
  const errors: string[] = [];

  const signedIn = async (name: string, roles: Role[], context: object): Promise<Page> => {
    const email = `${name.toLowerCase()}@desk.test`;
    await addPerson(world.desk.db, { email, name, roles, password }, world.now());
    const page = await openPage(browser, context);
    // Whoever is not signed in yet is told so, which the browser calls an error.
    page.on(
      "console",
      (message) =>
        message.type() === "error" && !message.text().includes("401") && errors.push(message.text()),
    );
    page.on("pageerror", (error) => errors.push(error.message));
    await signIn(page, home, email, password);
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    return page;
  };
  const part = async (name: string) => {
    const control = mara.getByRole("button", { name: new RegExp(`^${name}`) });
    if ((await control.getAttribute("aria-expanded")) !== "true") await control.click();
  };
  const formFor = (form: string) => mara.getByRole("form", { name: form });
  const finding = async (reasons: string, outcome: string) => {
    const form = formFor("Record a finding").first();
    await form.getByLabel(outcome, { exact: true }).check();
    await form.getByLabel("Reason").fill(reasons);
    await form.getByRole("button", { name: "Record" }).click();
    // What is still being typed is no finding yet.
    await recorded(mara, reasons).first().waitFor();
  };

  before(async () => {
    world = await openWorld({ browser: true, start: Temporal.Now.instant().toString() });
    home = world.desk.url;
    browser = await openChromium();
    boss = await world.colleague("Boss", "manager");
    const receipt = {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna", phone: "+49 30 1234567", language: "en" },
      subject: { kind: "programme", programme: "Wind I" },
      statement: "The course was cancelled on the same morning, and nobody answered the phone.",
    };
    await boss.post("/complaints", receipt);
    id = (await boss.post("/complaints", receipt)).body.id;
    mara = await signedIn("Mara", ["handler", "intake"], desktop);
    const people = (await boss.get("/people")).body.items;
    const ownerId = people.find(({ name }: { name: string }) => name === "Mara").id;
    await boss.post(`/complaints/${id}/acknowledgement`, { via: "phone", reached: true });
    await boss.post(`/complaints/${id}/assignment`, { ownerId });
    await boss.post(`/complaints/${id}/investigation`, { investigatorId: ownerId });
    await mara.goto(`${home}/desk/complaints/${id}`);
    await mara.getByRole("heading", { name: "Investigation", level: 2 }).waitFor();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  test("she assesses it, and sees that Anna was here before", async () => {
    await part("Triage");
    await mara.getByRole("region", { name: "Triage" }).getByRole("button", { name: "Assess it" }).click();
    await mara.getByLabel("2 · affects learning").last().check();
    await mara.getByLabel("a course or a group").last().check();
    await mara.getByRole("combobox", { name: "Category (optional)" }).last().click();
    await mara.getByRole("option", { name: "Scheduling and cancellation" }).last().click();
    await mara.getByRole("region", { name: "Triage" }).getByRole("button", { name: "Record" }).click();
    await mara.getByText("high", { exact: true }).waitFor();
    await mara.getByRole("button", { name: "Note support needs" }).click();
    await mara.getByLabel("Interpreter").check();
    await mara.getByRole("region", { name: "Triage" }).getByRole("button", { name: "Record" }).click();
    await mara.getByText("Support needs: Interpreter").waitFor();
    assert.deepEqual(await barriers(mara), []);
    await part("Earlier complaints");
    await mara.getByText("same person").waitFor();
    await mara.getByRole("button", { name: /^Connect: CT-/ }).click();
    await mara.getByLabel("the same trouble again").check();
    await formFor("Connect")
      .or(mara.getByRole("form", { name: /^Connect/ }))
      .getByRole("button", { name: "Record" })
      .click();
    await mara.getByText(/^Connected: CT-/).waitFor();
    assert.deepEqual(await barriers(mara), []);
    await picture(mara, "investigation-triage");
    await part("Triage");
  });

  test("allegations, plan, evidence and an interview are written down where they belong", async () => {
    for (const words of ["Cancelled on the same morning", "Nobody answered the phone"]) {
      await mara.getByRole("button", { name: "Add an allegation" }).click();
      const form = formFor("Add an allegation");
      await form.getByLabel("Allegation").fill(words);
      await form.getByLabel("the customer").check();
      await form.getByRole("button", { name: "Record" }).click();
      await form.waitFor({ state: "detached" });
      await recorded(mara, words).first().waitFor();
    }
    await part("Plan");
    await mara.getByRole("button", { name: "Plan a step" }).click();
    const plan = formFor("Plan a step");
    await plan.getByRole("button", { name: "Record" }).click();
    await plan.getByText("Please fill this in.").first().waitFor();
    await plan.getByLabel("What").fill("Look at the booking");
    await plan.getByRole("combobox", { name: "Who" }).click();
    await mara.getByRole("option", { name: "Mara" }).last().click();
    await plan.getByLabel("By when").fill("2030-01-31");
    await plan.getByRole("button", { name: "Record" }).click();
    await mara.getByText("until Thursday, 31 January 2030").waitFor();
    await part("Evidence");
    await mara.getByRole("button", { name: "Add a file" }).click();
    const upload = formFor("Add a file");
    const chooser = mara.waitForEvent("filechooser");
    await upload.getByRole("button", { name: "File" }).click();
    await (
      await chooser
    ).setFiles({ name: "booking.txt", mimeType: "text/plain", buffer: Buffer.from("abc") });
    await upload.getByRole("combobox", { name: "Where does it come from?" }).click();
    await mara.getByRole("option", { name: "the customer" }).last().click();
    await upload.getByRole("button", { name: "Record" }).click();
    await mara.getByText("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad").waitFor();
    await part("Interviews");
    await mara.getByRole("button", { name: "Invite to an interview" }).click();
    const invitation = formFor("Invite to an interview");
    await invitation.getByLabel("a witness").check();
    await invitation.getByLabel("or by name").fill("Zoe from the front desk");
    await invitation.getByLabel("Purpose and subject").fill("Who was at the phone");
    await invitation.getByRole("button", { name: "Record" }).click();
    await mara.getByRole("button", { name: "Write it down" }).click();
    const note = formFor("Write it down");
    await note.getByLabel("Who was present").fill("Zoe, Mara");
    await note.getByLabel("Summary").fill("The line was dead.");
    await note.getByRole("button", { name: "Record" }).click();
    await mara.getByText("not shown to the interviewee yet").waitFor();
    assert.deepEqual(await barriers(mara), []);
    await picture(mara, "investigation");
  });

  test("an approved proposal waits for the last finding, and the page says so", async () => {
    await mara.getByRole("button", { name: "Record a finding" }).first().click();
    await finding("Nobody was told.", "upheld");
    const drafted = await boss.post(`/complaints/${id}/proposals`, {
      explanation: "We are sorry.",
      measures: [{ kind: "apology", description: "In writing" }],
    });
    assert.equal(drafted.status, 201, JSON.stringify(drafted.body));
    const vera = await world.colleague("Vera", "approver");
    const approved = await vera.post(`/complaints/${id}/proposals/1/approval`);
    assert.equal(approved.status, 201, JSON.stringify(approved.body));
    await mara.reload();
    const next = mara.getByRole("region", { name: "Next step" });
    await next.getByText("Record a finding").waitFor();
    await next.getByRole("combobox", { name: "Allegation" }).click();
    await mara.getByRole("option", { name: /Nobody answered the phone/ }).click();
    await next.getByLabel("not determinable").check();
    await next.getByLabel("Reasons").fill("Word against word.");
    await next.getByRole("button", { name: "Record" }).click();
    await next.getByText("Send the proposal").waitFor();
  });

  test("on a phone, in German and in the dark it reads as well; who may not read interviews is told so", async () => {
    const paula = await signedIn("Paula", ["intake"], { ...phone, colorScheme: "dark" });
    await paula.getByText("DE", { exact: true }).click();
    await paula.goto(`${home}/desk/complaints/${id}`);
    await paula.getByRole("heading", { name: "Prüfung", level: 2 }).waitFor();
    await paula.getByRole("button", { name: /^Gespräche/ }).click();
    await paula.getByText("Gespräche lesen nur Prüfende, Zuständige und Freigebende.").waitFor();
    assert.equal(await paula.getByText("The line was dead.").count(), 0);
    assert.equal(await overflows(paula), false);
    assert.deepEqual(await barriers(paula), []);
    await picture(paula, "investigation-phone-dark");
  });

  test("what several complaints share is named and counted; administrators keep the lists", async () => {
    await mara.getByRole("link", { name: "Systemic issues" }).click();
    await mara.getByRole("button", { name: "Name an issue" }).click();
    const form = formFor("Name an issue");
    await form.getByLabel("Name").fill("Wind I is cancelled again and again");
    await form.getByRole("button", { name: "Record" }).click();
    await mara.getByRole("link", { name: "Wind I is cancelled again and again" }).waitFor();
    await mara.goto(`${home}/desk/complaints/${id}`);
    await part("Earlier complaints");
    await mara.getByRole("button", { name: "Link to an issue" }).click();
    await mara.getByRole("combobox", { name: "Issue" }).click();
    await mara.getByRole("option", { name: /^Wind I/ }).click();
    await formFor("Link to an issue").getByRole("button", { name: "Record" }).click();
    await mara.getByRole("link", { name: "Wind I is cancelled again and again" }).click();
    await mara.getByText("1 complaint", { exact: true }).waitFor();
    assert.deepEqual(await barriers(mara), []);
    await picture(mara, "issue");
    const ada = await signedIn("Ada", ["admin"], desktop);
    await ada.getByRole("link", { name: "Lists" }).click();
    const causes = ada.getByRole("region", { name: "Root causes" });
    await causes.getByRole("button", { name: "Add a code" }).click();
    await causes.getByRole("textbox", { name: "Code" }).fill("weather");
    await causes.getByRole("textbox", { name: "English: weather" }).fill("Weather");
    await causes.getByRole("textbox", { name: "German: weather" }).fill("Wetter");
    await causes.getByRole("checkbox", { name: "offered: unknown" }).uncheck();
    await causes.getByRole("button", { name: "Save" }).click();
    await ada.getByText("Saved.").waitFor();
    assert.deepEqual(await barriers(ada), []);
    await picture(ada, "lists");
    await ada.setViewportSize(phone.viewport);
    assert.equal(await overflows(ada), false);
    assert.deepEqual(errors, []);
  });
});
