import type { Desk } from "../../record/desk.ts";
import type { SiteCheck } from "../office/contract.ts";
import { dateOf } from "../../core/calendar/calendar.ts";
import { SitePages } from "../office/contract.ts";
import { tell } from "../office/notices.ts";
import { caretakers, setting } from "../office/people.ts";
import { compareSite, fetchPage, type SiteState } from "./site-check.ts";
import { firstRun } from "../../engine/queue/periods.ts";

/** Once a day, compares what the platforms' own pages show with what is published. */
export async function dailySiteCheck(desk: Desk): Promise<void> {
  const now = desk.now();
  const policy = await desk.policyAt(now);
  const today = dateOf(await desk.calendar(policy), now).toString();
  const first = await desk.db.transaction().execute((tx) => firstRun(tx, "site-check", today, now));
  if (first) await checkSites(desk);
}

/** A difference alarms the escalation contacts and the administrators, once a day and page. */
export async function checkSites(desk: Desk): Promise<void> {
  const pages = await setting(desk.db, "site-pages", SitePages, []);
  for (const page of pages) {
    const now = desk.now();
    const policy = await desk.policyAt(now);
    const html = await fetchPage(page.url);
    const found: SiteState =
      html === undefined
        ? { state: "unreachable", missing: [] }
        : compareSite(html, policy, page.language, desk.url);
    await record(desk, { ...page, ...found, policyVersion: policy.version, now });
  }
}

type Found = Omit<SiteCheck, "date" | "checkedAt"> & { now: string };

async function record(
  desk: Desk,
  { now, platform, language, url, state, missing, policyVersion }: Found,
): Promise<void> {
  const policy = await desk.policyAt(now);
  const date = dateOf(await desk.calendar(policy), now).toString();
  const row = {
    url,
    state,
    policy_version: policyVersion,
    missing: JSON.stringify(missing),
    checked_at: now,
  };
  await desk.db.transaction().execute(async (tx) => {
    await tx
      .insertInto("site_check")
      .values({ date, platform, language, ...row })
      .onConflict((conflict) => conflict.columns(["date", "platform", "language"]).doUpdateSet(row))
      .execute();
    if (state === "same" || state === "embedded") return;
    await tell(tx, desk, await caretakers(tx), {
      kind: "site",
      subject: `${date} ${platform} ${language} ${state}`,
      facts: { url, platform, language, state, missing },
    });
  });
}
