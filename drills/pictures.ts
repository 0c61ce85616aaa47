// The pictures of the README, from a running demo: npm run pictures -- http://localhost:8080
import { join } from "node:path";
import { passwordOf, addressOf } from "../src/sample/demo/staff.ts";
import { desktop, openChromium, openPage } from "../test/chromium.ts";

const base = process.argv[2] ?? "http://localhost:8080";
const folder = join(import.meta.dirname, "../docs/pictures");
const browser = await openChromium();
const page = await openPage(browser, desktop);
const entered = await page.context().request.post(`${base}/api/v1/session`, {
  data: { email: addressOf("maren"), password: passwordOf("maren") },
});
if (!entered.ok()) throw new Error(`the demo at ${base} lets nobody in (${entered.status()})`);
const reports = (await (await page.context().request.get(`${base}/api/v1/reports`)).json()) as {
  items: { period: string; received: number }[];
};
const most = reports.items.toSorted((a, b) => b.received - a.received)[0]!;
for (const [path, name] of [
  ["/desk/", "register"],
  [`/desk/reports/${most.period}`, "report"],
] as const) {
  await page.goto(base + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
await browser.close();
