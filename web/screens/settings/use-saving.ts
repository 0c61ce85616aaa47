import { useMutation, useQueryClient } from "@tanstack/react-query";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";

/** Saves a setting, says so, and reads it and its history anew. */
export function useSaving<B>(name: string, save: (body: B) => Promise<unknown>) {
  const { pay } = useWords();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: async () => {
      tell(pay.saved);
      await Promise.all(
        [
          ["setting", name],
          ["office-history", name],
        ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
    },
  });
}
