import { queryOptions } from "@tanstack/react-query";
import { ask } from "../../client.ts";

export type State = "open" | "decided" | "all";

export const answersQuery = (state: State) =>
  queryOptions({
    queryKey: ["surveys", state],
    queryFn: () => ask("GET /surveys/answers", { query: { state } }),
  });
