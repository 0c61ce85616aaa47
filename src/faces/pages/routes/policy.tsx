import { renderToStaticMarkup } from "react-dom/server";
import type { Desk } from "../../../record/desk.ts";
import type { Pages } from "../adding.ts";
import { compareVersions } from "../../../organisation/policies/comparing.ts";
import { publishedVersions } from "../../../organisation/policies/publication.ts";
import { answerPage, answerPublicPage, answerUnlessKnown } from "../answering.tsx";
import { ChangesPage } from "../changes-page.tsx";
import { snippet } from "../embedding.ts";
import { MissingPage } from "../find-page.tsx";
import { PolicyFragment, PolicyPage, VersionsPage } from "../policy-page.tsx";
import { PrivacyPage } from "../privacy-page.tsx";

/** The policy, always the latest in force, and every version that was ever published. */
export function policyRoutes(add: Pages, desk: Desk): void {
  const { now } = desk;
  const published = async (version: string | undefined) =>
    (await publishedVersions(desk.db)).find((each) => String(each.version) === version);

  add.get("/policy", async ({ site, request, reply }) => {
    const calendar = await desk.calendar(site.policy);
    const page = <PolicyPage site={site} shown={site.policy} calendar={calendar} now={now()} />;
    return answerPublicPage(request, reply, site, page);
  });

  add.get("/policy/versions", async ({ site, request, reply }) => {
    const page = <VersionsPage site={site} versions={await publishedVersions(desk.db)} now={now()} />;
    return answerPublicPage(request, reply, site, page);
  });

  add.get("/policy/versions/:version", async ({ site, request, reply, params }) => {
    const found = await published(params.version);
    if (!found) return answerPage(reply, site, <MissingPage site={site} />, 404);
    const shown = await desk.policy(found.version);
    const calendar = await desk.calendar(site.policy);
    const page = <PolicyPage site={site} shown={shown} calendar={calendar} now={now()} />;
    return answerPublicPage(request, reply, site, page);
  });

  add.get("/policy/versions/:version/changes", async ({ site, request, reply, params }) => {
    const found = await published(params.version);
    const before = found && (await published(String(found.version - 1)));
    if (!found || !before) return answerPage(reply, site, <MissingPage site={site} />, 404);
    const [earlier, later] = await Promise.all([desk.policy(before.version), desk.policy(found.version)]);
    const lines = compareVersions(earlier, later, site.language);
    const page = <ChangesPage site={site} earlier={earlier} later={later} lines={lines} />;
    return answerPublicPage(request, reply, site, page);
  });

  add.get("/privacy", async ({ site, request, reply }) =>
    answerPublicPage(request, reply, site, <PrivacyPage site={site} />),
  );

  // Read by our snippet from the platforms' own pages, and public anyhow.
  add.get("/policy/fragment", async ({ site, request, reply }) => {
    const calendar = await desk.calendar(site.policy);
    const fragment = <PolicyFragment site={site} calendar={calendar} now={now()} url={desk.url} />;
    reply
      .type("text/html; charset=utf-8")
      .header("access-control-allow-origin", "*")
      .header("cross-origin-resource-policy", "cross-origin");
    return answerUnlessKnown(request, reply, renderToStaticMarkup(fragment));
  });

  add.get("/embed.js", async ({ request, reply }) => {
    reply
      .type("text/javascript; charset=utf-8")
      .header("access-control-allow-origin", "*")
      .header("cross-origin-resource-policy", "cross-origin");
    return answerUnlessKnown(request, reply, snippet);
  });

  add.get("/policy.json", async ({ site, request, reply }) => {
    reply
      .type("application/json; charset=utf-8")
      .header("access-control-allow-origin", "*")
      .header("cross-origin-resource-policy", "cross-origin");
    return answerUnlessKnown(request, reply, JSON.stringify(site.policy));
  });
}
