import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, Problem } from "../../client.ts";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";

export const ownQuery = queryOptions({
  queryKey: ["training", "own"],
  queryFn: () => ask("GET /training/own", {}),
});
export const sessionsQuery = queryOptions({
  queryKey: ["training", "sessions"],
  queryFn: () => ask("GET /training/sessions", { query: {} }),
});
export const coverageQuery = queryOptions({
  queryKey: ["training", "coverage"],
  queryFn: () => ask("GET /training/coverage", {}),
});
export const lessonsQuery = queryOptions({
  queryKey: ["training", "lessons"],
  queryFn: () => ask("GET /training/lessons", {}),
});

/** After a change everything about training is read anew: each part shows something of the others. */
export function useReload() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      ["training", "routing", "office"].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
    );
}

/** One change: done, it is said and shown; upon a stale page, the page is loaded again. */
export function useRecording<V>(record: (values: V) => Promise<unknown>, done: () => void = () => {}) {
  const { training: w } = useWords();
  const reload = useReload();
  return useMutation({
    mutationFn: record,
    onSuccess: async () => {
      tell(w.saved);
      done();
      await reload();
    },
    onError: (problem) => {
      if (problem instanceof Problem && problem.code === "stale") void reload();
    },
  });
}
