import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import type { Ask, Handlers, Operation, Operations } from "../../operations.ts";
import type { Desk } from "../../record/desk.ts";
import { answerProblem, invalid, problem, problemOf, type Problem } from "./problems.ts";
import { problemSchema } from "./problem-schema.ts";
import { fromElsewhere, whoAsks } from "./who.ts";
import type { Staff } from "../../core/access/access.ts";

type Door = Pick<Desk, "db" | "now" | "url">;

/** Mounts one area's table of operations below /api/v1: validation, who asks, idempotency, versions, status codes. */
export function mount<O extends Operations>(
  app: FastifyInstance,
  door: Door,
  area: string,
  operations: O,
  handlers: Handlers<O>,
): void {
  for (const [key, operation] of Object.entries(operations) as [keyof O & string, Operation][]) {
    const [method, path] = key.split(" ") as ["GET" | "POST" | "PUT" | "DELETE", string];
    const { summary, params, query, body, ok, creates, bodyLimit } = operation;
    const status = creates ? 201 : 200;
    app.route({
      method,
      url: `/api/v1${path}`,
      ...(bodyLimit !== undefined && { bodyLimit }),
      schema: {
        summary,
        tags: [area],
        security: [{ key: [] }, { session: [] }],
        ...(params && { params }),
        ...(query && { querystring: query }),
        ...(body && { body }),
        response: { [status]: ok, default: problemSchema },
      },
      // Asked first, so that nobody without a name learns what a valid request looks like.
      onRequest: async (request, reply) => {
        const barred = await bar(door, request);
        return barred && answerProblem(request, reply, barred);
      },
      handler: async (request, reply) => {
        const who = (await whoAsks(door.db, door.now(), request))!;
        const asked = askOf(request, who);
        if ("status" in asked) return answerProblem(request, reply, asked);
        const answer = await (
          handlers[key] as (ask: Ask<unknown>) => Promise<{ ok: unknown } | Parameters<typeof problemOf>[0]>
        )(asked as Ask<unknown>);
        if (!("ok" in answer)) return answerProblem(request, reply, problemOf(answer));
        tagVersion(reply, answer.ok);
        return reply.code(status).header("cache-control", "no-store").send(answer.ok);
      },
    });
  }
}

async function bar({ db, now, url }: Door, request: FastifyRequest): Promise<Problem | undefined> {
  const who = await whoAsks(db, now(), request);
  if (!who)
    return problem(
      401,
      "sign-in-first",
      "Nothing was recorded. Sign in, or send a valid key as Authorization: Bearer.",
    );
  if (request.method !== "GET" && fromElsewhere(request, url))
    return problem(
      403,
      "from-elsewhere",
      "Nothing was recorded. This request came from another site; use Redress itself, or an API key.",
    );
  return undefined;
}

function askOf(request: FastifyRequest, who: Staff) {
  const { params, query, body } = request;
  const key = request.headers["idempotency-key"];
  if (typeof key === "string" && !/^[\x21-\x7e]{1,200}$/.test(key))
    return invalid([
      { field: "Idempotency-Key", code: "invalid", message: "1 to 200 visible ASCII characters" },
    ]);
  const match = request.headers["if-match"];
  const version = match === undefined || match === "*" ? undefined : /^(?:W\/)?"(\d{1,9})"$/.exec(match)?.[1];
  if (match !== undefined && match !== "*" && version === undefined)
    return invalid([
      { field: "If-Match", code: "invalid", message: 'a version in quotation marks, like "7"' },
    ]);
  return {
    who,
    params,
    query,
    body,
    ...(version !== undefined && { expectedVersion: Number(version) }),
    ...(typeof key === "string" && {
      request: {
        key: digest(who.id, key),
        digest: digest(request.method, request.url, JSON.stringify(body)),
      },
    }),
  };
}

const digest = (...parts: string[]) => createHash("sha256").update(parts.join("\0")).digest();

function tagVersion(reply: FastifyReply, answer: unknown): void {
  const version = (answer as { version?: unknown }).version;
  if (typeof version === "number") reply.header("etag", `"${version}"`);
}
