import { Button, Card, MultiSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { routingWords } from "../../../src/words/routing.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { useSaving, type People } from "./saving.ts";
import { SectionTitle } from "./table.tsx";

export function TrainedCard({ trained, people }: { trained: string[]; people: People }) {
  const w = routingWords(useWords().language);
  const [chosen, setChosen] = useState(trained);
  const saving = useSaving(() => ask("PUT /routing/trained", { body: { people: chosen } }));
  return (
    <Card
      withBorder
      component="form"
      aria-labelledby="trained"
      onSubmit={(event) => (event.preventDefault(), saving.mutate(undefined))}
    >
      <SectionTitle id="trained">{w.trained}</SectionTitle>
      <Text c="dimmed" mb="sm">
        {w.trainedHint}
      </Text>
      <Stack gap="sm">
        <MultiSelect aria-labelledby="trained" data={people} value={chosen} onChange={setChosen} searchable />
        <ProblemNote error={saving.error} />
        <Button type="submit" loading={saving.isPending} style={{ alignSelf: "flex-start" }}>
          {w.save}
        </Button>
      </Stack>
    </Card>
  );
}
