import { queryOptions } from "@tanstack/react-query";
import { ask } from "../../client.ts";

export const issuesQuery = queryOptions({ queryKey: ["issues"], queryFn: () => ask("GET /issues", {}) });
export const issueQuery = (id: string) =>
  queryOptions({ queryKey: ["issue", id], queryFn: () => ask("GET /issues/:id", { params: { id } }) });
