import type { FastifyError, FastifyInstance } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { OutcomeUnknown, troubleOf, type Trouble } from "../../engine/database/trouble.ts";
import { withoutWords } from "../../engine/database/without-words.ts";
import { correctionInWords } from "../../texts/correcting.ts";
import { answerProblem, invalid, problem, type Problem } from "./problems.ts";

const nothing = "Nothing was recorded.";

/** Turns whatever was thrown into a problem; only what nobody expected is an error of ours, logged without its words. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = expected(error);
    if (known) return answerProblem(request, reply, known);
    const later = notNow(error);
    if (later) {
      request.log.warn(withoutWords(error), later.code);
      return answerProblem(request, reply.header("retry-after", "5"), later);
    }
    request.log.error(withoutWords(error), "unexpected");
    const detail = `${nothing} This is our mistake, not yours. Please try again; if it happens again, tell us the number ${request.id}.`;
    return answerProblem(request, reply, problem(500, "unexpected", detail));
  });
  app.setNotFoundHandler((request, reply) => answerProblem(request, reply, noSuchAddress));
}

export const noSuchAddress = problem(
  404,
  "no-such-operation",
  `${nothing} There is no such address or operation; /api/v1/openapi.json lists all.`,
);

/** The database was away, full or too busy: not the request's fault, and it may be sent again. */
function notNow(error: Error): Problem | undefined {
  if (error instanceof OutcomeUnknown)
    return problem(
      503,
      "outcome-unknown",
      "The database did not confirm that this was stored: it may have been recorded or not. Send it again with the same Idempotency-Key, or look before you repeat it.",
    );
  const trouble = troubleOf(error);
  return trouble && problem(503, trouble, `${nothing} ${reasons[trouble]} Please try again in a moment.`);
}

const reasons = {
  unreachable: "The database does not answer.",
  full: "The database has no room left; an operator must make some.",
  busy: "The database has too much to do.",
} as const satisfies Record<Trouble, string>;

function expected(error: FastifyError): Problem | undefined {
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error.validation.flatMap(fieldErrors));
  switch (error.statusCode) {
    case 400:
      return problem(
        400,
        "unreadable",
        `${nothing} The body is not what its Content-Type says, or not valid UTF-8.`,
      );
    case 413:
      return problem(413, "too-large", `${nothing} The request is too large; send less at once.`);
    case 406:
    case 415:
      return problem(415, "unsupported-media-type", `${nothing} Send application/json.`);
    case 429:
      return problem(
        429,
        "too-many-requests",
        `${nothing} Too many requests from you; wait a minute and try again.`,
      );
    default:
      return undefined;
  }
}

type Issue = { instancePath: string; keyword: string; message?: string; params?: { keys?: string[] } };

/** Names the field in the words of the request: `complainant.email`, and each unknown field by its own name. */
function fieldErrors(found: unknown) {
  const { instancePath, keyword, message = "invalid", params } = found as Issue;
  const field = instancePath.replace(/^\//, "").replaceAll("/", ".");
  if (keyword === "unrecognized_keys")
    return (params?.keys ?? []).map((key) => ({
      field: [field, key].filter(Boolean).join("."),
      code: "unknown_field",
      message: correctionInWords("en", "unknown_field"),
    }));
  return [
    { field, code: keyword === "custom" ? message : keyword, message: correctionInWords("en", message) },
  ];
}
