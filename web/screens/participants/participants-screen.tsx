import { Anchor, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { monthInWords, participantWords } from "../../../src/texts/participants.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { usePlatform } from "../../session.ts";
import { MonthState } from "./month-state.tsx";
import { monthsQuery } from "./participants-query.ts";

/** The months of the last year, and of which of them the number of participants is known. */
export function ParticipantsScreen() {
  const { language } = useWords();
  const w = participantWords(language);
  const platform = usePlatform();
  const { data, error } = useQuery(monthsQuery);
  const number = new Intl.NumberFormat(language);
  return (
    <Stack gap="lg" maw={720}>
      <div>
        <ScreenTitle>{w.title}</ScreenTitle>
        <Text c="dimmed">{w.lead}</Text>
      </div>
      <ProblemNote error={error} />
      {data && (
        <Table aria-label={w.title} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{w.month}</Table.Th>
              <Table.Th ta="right">{w.participants}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.items.map((month) => (
              <Table.Tr key={month.month}>
                <Table.Td>
                  <Anchor
                    fw={600}
                    renderRoot={(props) => (
                      <Link to="/participants/$month" params={{ month: month.month }} {...props} />
                    )}
                  >
                    {monthInWords(language, month.month)}
                  </Anchor>
                  <div>
                    <MonthState month={month} />
                    {month.version > 0 && month.missing.length > 0 && (
                      <Text size="sm" c="dimmed">
                        {w.missing(month.missing.map(platform).join(", "))}
                      </Text>
                    )}
                  </div>
                </Table.Td>
                <Table.Td ta="right">{month.total === undefined ? "–" : number.format(month.total)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
