import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { taxonomiesQuery } from "../../taxonomy.ts";
import { TaxonomyCard } from "./taxonomy-card.tsx";

/** The lists by which complaints are told apart, kept by administrators. */
export function TaxonomiesScreen() {
  const { i } = useWords();
  const { data, error } = useQuery(taxonomiesQuery);
  return (
    <Stack gap="lg" maw={900}>
      <div>
        <ScreenTitle>{i.listsTitle}</ScreenTitle>
        <Text c="dimmed">{i.listsLead}</Text>
      </div>
      <ProblemNote error={error} />
      {/* What was typed stays when the list is fetched again; after saving it is built anew. */}
      {data?.items.map((list) => (
        <TaxonomyCard key={`${list.name} ${list.version}`} list={list} />
      ))}
    </Stack>
  );
}
