import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { Policy } from "../../core/policy/policy.ts";
import type { Desk } from "../../record/desk.ts";
import { OutcomeUnknown, troubleOf } from "../../engine/database/trouble.ts";
import { withoutWords } from "../../engine/database/without-words.ts";
import type { Answer, Pages } from "./adding.ts";
import { fileLimits } from "../../channels/web-form/form.ts";
import { LaterPage, MissingPage } from "./find-page.tsx";
import { complainRoutes } from "./routes/complain.tsx";
import { customerRoutes } from "./routes/customer.tsx";
import { policyRoutes } from "./routes/policy.tsx";
import { answerPage } from "./answering.tsx";
import { siteOf } from "./site.ts";
import { icon, styleOf, stylePath } from "./style.ts";

const prefixes = ["", "/de", "/p/:platform", "/de/p/:platform", "/p/:platform/de"];

/** The public pages: whole on the server, without any script, cookie or login. */
export const publicPages =
  (desk: Desk): FastifyPluginAsync =>
  async (app) => {
    await app.register(formbody, { bodyLimit: 256 * 1024 });
    await app.register(multipart, {
      limits: {
        fileSize: fileLimits.bytes,
        files: fileLimits.files + 1,
        fields: 20,
        fieldSize: 400_000,
        parts: 40,
      },
    });
    const add = pagesOf(app, desk);
    policyRoutes(add, desk);
    complainRoutes(add, desk);
    customerRoutes(add, desk);
    add.get("/", async ({ site, reply }) => reply.redirect(site.path("/policy"), 302));
    app.get("/icon.svg", { schema: { hide: true } }, async (_, reply) =>
      reply.type("image/svg+xml").header("cache-control", "public, max-age=86400").send(icon),
    );
    app.get<{ Params: { file: string } }>(
      "/style/:file",
      { schema: { hide: true } },
      async (request, reply) => {
        const { platforms } = await desk.policyAt(desk.now());
        const platform = platforms.find((each) => stylePath(each) === `/style/${request.params.file}`);
        if (!platform) return reply.callNotFound();
        return reply
          .type("text/css; charset=utf-8")
          .header("cache-control", "public, max-age=31536000, immutable")
          .send(styleOf(platform));
      },
    );
  };

function pagesOf(app: FastifyInstance, desk: Desk): Pages {
  // Also while the database is away, somebody is told so in the organisation's own name.
  let latest: Policy | undefined;
  const add = (method: "GET" | "POST", page: string, answer: Answer, config: object = {}) => {
    for (const prefix of prefixes)
      app.route({
        method,
        url: prefix === "" || page !== "/" ? `${prefix}${page}` : prefix,
        schema: { hide: true },
        config,
        handler: async (request, reply) => {
          const params = request.params as Record<string, string>;
          const language = prefix.startsWith("/de") || prefix.endsWith("/de") ? "de" : "en";
          const siteIn = (policy: Policy) =>
            siteOf({ policy, platformCode: params.platform, host: request.hostname, language });
          try {
            latest = await desk.policyAt(desk.now());
            const site = siteIn(latest);
            if (site) return await answer({ site, request, reply, params });
            const first = siteOf({ policy: latest, host: "", language })!;
            return answerPage(reply, first, <MissingPage site={first} />, 404);
          } catch (error) {
            const site = latest && (siteIn(latest) ?? siteOf({ policy: latest, host: "", language }));
            const unknown = error instanceof OutcomeUnknown;
            if (!site || !(unknown || troubleOf(error))) throw error;
            request.log.warn(withoutWords(error as Error), "not now");
            return answerPage(
              reply.header("retry-after", "5"),
              site,
              <LaterPage site={site} unknown={unknown} />,
              503,
            );
          }
        },
      });
  };
  return {
    get: (page, answer) => add("GET", page, answer),
    post: (page, answer, config) => add("POST", page, answer, config),
  };
}
