import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { mayInOffice } from "../../core/access/office.ts";
import type { Desk } from "../../record/desk.ts";
import type { Typesetter } from "../../engine/typesetting/typesetting.ts";
import { documentKinds, documentName, makeDocument } from "../../areas/reports/documents/making.ts";
import { showReport } from "../../areas/reports/documents/showing.ts";
import { answerProblem, problem, problemOf } from "./problems.ts";
import { handOver, onlySignedIn, staffOf } from "./signed-in.ts";

const types = {
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const Query = z.strictObject({
  version: z.coerce.number().pipe(z.int32().positive()).optional(),
  language: z.enum(["en", "de"]).default("de"),
});

/** A report as a file, for those who may read it on the screen. */
export function reportDocuments(app: FastifyInstance, desk: Desk, typesetter: Typesetter): void {
  for (const kind of documentKinds)
    app.get<{ Params: { period: string }; Querystring: z.output<typeof Query> }>(
      `/api/v1/reports/:period.${kind}`,
      {
        exposeHeadRoute: false,
        schema: {
          summary: `A report as ${kind.toUpperCase()}`,
          tags: ["downloads"],
          params: z.object({ period: z.string().max(20) }),
          querystring: Query,
        },
        onRequest: onlySignedIn(desk),
      },
      async (request, reply) => {
        const who = staffOf(request);
        if (!mayInOffice(who.roles, "read-reports"))
          return answerProblem(request, reply, problemOf({ kind: "forbidden" }));
        const { version, language } = request.query;
        const shown = await showReport(desk, who, request.params.period, language, version);
        if (!shown) return answerProblem(request, reply, problemOf({ kind: "unknown" }));
        const bytes = await makeDocument(kind, shown, typesetter);
        if (!bytes)
          return answerProblem(
            request,
            reply,
            problem(
              503,
              "takes-too-long",
              "The document could not be set within a minute. Please try again.",
            ),
          );
        const named = `filename="${documentName(shown, kind)}"`;
        return handOver(reply, { bytes, type: types[kind], named });
      },
    );
}
