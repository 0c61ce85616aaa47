import type { FastifyError, FastifyInstance } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { correctionInWords } from "../words/correcting.ts";
import { answerProblem, invalid, problem, type Problem } from "./problems.ts";

const nothing = "Nothing was recorded.";

/**
 * What may stand in a log of something that was thrown: where it happened. Its message can hold a person's words, of as
 * many lines as they have.
 */
export const withoutWords = (error: Error) => ({
  failure: error.name,
  code: (error as { code?: string }).code,
  stack: error.stack
    ?.slice(error.stack.indexOf(error.message) + error.message.length)
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 5),
});

/** Turns whatever was thrown into a problem; only what nobody expected is an error of ours, logged without its words. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = expected(error);
    if (known) return answerProblem(request, reply, known);
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
