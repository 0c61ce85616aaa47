import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { redactions } from "../../core/complaint/events.ts";
import type { Desk } from "../../record/desk.ts";
import type { Typesetter } from "../../engine/typesetting/typesetting.ts";
import { takeAuditPack } from "../../areas/audit-packs/taking.ts";
import { answerProblem, problemOf } from "./problems.ts";
import { handOver, onlySignedIn, staffOf } from "./signed-in.ts";

/** Its first instant, on the office's calendar, has to be one that the database knows. */
const day = z.iso.date().refine((date) => date >= "0002", { error: "unreadable" });
const Query = z.strictObject({
  from: day,
  to: day,
  redact: z.enum(redactions).default("none"),
  language: z.enum(["en", "de"]).default("de"),
});

/** What an audit asks for, of a range of dates. A GET that records, as the dossier is. */
export function auditPacks(app: FastifyInstance, desk: Desk, typesetter: Typesetter): void {
  app.get<{ Querystring: z.output<typeof Query> }>(
    "/api/v1/audit-pack.zip",
    {
      exposeHeadRoute: false,
      schema: {
        summary: "Policies, reports and register of a range of dates; that you took it is recorded",
        tags: ["downloads"],
        querystring: Query,
      },
      onRequest: onlySignedIn(desk),
    },
    async (request, reply) => {
      const who = staffOf(request);
      const { from, to, redact: redaction, language } = request.query;
      const taken = await takeAuditPack(desk, typesetter, who, {
        from: Temporal.PlainDate.from(from),
        to: Temporal.PlainDate.from(to),
        redaction,
        language,
      });
      if (!("bytes" in taken)) return answerProblem(request, reply, problemOf(taken));
      return handOver(reply, {
        bytes: taken.bytes,
        type: "application/zip",
        named: `filename="${taken.name}"`,
      });
    },
  );
}
