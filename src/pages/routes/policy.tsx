import { createHash } from "node:crypto";
import type { Desk } from "../../complaints/desk.ts";
import type { Pages } from "../adding.ts";
import { publishedVersions } from "../../policies/publication.ts";
import { answerPage } from "../answering.tsx";
import { MissingPage } from "../find-page.tsx";
import { PolicyPage, VersionsPage } from "../policy-page.tsx";

/** The policy, always the latest in force, and every version that was ever published. */
export function policyRoutes(add: Pages, desk: Desk): void {
  const { calendar, now } = desk;

  add.get("/policy", async ({ site, reply }) => {
    reply.header("cache-control", "public, max-age=60");
    return answerPage(
      reply,
      site,
      <PolicyPage site={site} shown={site.policy} calendar={calendar} now={now()} />,
    );
  });

  add.get("/policy/versions", async ({ site, reply }) =>
    answerPage(reply, site, <VersionsPage site={site} versions={await publishedVersions(desk.db)} />),
  );

  add.get("/policy/versions/:version", async ({ site, reply, params }) => {
    const wanted = Number(params.version);
    const found = (await publishedVersions(desk.db)).find(({ version }) => version === wanted);
    if (!found) return answerPage(reply, site, <MissingPage site={site} />, 404);
    return answerPage(
      reply,
      site,
      <PolicyPage site={site} shown={await desk.policy(wanted)} calendar={calendar} now={now()} />,
    );
  });

  add.get("/policy.json", async ({ site, request, reply }) => {
    const text = JSON.stringify(site.policy);
    const tag = `"${createHash("sha256").update(text).digest("hex").slice(0, 32)}"`;
    reply.header("etag", tag).header("cache-control", "public, max-age=60");
    return request.headers["if-none-match"] === tag
      ? reply.code(304).send()
      : reply.type("application/json; charset=utf-8").send(text);
  });
}
