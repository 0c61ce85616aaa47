import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Taxonomy } from "../src/organisation/office/taxonomies/contract.ts";
import { ask } from "./client.ts";
import { useWords } from "./language.tsx";

export const taxonomiesQuery = queryOptions({
  queryKey: ["taxonomies"],
  queryFn: () => ask("GET /taxonomies", {}),
  staleTime: 60_000,
});

/** The codes of one list that can be chosen now, and what any of its codes is called. */
export function useTaxonomy(name: Taxonomy["name"]) {
  const { language } = useWords();
  const { data } = useQuery(taxonomiesQuery);
  const entries = data?.items.find((each) => each.name === name)?.entries ?? [];
  const option = (entry: (typeof entries)[number]) => ({ value: entry.code, label: entry[language] });
  return {
    offered: entries.filter(({ active }) => active).map(option),
    /** With those that are retired, for what was before. */
    all: entries.map(option),
    label: (code: string) => entries.find((entry) => entry.code === code)?.[language] ?? code,
  };
}
