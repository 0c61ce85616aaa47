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
