import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { routingWords } from "../../../src/texts/routing.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { peopleQuery } from "../../session.ts";
import { AbsencesCard } from "./absences.tsx";
import { routingKey } from "./saving.ts";
import { TableCard } from "./table.tsx";
import { TrainedCard } from "./trained.tsx";

/** Who gets which complaint. */
export function RoutingScreen() {
  const w = routingWords(useWords().language);
  const { t } = useWords();
  const { data, error } = useQuery({ queryKey: routingKey, queryFn: () => ask("GET /routing", {}) });
  const { data: people } = useQuery(peopleQuery);
  if (!data || !people)
    return error ? <ProblemNote error={error} /> : <Text role="status">{t.app.loading}</Text>;
  const workload = new Map(data.workload.map(({ person, open }) => [person, open]));
  const options = people.items
    .filter(({ disabled }) => !disabled)
    .map(({ id, name }) => ({ value: id, label: `${name} (${w.open(workload.get(id) ?? 0)})` }));
  return (
    <Stack maw={900} gap="lg">
      <div>
        <ScreenTitle>{w.title}</ScreenTitle>
        <Text c="dimmed">{w.lead}</Text>
        {data.unassigned > 0 && <Text mt="xs">{w.unassigned(data.unassigned)}</Text>}
      </div>
      <TableCard table={data.table} people={options} />
      <AbsencesCard absences={data.absences} people={options} />
      <TrainedCard trained={data.trained} />
    </Stack>
  );
}
