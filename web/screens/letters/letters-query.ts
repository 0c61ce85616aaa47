import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { LetterTemplate } from "../../../src/casework/letters/contract.ts";
import { ask } from "../../client.ts";

export type Which = Pick<LetterTemplate, "kind" | "language">;
export type Written = Pick<LetterTemplate, "subject" | "body">;

export const lettersQuery = queryOptions({ queryKey: ["letters"], queryFn: () => ask("GET /letters", {}) });

export const wordingsQuery = (params: Which) =>
  queryOptions({
    queryKey: ["letters", "history", params.kind, params.language],
    queryFn: () => ask("GET /letters/:kind/:language/history", { params }),
  });

/** How a text reads; what was shown before stays until the next one is there. */
export const previewQuery = (params: Which, body: Written) =>
  queryOptions({
    queryKey: ["letters", "preview", params.kind, params.language, body.subject, body.body],
    queryFn: () => ask("POST /letters/:kind/:language/preview", { params, body }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
