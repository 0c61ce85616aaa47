import { Anchor, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ProgrammePage } from "../../../src/areas/improvement/contract.ts";
import { monthInWords } from "../../../src/texts/participants.ts";
import { ask } from "../../client.ts";
import { Chart } from "../../components/chart.tsx";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useShortDate, useWords } from "../../language.tsx";
import { ActionList } from "../improvement/action-list.tsx";
import { effectsIn, programmeChart } from "./programme-chart.ts";

export function ProgrammeScreen() {
  const { t } = useWords();
  const { code } = useParams({ from: "/inside/programmes/$code" });
  const { data, error } = useQuery({
    queryKey: ["programme", code],
    queryFn: () => ask("GET /programmes/:code", { params: { code }, query: {} }),
  });
  if (!data) return error ? <ProblemNote error={error} /> : <Text role="status">{t.app.loading}</Text>;
  return <ProgrammeOf programme={data} />;
}

/** A programme over time: its complaints, and when what was improved took effect. */
function ProgrammeOf({ programme }: { programme: ProgrammePage }) {
  const { improvement: w, language } = useWords();
  const drawn = useMemo(() => programmeChart(programme, language), [programme, language]);
  const quiet = programme.months.every(({ complaints }) => complaints === 0);
  return (
    <Stack gap="lg" maw={900}>
      <div>
        <Anchor size="sm" renderRoot={(props) => <Link to="/improvement" {...props} />}>
          {w.back}
        </Anchor>
        <ScreenTitle>{w.programmeTitle(programme[language])}</ScreenTitle>
        <Text c="dimmed">{w.programmeLead}</Text>
      </div>
      {quiet ? <Text>{w.noMonths}</Text> : <Chart drawn={drawn} />}
      <details className="why">
        <summary>{w.table}</summary>
        <Months programme={programme} />
      </details>
      <section aria-label={w.actions}>
        <Title order={2} size="h4">
          {w.actions}
        </Title>
        {programme.actions.length === 0 ? (
          <Text c="dimmed">{w.noActions}</Text>
        ) : (
          <ActionList actions={programme.actions} />
        )}
      </section>
    </Stack>
  );
}

/** The chart in words and numbers. */
function Months({ programme }: { programme: ProgrammePage }) {
  const { improvement: w, language } = useWords();
  const day = useShortDate();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    // Whoever uses no mouse scrolls it by the keyboard.
    <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={w.chart} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.month}</Table.Th>
            <Table.Th ta="right">{w.complaintsColumn}</Table.Th>
            <Table.Th ta="right">{w.participants}</Table.Th>
            <Table.Th ta="right">{w.perHundred}</Table.Th>
            <Table.Th>{w.actionsInMonth}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {programme.months.toReversed().map(({ month, complaints, fewerThan, participants }) => (
            <Table.Tr key={month}>
              <Table.Th scope="row" fw={400}>
                {monthInWords(language, month)}
              </Table.Th>
              <Table.Td ta="right">
                {complaints ?? (fewerThan === undefined ? w.hidden : w.fewerThan(fewerThan))}
              </Table.Td>
              <Table.Td ta="right">{participants === undefined ? "–" : number.format(participants)}</Table.Td>
              <Table.Td ta="right">
                {complaints !== undefined && participants
                  ? number.format((complaints * 100) / participants)
                  : "–"}
              </Table.Td>
              <Table.Td>
                {effectsIn(programme, month)
                  .map(
                    ({ number: action, effectiveOn, verdict }) =>
                      `${w.number(action)} (${day(effectiveOn)}${verdict ? `, ${w.verdict[verdict]}` : ""})`,
                  )
                  .join("; ")}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
