import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, Problem } from "../../client.ts";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";

type Change =
  | "PUT /payments/:id"
  | "POST /payments/:id/release"
  | "POST /payments/:id/paid"
  | "POST /payments/:id/cancellation";

/** One change of a payment, upon the state that was shown; list and complaints are read anew. */
export function useChange<C extends Change>(change: C, done: () => void) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const again = () =>
    Promise.all(
      ["payments", "payment-orders", "complaint", "register"].map((key) =>
        queryClient.invalidateQueries({ queryKey: [key] }),
      ),
    );
  return useMutation({
    mutationFn: (given: Parameters<typeof ask<C>>[1]) => ask(change, given),
    onSuccess: async () => {
      tell(t.complaint.saved);
      done();
      await again();
    },
    onError: (problem) => {
      if (problem instanceof Problem && problem.code === "stale") void again();
    },
  });
}
