import type { FastifyInstance } from "fastify";
import fastifyStatic from "@fastify/static";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const built = join(import.meta.dirname, "../../../dist/desk");

// Style attributes are for the preview of a letter, whose frame inherits this and runs nothing.
const policy = (nonce: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** The staff app at /desk: one page for every address below it, and its files, whose names change with their content. */
export async function deskApp(app: FastifyInstance): Promise<void> {
  const index = join(built, "index.html");
  if (!existsSync(index)) {
    app.get("/desk", { schema: { hide: true } }, async (_, reply) =>
      reply.code(503).type("text/plain").send("The staff app is not built; run npm start.\n"),
    );
    return;
  }
  const html = readFileSync(index, "utf8");
  await app.register(fastifyStatic, {
    root: join(built, "assets"),
    prefix: "/desk/assets/",
    wildcard: false,
    index: false,
    setHeaders: (response) => void response.header("cache-control", "public, max-age=31536000, immutable"),
  });
  for (const url of ["/desk", "/desk/*"])
    app.get(url, { schema: { hide: true } }, async (_, reply) => {
      const nonce = randomBytes(16).toString("base64url");
      return reply
        .type("text/html; charset=utf-8")
        .header("cache-control", "no-store")
        .header("content-security-policy", policy(nonce))
        .send(html.replaceAll("__NONCE__", nonce));
    });
}
