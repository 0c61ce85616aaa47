import type { z } from "zod";
import type { Handlers, Operation } from "../../operations.ts";
import type { Desk } from "../../record/desk.ts";
import type { Staff } from "../../core/access/access.ts";
import { fileReviewOperations } from "../../areas/file-reviews/contract.ts";
import { fileReviewHandlers } from "../../areas/file-reviews/operations.ts";
import { issueOperations } from "../../casework/complaints/issues/contract.ts";
import { issueHandlers } from "../../casework/complaints/issues/operations.ts";
import { officeHandlers } from "../../organisation/operations.ts";
import { improvementOperations } from "../../areas/improvement/contract.ts";
import { improvementHandlers } from "../../areas/improvement/operations.ts";
import { officeOperations } from "../../organisation/office/contract.ts";
import { taxonomyOperations } from "../../organisation/office/taxonomies/contract.ts";
import { taxonomyHandlers } from "../../organisation/office/taxonomies/operations.ts";
import { participantOperations } from "../../areas/participants/contract.ts";
import { participantHandlers } from "../../areas/participants/operations.ts";
import { paymentOperations } from "../../casework/payments/contract.ts";
import { paymentHandlers } from "../../casework/payments/operations.ts";
import { policyOperations } from "../../organisation/policies/contract.ts";
import { policyHandlers } from "../../organisation/policies/operations.ts";
import { reviewOperations } from "../../areas/reviews/contract.ts";
import { reviewHandlers } from "../../areas/reviews/operations.ts";
import { routingOperations } from "../../casework/routing/contract.ts";
import { routingHandlers } from "../../casework/routing/operations.ts";
import { surveyOperations } from "../../areas/surveys/contract.ts";
import { surveyHandlers } from "../../areas/surveys/operations.ts";
import { trainingOperations } from "../../areas/training/contract.ts";
import { trainingHandlers } from "../../areas/training/operations.ts";

const operations = {
  ...issueOperations,
  ...fileReviewOperations,
  ...improvementOperations,
  ...officeOperations,
  ...taxonomyOperations,
  ...participantOperations,
  ...paymentOperations,
  ...policyOperations,
  ...reviewOperations,
  ...routingOperations,
  ...surveyOperations,
  ...trainingOperations,
};
type All = typeof operations;
type Said<O, P extends string> = O extends { [K in P]: infer S extends z.ZodType }
  ? { [K in P]: z.input<S> }
  : { [K in P]?: never };
type Request<O> = Said<O, "params"> & Said<O, "query"> & Said<O, "body">;
type Ok<O> = O extends { ok: infer S extends z.ZodType } ? z.output<S> : never;

/** Asks an operation of the API as a colleague would, by the same schemas and with the same refusals. */
export type Ask = <K extends keyof All>(
  who: Staff,
  operation: K,
  said: Request<All[K]>,
) => Promise<Ok<All[K]>>;

/** @throws Error when it is refused: the sample office does nothing that may not be done */
export function asking(desk: Desk): Ask {
  const handlers: Handlers<All> = {
    ...issueHandlers(desk),
    ...fileReviewHandlers(desk),
    ...improvementHandlers(desk),
    ...officeHandlers(desk),
    ...taxonomyHandlers(desk),
    ...participantHandlers(desk),
    ...paymentHandlers(desk),
    ...policyHandlers(desk),
    ...reviewHandlers(desk),
    ...routingHandlers(desk),
    ...surveyHandlers(desk),
    ...trainingHandlers(desk),
  };
  return async (who, key, said) => {
    const operation: Operation = operations[key];
    const part = (name: "params" | "query" | "body") =>
      operation[name]?.parse((said as Record<string, unknown>)[name] ?? {});
    const ask = { who, params: part("params"), query: part("query"), body: part("body") };
    const answer = await (handlers[key] as (asked: typeof ask) => Promise<object>)(ask);
    if (!("ok" in answer)) throw new Error(`${key} was refused: ${JSON.stringify(answer)}`);
    return answer.ok as Ok<All[typeof key]>;
  };
}
