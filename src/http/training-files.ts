import type { FastifyInstance } from "fastify";
import type { Desk } from "../complaints/desk.ts";
import { coverageCsv, planCsv } from "../training/export.ts";
import { answerProblem, problem, problemOf } from "./problems.ts";
import { whoAsks } from "./who.ts";

/** Tables of the training records for a spreadsheet, in the language that is asked for. */
export function trainingFiles(app: FastifyInstance, desk: Desk): void {
  const serve = (name: string, summary: string, write: typeof coverageCsv) =>
    app.get<{ Querystring: { language?: string } }>(
      `/api/v1/training/${name}.csv`,
      { schema: { summary, tags: ["training"] } },
      async (request, reply) => {
        const who = await whoAsks(desk.db, desk.now(), request);
        if (!who)
          return answerProblem(
            request,
            reply,
            problem(401, "sign-in-first", "Sign in, or send a valid key as Authorization: Bearer."),
          );
        const csv = await write(desk, who, request.query.language === "en" ? "en" : "de");
        if (csv === undefined) return answerProblem(request, reply, problemOf({ kind: "forbidden" }));
        return reply
          .type("text/csv; charset=utf-8")
          .header("content-disposition", `attachment; filename="training-${name}.csv"`)
          .header("cache-control", "no-store")
          .send(csv);
      },
    );
  serve("coverage", "Who is trained until when, as CSV", coverageCsv);
  serve("plan", "The sessions with who was there, as CSV", planCsv);
}
