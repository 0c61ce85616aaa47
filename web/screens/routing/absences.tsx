import { Button, Card, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { RoutingView } from "../../../src/casework/routing/contract.ts";
import { routingWords } from "../../../src/texts/routing.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { useSaving, type People } from "./saving.ts";
import { SectionTitle } from "./table.tsx";

type Absence = RoutingView["absences"][number];

export function AbsencesCard({ absences, people }: { absences: Absence[]; people: People }) {
  const w = routingWords(useWords().language);
  const [all, setAll] = useState(absences);
  const saving = useSaving(() => ask("PUT /routing/absences", { body: { absences: all } }));
  const change = (at: number, absence: Absence) => setAll(all.map((each, n) => (n === at ? absence : each)));
  return (
    <Card
      withBorder
      component="form"
      aria-labelledby="absences"
      onSubmit={(event) => (event.preventDefault(), saving.mutate(undefined))}
    >
      <SectionTitle id="absences">{w.absences}</SectionTitle>
      <Text c="dimmed" mb="sm">
        {w.absencesHint}
      </Text>
      <Stack gap="sm">
        {all.map((absence, at) => (
          <Group key={at} align="end">
            <Select
              label={w.person}
              data={people}
              value={absence.person || null}
              onChange={(person) => change(at, { ...absence, person: person ?? "" })}
              required
              searchable
            />
            {(["from", "to"] as const).map((end) => (
              <TextInput
                key={end}
                type="date"
                label={w[end]}
                value={absence[end]}
                onChange={({ currentTarget }) => change(at, { ...absence, [end]: currentTarget.value })}
                required
              />
            ))}
            <Button
              variant="default"
              onClick={() => setAll(all.filter((_, n) => n !== at))}
              aria-label={`${w.remove} ${at + 1}`}
            >
              {w.remove}
            </Button>
          </Group>
        ))}
        <ProblemNote error={saving.error} />
        <Group>
          <Button variant="default" onClick={() => setAll([...all, { person: "", from: "", to: "" }])}>
            {w.addAbsence}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {w.save}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
