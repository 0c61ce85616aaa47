import { Alert, Anchor, Button, Group, List, Stack, Table, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { mayInOffice } from "../../../src/core/access/office.ts";
import type { Report } from "../../../src/areas/reports/contract.ts";
import { differencesInWords } from "../../../src/areas/reports/telling/differences.ts";
import { reportWords } from "../../../src/texts/reports.ts";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";
import { CountAgain } from "./count-again.tsx";
import { useTelling } from "./use-telling.ts";

/** Why this is another number than last week: every version with its reason, and what each changed. */
export function Versions({ report }: { report: Report }) {
  const { language } = useWords();
  const w = reportWords(language);
  const { roles, zone } = useMe();
  const names = useNames();
  const format = useShortFormat(zone);
  const [asked, ask] = useState(false);
  const { receipts, participants } = report.since;
  return (
    <Stack component="section" aria-labelledby="versions" gap="sm">
      <Title order={2} size="h3" id="versions">
        {w.versions}
      </Title>
      {(receipts > 0 || participants) && (
        <Alert color="yellow">
          {receipts > 0 && <Text>{w.since.receipts(receipts)}</Text>}
          {participants && <Text>{w.since.participants}</Text>}
        </Alert>
      )}
      <List listStyleType="none" spacing="xs">
        {report.versions.map(({ version, asOf, madeBy, reason, hash }) => (
          <List.Item key={version} aria-current={version === report.version}>
            <Anchor
              fw={version === report.version ? 650 : 400}
              renderRoot={(props) => (
                <Link
                  to="/reports/$period"
                  params={{ period: report.period }}
                  search={version === report.versions[0]!.version ? {} : { version }}
                  {...props}
                />
              )}
            >
              {w.list.version(version)}
            </Anchor>
            {` · ${format(asOf)} · ${names(madeBy) ?? w.system}`}
            {reason && ` · ${reason}`}
            <Text size="xs" c="dimmed" className="words">
              SHA-256 {hash}
            </Text>
          </List.Item>
        ))}
      </List>
      <Differences report={report} />
      {mayInOffice(roles, "keep-reports") && (
        <Group className="no-print">
          <Button variant="default" onClick={() => ask(true)}>
            {w.again}
          </Button>
        </Group>
      )}
      {asked && <CountAgain period={report.period} onClose={() => ask(false)} />}
    </Stack>
  );
}

function Differences({ report }: { report: Report }) {
  const telling = useTelling();
  const w = reportWords(telling.language);
  if (report.version === 1) return <Text c="dimmed">{w.noDifferences}</Text>;
  const { figure, was, is } = w.differenceHead;
  return (
    <>
      <Title order={3} size="h5">
        {w.differences}
      </Title>
      <Table aria-label={w.differences} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{figure}</Table.Th>
            <Table.Th ta="right">{was}</Table.Th>
            <Table.Th ta="right">{is}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differencesInWords(report.differences, report.figures, telling).map((each) => (
            <Table.Tr key={each.path}>
              <Table.Td>{each.label}</Table.Td>
              <Table.Td ta="right">{each.was}</Table.Td>
              <Table.Td ta="right">{each.is}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
