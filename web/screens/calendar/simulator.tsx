import { Card, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useFormat, useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { officeInstant, officeTime } from "../../office-time.ts";
import { DayStrip } from "./day-strip.tsx";

/** When a promise would fall due, and why; nothing is recorded. */
export function Simulator() {
  const { d, o, language } = useWords();
  const { zone } = useMe();
  const format = useFormat(zone);
  const [from, setFrom] = useState(() => officeTime(new Date().toISOString(), zone));
  const [clock, setClock] = useState("proposal");
  const instant = from === "" ? undefined : officeInstant(from, zone);
  const { data, error } = useQuery({
    queryKey: ["due", instant, clock],
    queryFn: () => ask("GET /calendar/due", { query: { from: instant ?? "", clock: clock as "proposal" } }),
    enabled: instant !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <Card withBorder component="section" aria-labelledby="simulator">
      <Title order={2} size="h4" id="simulator">
        {o.calendar.simulator}
      </Title>
      <Text c="dimmed" mb="sm">
        {o.calendar.simulatorHint}
      </Text>
      <Stack gap="sm">
        <Group align="end" gap="sm">
          <TextInput
            type="datetime-local"
            label={o.calendar.from}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <Select
            label={o.calendar.clock}
            data={Object.entries(d.clock).map(([value, label]) => ({ value, label }))}
            value={clock}
            onChange={(value) => value && setClock(value)}
            allowDeselect={false}
            miw="16rem"
          />
        </Group>
        <ProblemNote error={error} />
        {data && (
          <Stack gap="xs" aria-live="polite">
            <Text size="xl" fw={700}>
              {format(data.dueAt)}
            </Text>
            <Text>{data.text[language]}</Text>
            <DayStrip why={data} />
            <Text size="sm" c="dimmed">
              {data.targetAt ? `${o.calendar.target} ${format(data.targetAt)}` : o.calendar.onlyLetter}
            </Text>
            <Text size="sm" c="dimmed">
              {o.calendar.warn}: {data.warnAt.map(format).join(" · ")}
            </Text>
          </Stack>
        )}
      </Stack>
    </Card>
  );
}
