import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { RoutingView } from "../../../src/casework/routing/contract.ts";
import { routingWords } from "../../../src/texts/routing.ts";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";

export const routingKey = ["routing"];

/** Saves one part and shows what holds then. */
export function useSaving<T>(save: (value: T) => Promise<RoutingView>) {
  const queryClient = useQueryClient();
  const w = routingWords(useWords().language);
  return useMutation({
    mutationFn: save,
    onSuccess: (seen) => {
      queryClient.setQueryData(routingKey, seen);
      tell(w.saved);
    },
  });
}

export type People = { value: string; label: string }[];
