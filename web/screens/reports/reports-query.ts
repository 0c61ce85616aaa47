import { queryOptions } from "@tanstack/react-query";
import type { PeriodKind } from "../../../src/areas/reports/contract.ts";
import { ask } from "../../client.ts";

export const kinds = ["month", "week", "year"] as const satisfies readonly PeriodKind[];

export const reportsQuery = (kind: PeriodKind) =>
  queryOptions({
    queryKey: ["reports", kind],
    queryFn: () => ask("GET /reports", { query: { kind } }),
  });

export const reportQuery = (period: string, version: number | undefined) =>
  queryOptions({
    queryKey: ["report", period, version ?? "latest"],
    queryFn: () =>
      ask("GET /reports/:period", { params: { period }, query: version === undefined ? {} : { version } }),
  });

export const auditPacksQuery = queryOptions({
  queryKey: ["audit-packs"],
  queryFn: () => ask("GET /audit-packs", {}),
});

/** What stands in the address of these screens. */
export const readKind = (search: Record<string, unknown>): { kind?: PeriodKind } =>
  kinds.some((kind) => kind === search.kind && kind !== "month") ? { kind: search.kind as PeriodKind } : {};

export const readVersion = (search: Record<string, unknown>): { version?: number } =>
  Number.isInteger(search.version) && Number(search.version) > 0 ? { version: Number(search.version) } : {};
