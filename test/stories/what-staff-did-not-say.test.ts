import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addPerson } from "../../src/organisation/staff/accounts.ts";
import { barriers, desktop, openChromium, openPage, recorded } from "../chromium.ts";
import { openWorld, type Colleague, type World } from "../world.ts";

const password = "correct horse battery";

describe("The staff app records what a person said, loses nothing that was typed, and finds back to the place", () => {
  let world: World;
  let browser: Browser;
  let desk: Page;
  let colleague: Colleague;
  let home = "";

  before(async () => {
    world = await openWorld({ browser: true, mailOut: false, start: Temporal.Now.instant().toString() });
    home = world.desk.url;
    colleague = await world.colleague("Carla", "handler");
    await addPerson(
      world.desk.db,
      { email: "mara@office.test", name: "Mara", roles: ["handler", "manager"], password },
      world.now(),
    );
    browser = await openChromium();
    desk = await openPage(browser, desktop);
    await desk.goto(`${home}/desk/`);
    await signIn();
    await desk.getByRole("heading", { level: 1, name: "Register" }).waitFor();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  async function signIn(): Promise<void> {
    await desk.getByLabel("Email address").fill("mara@office.test");
    await desk.getByRole("textbox", { name: "Password" }).fill(password);
    await desk.getByRole("button", { name: "Sign in" }).click();
  }
  const complaint = async (complainant: object): Promise<string> => {
    const made = await colleague.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant,
      subject: { kind: "service" },
      statement: "The invoice is wrong.",
    });
    return made.body.id;
  };
  const show = async (id: string) => {
    await desk.goto(`${home}/desk/complaints/${id}`);
    await desk.getByRole("heading", { name: "Timeline" }).waitFor();
  };
  const facts = async (id: string): Promise<string[]> =>
    (await colleague.get(`/complaints/${id}/events`)).body.items.map(({ type }: { type: string }) => type);
  const focus = () => desk.evaluate("document.activeElement.tagName");

  test("without outgoing mail, acknowledging by phone is the next step also for whoever has an address", async () => {
    await show(await complaint({ name: "Ada", email: "ada@kunde.example" }));
    await desk.locator("section[aria-labelledby=next]").getByText("Acknowledge by phone").waitFor();
  });

  test("a question that was not answered is not recorded as a no", async () => {
    const id = await complaint({ name: "Ben", phone: "0176 1234567" });
    await show(id);
    await desk.getByRole("button", { name: "Record", exact: true }).first().click();
    await desk.getByText("Please fill this in.").waitFor();
    assert.deepEqual(await facts(id), ["Received"]);
  });

  test("a colleague's change takes nothing away that was typed, and is told", async () => {
    const id = await complaint({ name: "Cem", phone: "0176 1234567" });
    await show(id);
    await desk.getByRole("button", { name: "Internal note" }).click();
    await desk.getByRole("textbox", { name: "Note", exact: true }).fill("Called twice, nobody there.");
    await colleague.post(`/complaints/${id}/notes`, { note: "Mine first." });
    const form = desk
      .locator("form")
      .filter({ has: desk.getByRole("textbox", { name: "Note", exact: true }) });
    await form.getByRole("button", { name: "Record" }).click();
    await desk.getByText(/Somebody changed this complaint meanwhile/).waitFor();
    await desk.getByText("Mine first.").waitFor();
    assert.equal(
      await desk.getByRole("textbox", { name: "Note", exact: true }).inputValue(),
      "Called twice, nobody there.",
    );
    await form.getByRole("button", { name: "Record" }).click();
    await desk.getByText("Recorded.").waitFor();
    assert.deepEqual(await facts(id), ["Received", "NoteAdded", "NoteAdded"]);
  });

  test("a manager corrects when a call had reached us, with the reason; the promises come forward and say why", async () => {
    const id = await complaint({ name: "Dilek", phone: "0176 1234567" });
    const before = (await colleague.get(`/complaints/${id}`)).body;
    const earlier = Temporal.Instant.from(before.receivedAt)
      .subtract({ hours: 5 })
      .round({ smallestUnit: "minute", roundingMode: "floor" });
    const wall = earlier.toZonedDateTimeISO("Europe/Berlin").toPlainDateTime();
    await show(id);
    await desk.getByRole("button", { name: "Correct the date of receipt" }).click();
    const step = desk.getByRole("region", { name: "Correct the date of receipt" });
    await step.locator("input[type=datetime-local]").fill(wall.toString({ smallestUnit: "minute" }));
    await step.getByLabel("Reason").fill("She had called before noon.");
    assert.deepEqual(await barriers(desk), []);
    await step.getByRole("button", { name: "Record" }).click();
    await recorded(desk, "She had called before noon.").waitFor();
    await desk.getByText("Date of receipt corrected").waitFor();
    const { receivedAt, clocks } = (await colleague.get(`/complaints/${id}`)).body;
    assert.equal(receivedAt, earlier.toString({ fractionalSecondDigits: 3 }));
    const dueAt = (list: { kind: string; dueAt: string }[]) =>
      list.find(({ kind }) => kind === "acknowledgement")!.dueAt;
    assert.ok(dueAt(clocks) < dueAt(before.clocks));
  });

  test("the keyboard walks the register, opens a complaint, and begins at its heading", async () => {
    await desk.goto(`${home}/desk/`);
    await desk.getByText("Cem").waitFor();
    await desk.keyboard.press("j");
    assert.equal(await focus(), "A");
    await desk.keyboard.press("Enter");
    await desk.getByRole("heading", { name: "Timeline" }).waitFor();
    assert.equal(await focus(), "H1");
  });

  test("a lost session leads to the door and back to the place", async () => {
    await desk.goto(`${home}/desk/`);
    await desk.getByText("Cem").waitFor();
    await desk.context().clearCookies();
    await desk.getByRole("link", { name: "Mail" }).click();
    await signIn();
    await desk.getByRole("heading", { level: 1, name: "Mail" }).waitFor();
  });

  test("a call whose answer got lost is one complaint, not two, when it is saved again", async () => {
    await desk.goto(`${home}/desk/new`);
    await desk.getByLabel("The complaint, in the person's words").fill("The line broke while saving.");
    let lost = false;
    await desk.route("**/api/v1/complaints", async (route) => {
      if (lost) return route.continue();
      lost = true;
      await route.fetch();
      return route.abort();
    });
    await desk.getByRole("button", { name: "Save and get the reference" }).click();
    await desk.getByText(/Redress does not answer/).waitFor();
    await desk.getByRole("button", { name: "Save and get the reference" }).click();
    await desk.getByRole("heading", { level: 1, name: "Tell the person this" }).waitFor();
    assert.equal((await colleague.get("/complaints?q=broke")).body.items.length, 1);
  });
});
