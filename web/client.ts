import type { z } from "zod";
import type { auditPackOperations } from "../src/areas/audit-packs/contract.ts";
import type { mailOperations } from "../src/channels/email/contract.ts";
import type { complaintOperations } from "../src/casework/complaints/contract.ts";
import type { investigationOperations } from "../src/casework/complaints/investigation/contract.ts";
import type { improvementOperations } from "../src/areas/improvement/contract.ts";
import type { issueOperations } from "../src/casework/complaints/issues/contract.ts";
import type { letterOperations } from "../src/casework/letters/contract.ts";
import type { officeOperations } from "../src/organisation/office/contract.ts";
import type { reviewOperations } from "../src/areas/reviews/contract.ts";
import type { routingOperations } from "../src/casework/routing/contract.ts";
import type { participantOperations } from "../src/areas/participants/contract.ts";
import type { reportOperations } from "../src/areas/reports/contract.ts";
import type { paymentOperations } from "../src/casework/payments/contract.ts";
import type { taxonomyOperations } from "../src/organisation/office/taxonomies/contract.ts";
import type { policyOperations } from "../src/organisation/policies/contract.ts";
import type { fileReviewOperations } from "../src/areas/file-reviews/contract.ts";
import type { surveyOperations } from "../src/areas/surveys/contract.ts";
import type { staffOperations } from "../src/organisation/staff/contract.ts";
import type { trainingOperations } from "../src/areas/training/contract.ts";

// Types only: no schema reaches the browser.
type Operations = typeof complaintOperations &
  typeof investigationOperations &
  typeof issueOperations &
  typeof taxonomyOperations &
  typeof staffOperations &
  typeof mailOperations &
  typeof letterOperations &
  typeof policyOperations &
  typeof routingOperations &
  typeof officeOperations &
  typeof improvementOperations &
  typeof reviewOperations &
  typeof participantOperations &
  typeof paymentOperations &
  typeof trainingOperations &
  typeof fileReviewOperations &
  typeof surveyOperations &
  typeof reportOperations &
  typeof auditPackOperations;
type Part<O, P extends string> = O extends { [K in P]: infer S extends z.ZodType }
  ? { [K in P]: z.input<S> }
  : { [K in P]?: undefined };
type Given<O> = Part<O, "params"> & Part<O, "query"> & Part<O, "body"> & { version?: number };
type Answer<O> = O extends { ok: infer S extends z.ZodType } ? z.output<S> : never;

export type FieldProblem = { field: string; code: string; message: string; found?: string };

/** A "no" of the server: what happened, what was kept and what to do, with the fields that it is about. */
export class Problem extends Error {
  status: number;
  code: string;
  errors: FieldProblem[];
  cents: Record<string, number>;
  constructor(
    status: number,
    body: { detail?: string; code?: string; errors?: FieldProblem[]; cents?: Record<string, number> },
  ) {
    super(body.detail ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? "unexpected";
    this.errors = body.errors ?? [];
    this.cents = body.cents ?? {};
  }
}

/** Asks one operation; a change carries a key and the version that was shown. */
export async function ask<K extends keyof Operations>(
  key: K,
  given: Given<Operations[K]>,
): Promise<Answer<Operations[K]>> {
  const {
    params = {},
    query = {},
    body,
    version,
  } = given as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
    version?: number;
  };
  const [method, path] = key.split(" ") as [string, string];
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const chosen = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const search = new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString();
  return send(method, `${filled}${search && `?${search}`}`, body, version) as Promise<Answer<Operations[K]>>;
}

/** The three requests that make or end a session have no operation of their own. */
export const signIn = (body: { email: string; password: string }) => send("POST", "/session", body);
export const setUp = (body: { token: string; name?: string; email?: string; password: string }) =>
  send("POST", "/set-up", body);
export const signOut = () => send("DELETE", "/session");

/** Keys of requests whose answer never came: asked again in the same words, it is the same change and not a second one. */
const unanswered = new Map<string, string>();

// Not crypto.randomUUID: on plain HTTP, as inside an office, browsers do not offer it.
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );

async function send(method: string, path: string, body?: unknown, version?: number): Promise<unknown> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers["content-type"] = "application/json";
  const told = body === undefined ? undefined : JSON.stringify(body);
  const asked = `${method} ${path} ${told}`;
  if (method === "POST")
    unanswered.set(asked, (headers["idempotency-key"] = unanswered.get(asked) ?? newKey()));
  if (version !== undefined) headers["if-match"] = `"${version}"`;
  const answer = await fetch(`/api/v1${path}`, {
    method,
    headers,
    ...(told !== undefined && { body: told }),
  }).catch(() => undefined);
  if (!answer) throw new Problem(0, { code: "offline" });
  unanswered.delete(asked);
  const answered: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer.status, answered as object);
  return answered;
}
