import type { FastifyReply, FastifyRequest } from "fastify";
import type { No } from "../../operations.ts";
import type { Refusal } from "../../core/complaint/commands.ts";
import type { PolicyProblem } from "../../core/policy/checking.ts";
import { correctionInWords } from "../../texts/correcting.ts";
import { letterProblemInWords } from "../../texts/letter-templates.ts";
import { contradictionInWords, policyWords } from "../../texts/policy.ts";
import { importWords, rowProblemInWords } from "../../texts/importing.ts";
import { refusalInWords } from "../../texts/refusing.ts";

/** Of a line in a file, `found` is what stands there. */
export type FieldError = { field: string; code: string; message: string; found?: string };

/** RFC 9457. `detail` says what happened, what was kept and what to do; `code` is stable. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  version?: number;
  /** The amounts that the refusal is about. */
  cents?: Record<string, number>;
  errors?: FieldError[];
};

const titles: Record<number, string> = {
  400: "The request cannot be read",
  401: "Sign in first",
  403: "Not allowed",
  404: "Not found",
  409: "Not possible now",
  413: "Too large",
  415: "This kind of content is not accepted",
  422: "Please correct the request",
  429: "Too many requests",
  500: "Something went wrong",
  503: "Not ready",
};

export const problem = (
  status: number,
  code: string,
  detail: string,
  more: Partial<Problem> = {},
): Problem => ({
  type: "about:blank",
  title: titles[status] ?? "Something went wrong",
  status,
  detail,
  code,
  ...more,
});

/** The one place where a "no" of the desk gets its status code. */
export function problemOf(no: No): Problem {
  if ("refused" in no) {
    const detail = refusalInWords("en", no);
    return problem(409, no.refused, detail, {
      ...errorsOf(no, detail),
      ...(no.cents && { cents: no.cents }),
    });
  }
  switch (no.kind) {
    case "unknown":
      return problem(
        404,
        "unknown",
        "There is nothing here, or it is not for you to see. Nothing was recorded. Check the address or the reference.",
      );
    case "forbidden":
      return problem(
        403,
        "forbidden",
        "Your roles do not allow this. Nothing was recorded. Ask a colleague who may, or an administrator.",
      );
    case "stale":
      return problem(
        409,
        "stale",
        `This was changed meanwhile and is now at version ${no.version}. Nothing was recorded. Load it again and look at what changed.`,
        { version: no.version },
      );
    case "key-reused":
      return problem(
        422,
        "key-reused",
        "This Idempotency-Key was used for another request. Nothing was recorded. Use a new key for a new request.",
      );
    case "conflict":
      return problem(409, no.code, policyWords("en").conflict[no.code], {
        ...(no.which && {
          errors: no.which.map((each) => ({
            field: each,
            code: no.code,
            message: policyWords("en").conflict[no.code],
          })),
        }),
      });
    case "contradictory":
      return problem(409, "contradictory", contradictory(no.problems), {
        errors: no.problems.map((each) => ({
          field: each.at,
          code: each.code,
          message: contradictionInWords("en", each),
        })),
      });
    case "unfit":
      return unfit(no);
    case "rows":
      return problem(422, "rows-invalid", importWords("en").nothing(no.problems.length), {
        errors: no.problems.map((each) => ({
          field: [each.line, each.column].filter((part) => part !== undefined).join(":"),
          code: each.code,
          message: rowProblemInWords("en", each),
          ...(each.found !== undefined && { found: each.found }),
        })),
      });
    case "invalid":
      return invalid([{ field: no.field, code: no.message, message: correctionInWords("en", no.message) }]);
  }
}

const contradictory = (problems: PolicyProblem[]) =>
  `Nothing was published. The policy would promise what its clocks do not keep, or mislead: ${problems.map((each) => `${each.at}: ${contradictionInWords("en", each)}`).join("; ")}.`;

function unfit({ letter, problems }: Extract<No, { kind: "unfit" }>): Problem {
  const errors = problems.map((each) => ({
    field: each.line === undefined ? each.at : `${each.at}:${each.line}`,
    code: each.code,
    message: letterProblemInWords("en", each),
  }));
  const told = errors.map(({ field, message }) => `${field}: ${message}`).join("; ");
  return problem(
    422,
    "letter-unfit",
    `The letter “${letter.kind}” (${letter.language}) was not saved; letters go out as they were worded before. Please correct: ${told}.`,
    { errors },
  );
}

/** A refusal names its field, or each allegation that stands in the way. */
function errorsOf({ refused, field, allegations }: Refusal, message: string): { errors?: FieldError[] } {
  const fields = allegations?.map((number) => `allegations.${number}`) ?? (field ? [field] : []);
  return fields.length > 0 ? { errors: fields.map((each) => ({ field: each, code: refused, message })) } : {};
}

export const invalid = (errors: FieldError[]): Problem =>
  problem(
    422,
    "invalid",
    `Nothing was recorded. Please correct: ${errors.map(({ field, message }) => `${field || "request"} (${message})`).join(", ")}.`,
    { errors },
  );

export const answerProblem = (request: FastifyRequest, reply: FastifyReply, body: Problem) =>
  reply
    .code(body.status)
    .type("application/problem+json")
    .send({ ...body, instance: `urn:request:${request.id}` });
