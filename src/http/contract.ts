import type { z } from "zod";
import type { Person } from "../core/access/access.ts";
import type { LetterKind } from "../core/complaint/letters.ts";
import type { LetterProblem } from "../core/letters/checking.ts";
import type { PolicyProblem } from "../core/policy/checking.ts";
import type { Refusal } from "../core/complaint/commands.ts";

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
  who: Extract<Person, { kind: "staff" }>;
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
] as const;
export type ConflictCode = (typeof conflictCodes)[number];

/** Everything an operation may answer besides its success; http/ alone knows the status codes. */
export type No =
  | Refusal
  | { kind: "unknown" }
  | { kind: "forbidden" }
  | { kind: "stale"; version: number }
  | { kind: "key-reused" }
  /** Not in this state of things; the code says why. */
  | { kind: "conflict"; code: ConflictCode }
  /** A policy that does not say one thing everywhere. */
  | { kind: "contradictory"; problems: PolicyProblem[] }
  /** A letter that lacks what it must say, or says what none may. */
  | { kind: "unfit"; letter: { kind: LetterKind; language: "en" | "de" }; problems: LetterProblem[] }
  | { kind: "invalid"; field: string; message: string };

export type Handlers<O extends Operations> = {
  [K in keyof O]: (ask: Ask<O[K]>) => Promise<{ ok: Part<O[K], "ok"> } | No>;
};
