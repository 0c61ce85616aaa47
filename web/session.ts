import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { ask } from "./client.ts";

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => ask("GET /session", {}),
  retry: false,
  staleTime: 60_000,
});
export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: () => ask("GET /people", {}),
  staleTime: 60_000,
});

export const noticesQuery = queryOptions({
  queryKey: ["notices"],
  queryFn: () => ask("GET /notices", { query: {} }),
  refetchInterval: 60_000,
});
export const officeQuery = queryOptions({ queryKey: ["office"], queryFn: () => ask("GET /office", {}) });

export const useMe = () => useSuspenseQuery(meQuery).data;

/** What a platform is called; one that is no longer ours keeps its code. */
export function usePlatform() {
  const { platforms } = useMe();
  return (code: string) => platforms.find((platform) => platform.code === code)?.name ?? code;
}

/** Names of colleagues by id; an id that is nobody's is shown as it is. */
export function useNames() {
  const { data } = useQuery(peopleQuery);
  return (id: string | undefined) => data?.items.find((person) => person.id === id)?.name;
}
