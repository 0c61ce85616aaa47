import { mkdirSync } from "node:fs";
import { desktop, openChromium, phone, overflows } from "../test/chromium.ts";
const base = "http://localhost:18080";
const only = process.argv[2];
const out = "/tmp/shots-demo";
mkdirSync(out, { recursive: true });
const browser = await openChromium();
const combos = [
  ["d-en-light", desktop, "en-GB", "light"],
  ["p-de-dark", phone, "de-DE", "dark"],
  ["d-de-dark", desktop, "de-DE", "dark"],
  ["p-en-light", phone, "en-GB", "light"],
] as const;
for (const [name, size, locale, colorScheme] of combos) {
  if (only && name !== only) continue;
  const context = await browser.newContext({ ...size, locale, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  page.on("pageerror", (e) => errors.push(String(e)));
  const login = async (who: string) => {
    const a = await context.request.post(`${base}/api/v1/session`, {
      data: { email: `${who}@demo.example`, password: `redress-demo-${who}` },
    });
    if (!a.ok()) console.log("login", who, a.status());
  };
  const get = async (p: string) => (await context.request.get(`${base}/api/v1${p}`)).json();
  const shot = async (path: string, file: string) => {
    errors.length = 0;
    await page.goto(base + path);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(250);
    const wide = await overflows(page);
    await page.screenshot({ path: `${out}/${name}-${file}.png`, fullPage: true });
    if (wide || errors.length)
      console.log(name, file, wide ? "OVERFLOWS" : "", errors.slice(0, 2).join(" | "));
  };
  await login("maren");
  const pick = async (stage: string) => (await get(`/complaints?stage=${stage}&limit=1`)).items[0]?.id;
  const [actions, reports, reviews, issues, drafts] = [
    await get("/actions"),
    await get("/reports"),
    await get("/reviews"),
    await get("/issues"),
    await get("/policies/drafts"),
  ];
  const ids = {
    closed: await pick("closed"),
    inv: await pick("under_investigation"),
    prop: await pick("proposed"),
    disc: await pick("in_discussion"),
    acc: await pick("accepted"),
  };
  const effective = actions.items.find((a: any) => a.verdict === "effective"),
    check = actions.items.find((a: any) => a.toCheck);
  const most = reports.items.toSorted((a: any, b: any) => b.received - a.received)[0];
  for (const [path, file] of [
    ["/desk/", "register"],
    ["/desk/mail", "mail"],
    ["/desk/letters", "letters"],
    ["/desk/letters/proposal/de", "letter"],
    ["/desk/notices", "notices"],
    ["/desk/calendar", "calendar"],
    ["/desk/policy", "policy"],
    [`/desk/policy/drafts/${drafts.items[0]?.id}`, "draft"],
    ["/desk/routing", "routing"],
    ["/desk/payments", "payments"],
    ["/desk/participants", "participants"],
    [`/desk/participants/${reports.items[0].period}`, "month"],
    ["/desk/surveys", "surveys"],
    ["/desk/reports", "reports"],
    [`/desk/reports/${reports.items[0].period}`, "report-last"],
    [`/desk/reports/${most.period}`, "report-jump"],
    ["/desk/settings", "settings"],
    ["/desk/people", "people"],
    ["/desk/training", "training"],
    ["/desk/issues", "issues"],
    [`/desk/issues/${issues.items[0]?.id}`, "issue"],
    ["/desk/reviews", "reviews"],
    [`/desk/reviews/${reviews.items[0].period}`, "review-open"],
    [`/desk/reviews/${reviews.items[1].period}`, "review-signed"],
    ["/desk/improvement", "improvement"],
    [`/desk/improvement/${effective?.id}`, "action-effective"],
    [`/desk/improvement/${check?.id}`, "action-check"],
    ["/desk/programmes/heat_pumps", "programme"],
    ["/desk/lists", "lists"],
    ["/desk/new", "new"],
    [`/desk/complaints/${ids.closed}`, "c-closed"],
    [`/desk/complaints/${ids.inv}`, "c-inv"],
    [`/desk/complaints/${ids.prop}`, "c-prop"],
    [`/desk/complaints/${ids.disc}`, "c-disc"],
    [`/desk/complaints/${ids.acc}`, "c-acc"],
    [`${locale === "de-DE" ? "/de" : ""}/demo/mailbox`, "mailbox"],
    [`${locale === "de-DE" ? "/de" : ""}/demo/mailbox/write`, "write"],
  ] as const)
    await shot(path, file);
  await login("ada");
  for (const [path, file] of [
    ["/desk/", "ada-home"],
    ["/desk/settings", "ada-settings"],
    ["/desk/people", "ada-people"],
  ] as const)
    await shot(path, file);
  await login("lea");
  await shot("/desk/training", "lea-training");
  await shot("/desk/", "lea-home");
  await login("odile");
  await shot("/desk/reports", "odile-reports");
  const mailsHtml = await (await context.request.get(`${base}/demo/mailbox?of=customers`)).text();
  for (const id of [...mailsHtml.matchAll(/\/demo\/mailbox\/(\d+)"/g)].map((m) => m[1])) {
    const html = await (await context.request.get(`${base}/demo/mailbox/${id}`)).text();
    const d = /http:\/\/localhost:18080(\/[^"<]*\/decision[^"<]*)"/.exec(html)?.[1];
    if (d) {
      await shot(`${locale === "de-DE" ? "/de" : ""}/demo/mailbox/${id}`, "mail-one");
      await shot(d, "decision");
      break;
    }
  }
  await context.close();
}
await browser.close();
