import { AxeBuilder } from "@axe-core/playwright";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from "playwright-core";

const found = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  process.env.CHROMIUM ?? "",
].find((path) => path !== "" && existsSync(path));

/** The system's Chromium; the browser stories fail with this sentence where there is none. */
export async function openChromium(): Promise<Browser> {
  if (!found)
    throw new Error(
      "there is no Chromium on this machine: install Debian's package chromium, or name one in CHROMIUM",
    );
  return chromium.launch({
    executablePath: found,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
  });
}

/**
 * A page of somebody's own. Without motion, because what still moves cannot be hit reliably; with patience, because
 * other work shares the machine.
 */
export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

/** Through the door of the staff app, as a person comes in. */
export async function signIn(page: Page, url: string, email: string, password: string): Promise<void> {
  await page.goto(`${url}/desk/`);
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Words that are recorded: not those still standing in the field they were typed in, while its form closes. */
export const recorded = (where: Page | Locator, words: string): Locator =>
  where.getByText(words).and(where.locator(":not(textarea)"));

export const phone = { viewport: { width: 390, height: 844 } };
export const desktop = { viewport: { width: 1280, height: 900 } };

/** What an automatic check finds against WCAG 2.2 A and AA, named so that a person finds the place. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // A frame that runs no script cannot be looked into, and waiting for it never ends; its page is looked at by itself.
    .exclude("iframe[sandbox]")
    // Not a window of its own for each look: that takes longer than the look.
    .setLegacyMode(true)
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** Keeps a picture of what a person sees, for the README and for our own eyes, where SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** A page that can only be scrolled sideways to be read is broken on a phone. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
