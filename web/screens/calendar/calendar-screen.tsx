import { Alert, Badge, Button, Card, Group, Stack, Table, Text, Title } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { mayInOffice } from "../../../src/core/access/office.ts";
import type { CalendarView } from "../../../src/organisation/policies/contract.ts";
import { formatDate } from "../../../src/texts/catalogue.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";
import { Correction } from "./correction.tsx";
import { Simulator } from "./simulator.tsx";

/** The days that every due date counts by: what the law's rule gives, and every correction with its source. */
export function CalendarScreen() {
  const { t, o } = useWords();
  const mayChange = mayInOffice(useMe().roles, "change-calendar");
  const [year, setYear] = useState(() => new Date().getFullYear());
  const { data, error } = useQuery({
    queryKey: ["calendar", year],
    queryFn: () => ask("GET /calendar", { query: { year } }),
  });
  return (
    <Stack maw={900} gap="xl">
      <div>
        <ScreenTitle>{o.calendar.title}</ScreenTitle>
        <Text c="dimmed">{o.calendar.lead}</Text>
      </div>
      <Simulator />
      <Stack component="section" gap="sm" aria-labelledby="year">
        <Group gap="xs">
          <Button
            variant="default"
            px="xs"
            aria-label={o.calendar.before}
            disabled={year <= 2015}
            onClick={() => setYear(year - 1)}
          >
            <IconChevronLeft size={18} aria-hidden />
          </Button>
          <Title order={2} size="h3" id="year" aria-live="polite">
            {year}
          </Title>
          <Button
            variant="default"
            px="xs"
            aria-label={o.calendar.after}
            disabled={year >= 2040}
            onClick={() => setYear(year + 1)}
          >
            <IconChevronRight size={18} aria-hidden />
          </Button>
          {data && <Text c="dimmed">{o.calendar.businessDays(data.businessDays)}</Text>}
        </Group>
        <ProblemNote error={error} />
        {!data && !error && <Text role="status">{t.app.loading}</Text>}
        {data && <Confirmation calendar={data} mayChange={mayChange} />}
        {data && <Days calendar={data} />}
      </Stack>
      {mayChange && <Correction year={year} />}
      {data && <Changes calendar={data} />}
    </Stack>
  );
}

function Confirmation({ calendar, mayChange }: { calendar: CalendarView; mayChange: boolean }) {
  const { o } = useWords();
  const names = useNames();
  const format = useFormat();
  const queryClient = useQueryClient();
  const { year, confirmed } = calendar;
  const confirming = useMutation({
    mutationFn: () => ask("POST /calendar/confirmation", { body: { year } }),
    onSuccess: (seen) => queryClient.setQueryData(["calendar", year], seen),
  });
  if (confirmed)
    return (
      <Text size="sm">{o.calendar.confirmed(names(confirmed.by) ?? confirmed.by, format(confirmed.at))}</Text>
    );
  if (year <= new Date().getFullYear()) return null;
  return (
    <Alert color="orange">
      <Stack gap="xs" align="start">
        {o.calendar.unconfirmed}
        <ProblemNote error={confirming.error} />
        {mayChange && (
          <Button loading={confirming.isPending} onClick={() => confirming.mutate()}>
            {o.calendar.confirm(year)}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Days({ calendar }: { calendar: CalendarView }) {
  const { language, o } = useWords();
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{o.calendar.date}</Table.Th>
            <Table.Th>{o.calendar.name}</Table.Th>
            <Table.Th visibleFrom="sm">{o.calendar.source}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calendar.days.map(({ date, name, kind, source }) => (
            <Table.Tr key={date}>
              <Table.Td>{formatDate(language, date)}</Table.Td>
              <Table.Td>
                {kind === "business_day" ? <Badge color="orange">{o.calendar.worked}</Badge> : name[language]}
                {kind === "holiday" && weekend(date) && (
                  <Text size="sm" c="dimmed">
                    {o.calendar.weekend}
                  </Text>
                )}
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <Text size="sm" c="dimmed">
                  {source}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const weekend = (date: string) => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());

function Changes({ calendar }: { calendar: CalendarView }) {
  const { language, o } = useWords();
  const names = useNames();
  const format = useFormat();
  return (
    <Card withBorder component="section" aria-labelledby="changes">
      <Title order={2} size="h4" id="changes" mb="xs">
        {o.calendar.changes}
      </Title>
      {calendar.changes.length === 0 && <Text c="dimmed">{o.calendar.noChanges}</Text>}
      {calendar.changes.map((change) => (
        <Text key={change.id} size="sm">
          {formatDate(language, change.date)}:{" "}
          {change.kind === "holiday" ? change.name[language] : o.calendar.kinds[change.kind]}{" "}
          <Text span inherit c="dimmed">
            ({change.source}; {names(change.recordedBy) ?? change.recordedBy}, {format(change.recordedAt)})
          </Text>
        </Text>
      ))}
    </Card>
  );
}
