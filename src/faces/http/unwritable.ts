import type { FastifyInstance } from "fastify";
import { correctionInWords } from "../../texts/correcting.ts";
import { answerProblem, invalid } from "./problems.ts";

/**
 * Refuses text that cannot be kept, wherever it stands in a request: PostgreSQL has no NUL and UTF-8 no lone surrogates.
 * Most fields say so themselves; this is for those that do not.
 */
export function refuseUnwritable(app: FastifyInstance): void {
  app.addHook("preHandler", async (request, reply) => {
    const field = unwritableIn(request.params) ?? unwritableIn(request.body);
    if (field === undefined) return undefined;
    return answerProblem(
      request,
      reply,
      invalid([{ field, code: "not_utf8", message: correctionInWords("en", "not_utf8") }]),
    );
  });
}

/** Nothing that we ask for is nested so deeply; what is, would use up the stack of whoever walks through it. */
const deepest = 50;

/** Where it stands, in the words of the request. */
function unwritableIn(value: unknown, field = "", depth = 0): string | undefined {
  if (typeof value === "string") return isWritable(value) ? undefined : field;
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > deepest) throw Object.assign(new Error("too deep"), { statusCode: 400 });
  for (const [key, each] of Object.entries(value)) {
    const found = isWritable(key)
      ? unwritableIn(each, field === "" ? key : `${field}.${key}`, depth + 1)
      : field;
    if (found !== undefined) return found;
  }
  return undefined;
}

const isWritable = (text: string) => text.isWellFormed() && !text.includes("\0");
