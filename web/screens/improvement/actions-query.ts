import { queryOptions, useQueryClient } from "@tanstack/react-query";
import type { ActionDetails, improvementOperations } from "../../../src/areas/improvement/contract.ts";
import { ask, Problem } from "../../client.ts";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";

export const states = ["open", "overdue", "check", "done", "ended"] as const;
export type State = (typeof states)[number];

/** The filter lives in the address. */
export const readState = (search: Record<string, unknown>): { state?: State } => {
  const state = states.find((each) => each === search.state);
  return state ? { state } : {};
};

export const actionsQuery = (query: { state?: State; complaint?: string; issue?: string; review?: string }) =>
  queryOptions({
    queryKey: ["actions", query],
    queryFn: () => ask("GET /actions", { query }),
    placeholderData: (before) => before,
  });

export const actionQuery = (id: string) =>
  queryOptions({
    queryKey: ["actions", id],
    queryFn: () => ask("GET /actions/:id", { params: { id } }),
  });

/** What would be counted now; another version of the action may be counted otherwise. */
export const soFarQuery = ({ id, version }: Pick<ActionDetails, "id" | "version">) =>
  queryOptions({
    queryKey: ["actions", id, "check", version],
    queryFn: () => ask("GET /actions/:id/check", { params: { id } }),
  });

type Change = Extract<keyof typeof improvementOperations, `POST /actions/:id/${string}`>;

/** Makes a change upon the version that is shown, and shows the action as it is then. */
export function useImproving(action: Pick<ActionDetails, "id" | "version">) {
  const { improvement } = useWords();
  const queryClient = useQueryClient();
  return async (change: Change | "PUT /actions/:id", body: object): Promise<void> => {
    const { id, version } = action;
    try {
      const changed = await ask(change, { params: { id }, body: body as never, version });
      queryClient.setQueryData(actionQuery(id).queryKey, changed);
      await queryClient.invalidateQueries({ queryKey: ["actions"] });
      tell(improvement.saved);
    } catch (error) {
      if (error instanceof Problem && error.code === "stale")
        void queryClient.invalidateQueries({ queryKey: ["actions"] });
      throw error;
    }
  };
}
