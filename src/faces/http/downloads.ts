import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Desk } from "../../record/desk.ts";
import { rawLetter, rawMessage } from "../../channels/email/lists.ts";
import { attachment } from "../../casework/complaints/queries/attachment.ts";
import { safeName } from "../../areas/dossier/file-names.ts";
import { actionFile } from "../../areas/improvement/evidence.ts";
import { paymentFileBytes } from "../../casework/payments/files.ts";
import { answerProblem, problem, problemOf } from "./problems.ts";
import { handOver, onlySignedIn, staffOf } from "./signed-in.ts";
import type { Staff } from "../../core/access/access.ts";

type Params = { id: string; version?: string; index?: string };
type Download = { bytes: Buffer; name: string; type: string; held?: string } | undefined;

/** What came from outside, or went there, byte for byte. */
export function downloads(app: FastifyInstance, desk: Desk): void {
  const serve = (url: string, summary: string, find: (who: Staff, params: Params) => Promise<Download>) =>
    app.get<{ Params: Params; Querystring: { despite?: string } }>(
      url,
      { schema: { summary, tags: ["downloads"] }, onRequest: onlySignedIn(desk) },
      async (
        request: FastifyRequest<{ Params: Params; Querystring: { despite?: string } }>,
        reply: FastifyReply,
      ) => {
        const found = z.guid().safeParse(request.params.id).success
          ? await find(staffOf(request), request.params)
          : undefined;
        if (!found) return answerProblem(request, reply, problemOf({ kind: "unknown" }));
        if (found.held && request.query.despite !== "held")
          return answerProblem(
            request,
            reply,
            problem(
              409,
              "held",
              `This file was set aside (${found.held}) and was not sent. It is kept as it came. If you must open it, do so where it can do no harm: ask again with ?despite=held.`,
            ),
          );
        return handOver(reply, {
          ...found,
          named: `filename*=UTF-8''${encodeURIComponent(safeName(found.name))}`,
        });
      },
    );
  const message = (bytes: Buffer | undefined, name: string): Download =>
    bytes && { bytes, name, type: "message/rfc822" };
  serve("/api/v1/intake/:id/raw", "The original bytes of a message", async (who, { id }) =>
    message(await rawMessage(desk, who, id), `message-${id}.eml`),
  );
  serve("/api/v1/outbox/:id/raw", "A letter as it was sent", async (who, { id }) =>
    message(await rawLetter(desk, who, id), `letter-${id}.eml`),
  );
  serve("/api/v1/payments/files/:id.xml", "An order to the bank, the same bytes each time", (who, { id }) =>
    paymentFileBytes(desk, who, id),
  );
  serve("/api/v1/actions/:id/files/:version", "A file that proves an improvement", (who, { id, version }) =>
    actionFile(desk, who, id, Number(version)),
  );
  serve("/api/v1/complaints/:id/files/:version/:index", "An attachment", (who, { id, version, index }) =>
    attachment(desk, who, id, Number(version), Number(index)),
  );
}
