import { queryOptions, useQueryClient } from "@tanstack/react-query";
import type { Review } from "../../../src/areas/reviews/contract.ts";
import { ask } from "../../client.ts";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";

export const reviewsQuery = queryOptions({
  queryKey: ["reviews"],
  queryFn: () => ask("GET /reviews", {}),
});
export const reviewQuery = (period: string) =>
  queryOptions({
    queryKey: ["reviews", period],
    queryFn: () => ask("GET /reviews/:period", { params: { period } }),
  });

/** Shows a review as it is after a change. */
export function useReviewed() {
  const { reviews: w } = useWords();
  const queryClient = useQueryClient();
  return async (changed: Review): Promise<void> => {
    queryClient.setQueryData(reviewQuery(changed.period).queryKey, changed);
    await queryClient.invalidateQueries({ queryKey: ["reviews"], exact: true });
    await queryClient.invalidateQueries({ queryKey: ["actions"] });
    tell(w.saved);
  };
}
