import type { z } from "zod";
import type { Staff } from "./core/access/access.ts";
import type { LetterKind } from "./core/complaint/letters.ts";
import type { LetterProblem } from "./core/letters/checking.ts";
import type { PolicyProblem } from "./core/policy/checking.ts";
import type { Refusal } from "./core/complaint/commands.ts";
import { actionRefusals } from "./core/improvement/deciding.ts";
import { reviewRefusals } from "./core/reviewing/review.ts";

/** One operation of the API: validation, OpenAPI and the browser's types all come from it. */
export type Operation = {
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** What a success answers; 201 when `creates`. */
  ok: z.ZodType;
  creates?: true;
  /** In bytes, for a request that carries a file. */
  bodyLimit?: number;
};

/** "METHOD /path/:param" below /api/v1 → operation. */
export type Operations = { readonly [key: `${"GET" | "POST" | "PUT" | "DELETE"} /${string}`]: Operation };

type Part<O, P extends string> = O extends { [K in P]: infer S extends z.ZodType } ? z.output<S> : undefined;

/** A validated request, with the person who makes it. `request` stands for its Idempotency-Key and body. */
export type Ask<O> = {
  who: Staff;
  params: Part<O, "params">;
  query: Part<O, "query">;
  body: Part<O, "body">;
  expectedVersion?: number;
  request?: { key: Buffer; digest: Buffer };
};

export const conflictCodes = [
  "draft-ended",
  "own-draft",
  "draft-not-approved",
  "draft-outdated",
  "own-deputy",
  "message-settled",
  "letter-not-stopped",
  "code-removed",
  "report-not-due",
  "report-refused",
  "nothing-changed",
  "chart-started",
  "month-not-over",
  "month-ahead",
  "counts-missing",
  "programme-above-platform",
  "session-not-held",
  "correction-without-reason",
  "policy-not-current",
  "lesson-settled",
  "lesson-tells-reference",
  "lesson-tells-contact",
  "lesson-tells-name",
  "lesson-tells-passage",
  "answer-decided",
  ...actionRefusals,
  ...reviewRefusals,
] as const;
export type ConflictCode = (typeof conflictCodes)[number];

export const rowProblemCodes = [
  "not_text",
  "no_rows",
  "too_many_rows",
  "quotes",
  "unreadable_row",
  "cells_differ",
  "column_unknown",
  "column_twice",
  "column_missing",
  "formula",
  "empty_cell",
  "unknown_platform",
  "unknown_programme",
  "not_whole",
  "negative",
  "not_a_month",
  "wrong_month",
  "line_twice",
  "above_platform",
  "not_a_day",
  "off_scale",
  "not_a_language",
  "not_an_address",
] as const;
/** What is wrong in a file that was to be imported, and where; `found` is what stands there. */
export type RowProblem = {
  line: number;
  column?: string;
  code: (typeof rowProblemCodes)[number];
  found?: string;
};

/** Everything an operation may answer besides its success; faces/http alone knows the status codes. */
export type No =
  | Refusal
  | { kind: "unknown" }
  | { kind: "forbidden" }
  | { kind: "stale"; version: number }
  | { kind: "key-reused" }
  /** Not in this state of things; the code says why, and `which` what it is about. */
  | { kind: "conflict"; code: ConflictCode; which?: string[] }
  /** A policy that does not say one thing everywhere. */
  | { kind: "contradictory"; problems: PolicyProblem[] }
  /** A letter that lacks what it must say, or says what none may. */
  | { kind: "unfit"; letter: { kind: LetterKind; language: "en" | "de" }; problems: LetterProblem[] }
  /** A file of which nothing was imported, because of these lines. */
  | { kind: "rows"; problems: RowProblem[] }
  | { kind: "invalid"; field: string; message: string };

export type Handlers<O extends Operations> = {
  [K in keyof O]: (ask: Ask<O[K]>) => Promise<{ ok: Part<O[K], "ok"> } | No>;
};
