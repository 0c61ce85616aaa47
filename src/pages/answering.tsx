import type { FastifyReply } from "fastify";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Site } from "./site.ts";

/** No script at all, nothing from elsewhere; the platform's own sites may show the page in a frame. */
const policyOf = ({ platform }: Site) =>
  `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${[new URL(platform.website).origin, ...platform.hosts.map((host) => `https://${host}`)].join(" ")}`;

export function answerPage(reply: FastifyReply, site: Site, page: ReactNode, status = 200): FastifyReply {
  return reply
    .code(status)
    .type("text/html; charset=utf-8")
    .removeHeader("x-frame-options")
    .header("content-security-policy", policyOf(site))
    .header("content-language", site.language)
    .send(`<!doctype html>${renderToStaticMarkup(page)}`);
}

/** For what only the customer may see: kept by no cache and told to no other site. */
export const secretly = (reply: FastifyReply): FastifyReply =>
  reply
    .header("cache-control", "no-store")
    .header("referrer-policy", "no-referrer")
    .header("x-robots-tag", "noindex");
