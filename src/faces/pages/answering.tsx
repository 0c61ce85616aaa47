import type { FastifyReply, FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Site } from "./site.ts";

/** No script at all, nothing from elsewhere; the platform's own sites may show the page in a frame. */
const policyOf = ({ platform }: Site) =>
  `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${[new URL(platform.website).origin, ...platform.hosts.map((host) => `https://${host}`)].join(" ")}`;

export function answerPage(reply: FastifyReply, site: Site, page: ReactNode, status = 200): FastifyReply {
  return dressed(reply, site).code(status).send(html(page));
}

/** A page that is the same for everybody. */
export const answerPublicPage = (request: FastifyRequest, reply: FastifyReply, site: Site, page: ReactNode) =>
  answerUnlessKnown(request, dressed(reply, site), html(page));

const html = (page: ReactNode) => `<!doctype html>${renderToStaticMarkup(page)}`;

const dressed = (reply: FastifyReply, site: Site): FastifyReply =>
  reply
    .type("text/html; charset=utf-8")
    .removeHeader("x-frame-options")
    .header("content-security-policy", policyOf(site))
    .header("content-language", site.language);

/** Answers what the reader has already with a 304, so that looking often costs little. */
export function answerUnlessKnown(request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply {
  const tag = `"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`;
  reply.header("etag", tag).header("cache-control", "public, max-age=60");
  const known = (request.headers["if-none-match"] ?? "")
    .split(",")
    .map((each) => each.trim().replace(/^W\//, ""));
  return known.includes(tag) ? reply.code(304).send() : reply.send(body);
}

/** For what only the customer may see: kept by no cache and told to no other site. */
export const secretly = (reply: FastifyReply): FastifyReply =>
  reply
    .header("cache-control", "no-store")
    .header("referrer-policy", "no-referrer")
    .header("x-robots-tag", "noindex");
