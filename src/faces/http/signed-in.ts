import type { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Desk } from "../../record/desk.ts";
import { answerProblem, problem } from "./problems.ts";
import { whoAsks } from "./who.ts";
import type { Staff } from "../../core/access/access.ts";

const here = new WeakMap<FastifyRequest, Staff>();

/** Who asks for a download; looked up once, by the gate that the request came through. */
export const staffOf = (request: FastifyRequest): Staff => here.get(request)!;

/** For what is asked for without a body, so that nothing lies between asking and answering. */
export const onlySignedIn =
  ({ db, now }: Desk) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const who = await whoAsks(db, now(), request);
    if (who) return void here.set(request, who);
    return answerProblem(
      request,
      reply,
      problem(401, "sign-in-first", "Sign in, or send a valid key as Authorization: Bearer."),
    );
  };

type Taken = {
  bytes: Uint8Array | Readable | string;
  type: string;
  /** Its name as a parameter of the header: `filename="report.pdf"`. */
  named: string;
};

/** Bytes that are never shown in our own pages: always a download, never sniffed, never with our rights. */
export const handOver = (reply: FastifyReply, { bytes, type, named }: Taken): FastifyReply =>
  reply
    .type(type)
    .header("content-disposition", `attachment; ${named}`)
    .header("cache-control", "no-store")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .send(bytes);
