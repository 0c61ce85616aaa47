import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ComplaintView } from "../../../../src/casework/complaints/contract.ts";
import type { investigationOperations } from "../../../../src/casework/complaints/investigation/contract.ts";
import { ask, Problem } from "../../../client.ts";
import { tell } from "../../../components/tell.ts";
import { useWords } from "../../../language.tsx";

type Change =
  | Extract<keyof typeof investigationOperations, `POST ${string}`>
  | "POST /complaints/:id/findings";

/** The version is part of the key: a newer complaint has another investigation. */
export const investigationQuery = ({ id, version }: Pick<ComplaintView, "id" | "version">) => ({
  queryKey: ["investigation", id, version],
  queryFn: () => ask("GET /complaints/:id/investigation", { params: { id } }),
});

export const useInvestigation = (complaint: ComplaintView) =>
  useQuery({ ...investigationQuery(complaint), placeholderData: (before) => before });

/** Makes a change upon the version that is shown, and shows the complaint as it is then. */
export function useChanging(complaint: ComplaintView) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  return async (change: Change, body: object, n?: number): Promise<void> => {
    const { id, version } = complaint;
    try {
      const changed = await ask(change, {
        params: { id, ...(n !== undefined && { n }) } as never,
        body: body as never,
        version,
      });
      queryClient.setQueriesData<ComplaintView>({ queryKey: ["complaint"] }, (shown) =>
        shown?.id === changed.id ? changed : shown,
      );
      tell(t.complaint.saved);
    } catch (error) {
      if (error instanceof Problem && error.code === "stale")
        void queryClient.invalidateQueries({ queryKey: ["complaint"] });
      throw error;
    }
  };
}
