import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { drawFiles } from "../../src/areas/file-reviews/drawing.ts";
import { lifeOf } from "../../src/sample/seeding/life.ts";
import { stories } from "../../src/sample/seeding/stories.ts";
import { seeded } from "../../src/sample/seeding/chance.ts";
import { openAgenda } from "../../src/sample/seeding/agenda.ts";
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
import { openWorld, type World } from "../world.ts";

const password = "correct horse battery";

describe("Olga reviews a closed file in the browser", () => {
  let world: World;
  let browser: Browser;
  let olga: Page;
  const errors: string[] = [];

  before(async () => {
    world = await openWorld({ browser: true, start: "2026-09-01T09:00:00+02:00" });
    browser = await openChromium();
    const staff = async (name: string, role: "intake" | "handler" | "approver" | "manager") => {
      const { id } = await world.colleague(name, role);
      return { kind: "staff", id, roles: [role] } as const;
    };
    const refused: string[] = [];
    const kit = {
      desk: world.desk,
      calendar: await world.desk.calendar(await world.desk.policyAt(world.now())),
      chance: seeded(1),
      crew: {
        intake: await staff("Ines", "intake"),
        handlers: [await staff("Hanna", "handler")],
        approver: await staff("Arno", "approver"),
        manager: await staff("Maren", "manager"),
      },
      about: crypto.randomUUID(),
      regulars: new Map(),
      refused: (what: string) => void refused.push(what),
    };
    const agenda = openAgenda({ now: world.now, set: world.at }, () => world.settle());
    const story = stories.find(({ measures }) => measures.every(({ kind }) => kind !== "refund"))!;
    for (let day = 1; day < 4; day += 1)
      agenda.add(`2026-09-0${day}T07:30:00.000Z`, lifeOf(kit, { story, fate: "agreed" }));
    await agenda.run("2026-10-01T00:00:00.000Z", () => {});
    assert.deepEqual(refused, []);
    world.at("2026-10-01T09:00:00+02:00");
    await drawFiles(world.desk);
    const account = { email: "olga@office.test", name: "Olga", roles: ["auditor" as const], password };
    await addPerson(world.desk.db, account, world.now());
    olga = await openPage(browser, desktop);
    olga.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    olga.on("pageerror", (error) => errors.push(error.message));
    await signIn(olga, world.desk.url, account.email, password);
    await olga.getByRole("link", { name: "File reviews" }).click();
    await olga.getByRole("heading", { name: "File reviews", level: 1 }).waitFor();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  test("the files of September stand there, each to be looked at", async () => {
    await olga.getByRole("region", { name: "September 2026" }).getByText("3 of 3 drawn").waitFor();
    assert.equal(await olga.getByText("to be looked at", { exact: true }).count(), 3);
    assert.deepEqual(await barriers(olga), []);
    await picture(olga, "file-reviews");
  });

  test("she answers point by point; what is wanting wants words, and nothing that she chose is lost", async () => {
    await olga
      .getByRole("link", { name: /CT-2026-/ })
      .first()
      .click();
    await olga.getByRole("button", { name: "Review this file" }).click();
    const points = olga.getByRole("main").getByRole("radiogroup");
    const point = (name: RegExp) => olga.getByRole("radiogroup", { name });
    for (const group of await points.all()) await group.getByLabel("Yes").check();
    await point(/^Letters are plain/)
      .getByLabel("No", { exact: true })
      .check();
    await point(/^What was promised/)
      .getByLabel("Does not apply")
      .check();
    assert.deepEqual(await barriers(olga), []);
    await picture(olga, "file-review-form");
    await olga.getByRole("button", { name: "Record" }).click();
    await olga.getByText("The text is missing").waitFor();
    await olga
      .getByLabel("What is wanting, and what is to be learnt from it")
      .fill("The letter names no date.");
    await olga.getByRole("button", { name: "Record" }).click();
    await olga.getByText("8 of 9 as they should be").waitFor();
    await recorded(olga, "The letter names no date.").waitFor();
    assert.equal(await olga.getByRole("button", { name: "Review this file" }).count(), 0);
  });

  test("in German, dark, on a phone, list and form have no barriers and fit", async () => {
    const small = await openPage(browser, {
      ...phone,
      colorScheme: "dark",
      storageState: await olga.context().storageState(),
    });
    await small.addInitScript("localStorage.setItem('language', 'de')");
    await small.goto(`${world.desk.url}/desk/file-reviews`);
    await small.getByText("8 von 9 in Ordnung").waitFor();
    await picture(small, "file-reviews-phone");
    assert.deepEqual(await barriers(small), []);
    assert.equal(await overflows(small), false);
    await small.getByRole("listitem").filter({ hasText: "durchzusehen" }).getByRole("link").first().click();
    await small.getByRole("button", { name: "Diese Akte prüfen" }).click();
    await small.getByRole("main").getByRole("radiogroup").first().waitFor();
    await picture(small, "file-review-form-phone");
    assert.deepEqual(await barriers(small), []);
    assert.equal(await overflows(small), false);
    assert.deepEqual(
      errors.filter((error) => !/40[19]/.test(error)),
      [],
    );
  });
});
