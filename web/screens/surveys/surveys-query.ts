import { queryOptions } from "@tanstack/react-query";
import { ask } from "../../client.ts";

export type State = "open" | "decided" | "all";

export const answersQuery = (state: State) =>
  queryOptions({
    queryKey: ["surveys", state],
    queryFn: () => ask("GET /surveys/answers", { query: { state } }),
  });

const has = (roles: readonly string[], ...named: string[]) => named.some((role) => roles.includes(role));

export const imports = (roles: readonly string[]) => has(roles, "admin", "intake", "handler", "manager");
export const decides = (roles: readonly string[]) => has(roles, "intake", "handler", "manager");
export const readsAnswers = (roles: readonly string[]) =>
  has(roles, "intake", "handler", "approver", "manager", "auditor");
