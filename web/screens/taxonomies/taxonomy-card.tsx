import { Button, Card, Group, Stack, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Taxonomy, TaxonomyEntry } from "../../../src/organisation/office/taxonomies/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";
import { taxonomiesQuery } from "../../taxonomy.ts";
import { CodeRow } from "./code-row.tsx";

const blank: TaxonomyEntry = { code: "", en: "", de: "", active: true };

/** One list: codes can be named otherwise, retired and added. */
export function TaxonomyCard({ list }: { list: Taxonomy }) {
  const { i } = useWords();
  const queryClient = useQueryClient();
  const [entries, setEntries] = useState(list.entries);
  const saving = useMutation({
    mutationFn: () =>
      ask("PUT /taxonomies/:name", { params: { name: list.name }, body: { version: list.version, entries } }),
    onSuccess: (saved) => {
      queryClient.setQueryData(taxonomiesQuery.queryKey, (shown) =>
        shown ? { items: shown.items.map((each) => (each.name === saved.name ? saved : each)) } : shown,
      );
      tell(i.saved);
    },
  });
  const change = (index: number, to: Partial<TaxonomyEntry>) =>
    setEntries(entries.map((each, at) => (at === index ? { ...each, ...to } : each)));
  return (
    <Card withBorder component="section" aria-labelledby={list.name}>
      <Title order={2} size="h4" id={list.name} mb="sm">
        {i.lists[list.name]}
      </Title>
      <Stack gap="xs">
        {entries.map((entry, index) => (
          <CodeRow
            key={index}
            entry={entry}
            fresh={index >= list.entries.length}
            change={(to) => change(index, to)}
            remove={() => setEntries(entries.filter((_, at) => at !== index))}
          />
        ))}
        <ProblemNote error={saving.error} />
        <Group gap="xs">
          <Button variant="default" onClick={() => setEntries([...entries, blank])}>
            {i.addCode}
          </Button>
          <Button
            loading={saving.isPending}
            disabled={entries === list.entries}
            onClick={() => saving.mutate()}
          >
            {i.save}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
