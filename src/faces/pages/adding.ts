import type { FastifyReply, FastifyRequest } from "fastify";
import type { Site } from "./site.ts";

/** Adds a page under every address it has: plain, in German, and below each platform's name. */
export type Pages = {
  get: (page: string, answer: Answer) => void;
  post: (page: string, answer: Answer, config?: object) => void;
};
export type Asked = {
  site: Site;
  request: FastifyRequest;
  reply: FastifyReply;
  params: Record<string, string>;
};
export type Answer = (asked: Asked) => Promise<unknown>;
