import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../../record/desk.ts";
import { SetUp, SignIn } from "../../organisation/staff/contract.ts";
import { setUp } from "../../organisation/staff/invitations.ts";
import { closeSession, openSession } from "../../organisation/staff/sessions.ts";
import { signIn } from "../../organisation/staff/signing-in.ts";
import { answerProblem, invalid, problem } from "./problems.ts";
import { problemSchema } from "./problem-schema.ts";
import { fromElsewhere, sessionCookie, tellSession } from "./who.ts";

const done = z.object({ personId: z.string() });

/** The operations that make a session, and so cannot ask for one. */
export function signingIn(app: FastifyInstance, { db, keys, now, url }: Desk): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const response = { 201: done, default: problemSchema };
  typed.addHook("onRequest", async (request, reply) => {
    if (request.method !== "GET" && fromElsewhere(request, url))
      return answerProblem(
        request,
        reply,
        problem(403, "from-elsewhere", "Nothing was recorded. This request came from another site."),
      );
    return undefined;
  });

  typed.post(
    "/api/v1/session",
    { schema: { summary: "Sign in", tags: ["staff"], body: SignIn, response } },
    async (request, reply) => {
      const signed = await signIn(db, keys, { ...request.body, from: request.ip }, now());
      if ("refused" in signed && signed.refused === "too-soon")
        return answerProblem(
          request,
          reply,
          problem(
            429,
            "too-soon",
            "Too many attempts failed. Please wait a little before the next one; nobody is locked out.",
          ),
        );
      if ("refused" in signed)
        return answerProblem(
          request,
          reply,
          problem(
            401,
            "wrong",
            "The address or the password is not right. Try again, or ask an administrator for a new invitation.",
          ),
        );
      tellSession(reply, signed.token, url);
      return reply.code(201).send({ personId: signed.personId });
    },
  );

  typed.post(
    "/api/v1/set-up",
    { schema: { summary: "Choose a password with an invitation", tags: ["staff"], body: SetUp, response } },
    async (request, reply) => {
      const { token, name, email, password } = request.body;
      const made = await setUp(
        db,
        { token, password, ...(name && { name }), ...(email && { email }) },
        now(),
      );
      if ("refused" in made) {
        if (made.refused === "invitation-unknown")
          return answerProblem(
            request,
            reply,
            problem(
              404,
              "invitation-unknown",
              "This invitation is unknown, used or expired. Nothing was recorded. Ask an administrator for a new one; before the first sign-in, start Redress again.",
            ),
          );
        const field = made.refused === "address-taken" ? "email" : "name";
        return answerProblem(
          request,
          reply,
          invalid([
            {
              field,
              code: made.refused,
              message:
                made.refused === "address-taken"
                  ? "somebody already has this address"
                  : "name and email are needed",
            },
          ]),
        );
      }
      tellSession(reply, await openSession(db, made.personId, now()), url);
      return reply.code(201).send(made);
    },
  );

  typed.delete(
    "/api/v1/session",
    { schema: { summary: "Sign out", tags: ["staff"] } },
    async (request, reply) => {
      const token = request.cookies[sessionCookie];
      if (token !== undefined) await closeSession(db, token);
      return reply
        .clearCookie(sessionCookie, { path: "/" })
        .header("clear-site-data", '"cache", "storage"')
        .code(204)
        .send();
    },
  );
}
