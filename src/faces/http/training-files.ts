import type { FastifyInstance } from "fastify";
import type { Desk } from "../../record/desk.ts";
import { coverageCsv, planCsv } from "../../areas/training/export.ts";
import { answerProblem, problemOf } from "./problems.ts";
import { handOver, onlySignedIn, staffOf } from "./signed-in.ts";

/** Tables of the training records for a spreadsheet, in the language that is asked for. */
export function trainingFiles(app: FastifyInstance, desk: Desk): void {
  const serve = (name: string, summary: string, write: typeof coverageCsv) =>
    app.get<{ Querystring: { language?: string } }>(
      `/api/v1/training/${name}.csv`,
      { schema: { summary, tags: ["training"] }, onRequest: onlySignedIn(desk) },
      async (request, reply) => {
        const csv = await write(desk, staffOf(request), request.query.language === "en" ? "en" : "de");
        if (csv === undefined) return answerProblem(request, reply, problemOf({ kind: "forbidden" }));
        const type = "text/csv; charset=utf-8";
        return handOver(reply, { bytes: csv, type, named: `filename="training-${name}.csv"` });
      },
    );
  serve("coverage", "Who is trained until when, as CSV", coverageCsv);
  serve("plan", "The sessions with who was there, as CSV", planCsv);
}
