import { Alert, Anchor, Badge, Group, SegmentedControl, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { PeriodKind, ReportRow } from "../../../src/areas/reports/contract.ts";
import type { z } from "zod";
import { mayInOffice } from "../../../src/core/access/office.ts";
import { noFigureInWords } from "../../../src/texts/report-refusals.ts";
import { periodInWords } from "../../../src/texts/quantities.ts";
import { reportWords } from "../../../src/texts/reports.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { AuditPackCard } from "./audit-pack-card.tsx";
import { kinds, reportsQuery } from "./reports-query.ts";

/** The reports that were made, the latest first, and how much in each asks for action. */
export function ReportsScreen() {
  const { language, t } = useWords();
  const w = reportWords(language);
  const { kind = "month" } = useSearch({ from: "/inside/reports" });
  const navigate = useNavigate();
  const { roles } = useMe();
  const { data, error } = useQuery(reportsQuery(kind));
  return (
    <Stack gap="lg" maw={820}>
      <div>
        <ScreenTitle>{w.title}</ScreenTitle>
        <Text c="dimmed">{w.lead}</Text>
      </div>
      <SegmentedControl
        aria-label={w.title}
        value={kind}
        onChange={(chosen) =>
          void navigate({
            to: "/reports",
            search: chosen === "month" ? {} : { kind: chosen as PeriodKind },
            replace: true,
          })
        }
        data={kinds.map((value) => ({ value, label: w.kind[value] }))}
        w="fit-content"
      />
      <ProblemNote error={error} />
      {!data && !error && <Text role="status">{t.app.loading}</Text>}
      {data?.refused.map(({ period, refused }) => (
        <Alert key={period} color="red" title={`${periodInWords(language, period)}: ${w.list.refused}`}>
          {noFigureInWords(language, refused)}
        </Alert>
      ))}
      {data?.items.length === 0 && <Text c="dimmed">{w.list.nothing}</Text>}
      {data && data.items.length > 0 && <Reports items={data.items} label={w.kind[kind]} />}
      {mayInOffice(roles, "take-audit-pack") && <AuditPackCard />}
    </Stack>
  );
}

type Row = z.output<typeof ReportRow>;

function Reports({ items, label }: { items: Row[]; label: string }) {
  const { language } = useWords();
  const { list } = reportWords(language);
  return (
    <Table aria-label={label} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{list.period}</Table.Th>
          <Table.Th ta="right">{list.received}</Table.Th>
          <Table.Th ta="right">{list.open}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ period, version, received, openAfter, toAct }) => (
          <Table.Tr key={period} data-row>
            <Table.Td>
              <Anchor
                fw={600}
                renderRoot={(props) => <Link to="/reports/$period" params={{ period }} {...props} />}
              >
                {periodInWords(language, period)}
              </Anchor>
              <Group gap="xs" mt={2}>
                {toAct > 0 ? (
                  <Badge color="red" className="whole">
                    {list.act(toAct)}
                  </Badge>
                ) : (
                  <Text size="sm" c="dimmed">
                    {list.noAct}
                  </Text>
                )}
                {version > 1 && (
                  <Text size="sm" c="dimmed">
                    {list.version(version)}
                  </Text>
                )}
              </Group>
            </Table.Td>
            <Table.Td ta="right">{received}</Table.Td>
            <Table.Td ta="right">{openAfter}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
