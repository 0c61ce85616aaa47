import { queryOptions } from "@tanstack/react-query";
import { ask } from "../../client.ts";

export const monthsQuery = queryOptions({
  queryKey: ["participants"],
  queryFn: () => ask("GET /participants", { query: {} }),
});

export const monthQuery = (month: string) =>
  queryOptions({
    queryKey: ["participants", month],
    queryFn: () => ask("GET /participants/:month", { params: { month } }),
  });

export const keeps = (roles: readonly string[]): boolean =>
  roles.some((role) => role === "manager" || role === "admin");
