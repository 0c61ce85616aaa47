import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { dossierKinds, redactions } from "../../core/complaint/events.ts";
import type { Desk } from "../../record/desk.ts";
import type { Typesetter } from "../../engine/typesetting/typesetting.ts";
import { handOut } from "../../areas/dossier/handing-out.ts";
import { answerProblem, problem, problemOf } from "./problems.ts";
import { handOver, onlySignedIn, staffOf } from "./signed-in.ts";

const name = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .refine((text) => /[\p{L}\p{N}]{2}/u.test(text) && !/^person( [a-z]{1,3})?$/i.test(text), {
    error: "no_name",
  });

const Query = z.strictObject({
  redact: z.enum(redactions).default("none"),
  also: z.preprocess(
    (given) => (typeof given === "string" ? [given] : given),
    z.array(name).max(20).default([]),
  ),
  language: z.enum(["en", "de"]).optional(),
});

const types = { pdf: "application/pdf", zip: "application/zip" } as const;

/** The whole case to take away. A GET that records: what it records is that somebody got this. */
export function dossiers(app: FastifyInstance, desk: Desk, typesetter: Typesetter): void {
  for (const kind of dossierKinds)
    app.get<{ Params: { id: string }; Querystring: z.output<typeof Query> }>(
      `/api/v1/complaints/:id/dossier.${kind}`,
      {
        // Nobody takes a copy by asking for the headers of one.
        exposeHeadRoute: false,
        schema: {
          summary: `The whole case as ${kind.toUpperCase()}; that you took it is recorded`,
          tags: ["downloads"],
          params: z.object({ id: z.string().max(60) }),
          querystring: Query,
        },
        onRequest: onlySignedIn(desk),
      },
      async (request, reply) => {
        const who = staffOf(request);
        const { redact, also, language = "de" } = request.query;
        const handed = await handOut(desk, typesetter, who, request.params.id, kind, {
          redact,
          also,
          language,
        });
        if (!("bytes" in handed))
          return answerProblem(
            request,
            reply,
            "kind" in handed && handed.kind === "takes-too-long" ? tooLong : problemOf(handed),
          );
        return handOver(reply, {
          bytes: handed.bytes,
          type: types[kind],
          named: `filename="${handed.name}"`,
        });
      },
    );
}

const tooLong = problem(
  503,
  "takes-too-long",
  "The dossier could not be set within a minute, so nothing was handed out. Try again when there is less to do.",
);
