import { Anchor, Badge, Card, Group, Stack, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ComplaintRow } from "../../../src/casework/complaints/contract.ts";
import { Due } from "../../components/due.tsx";
import { StageBadge } from "../../components/stage-badge.tsx";
import { useWords } from "../../language.tsx";
import { useNames, usePlatform } from "../../session.ts";

type Rows = { rows: ComplaintRow[] };

export function RowTable({ rows }: Rows) {
  const { t } = useWords();
  const names = useNames();
  const { reference, about, stage, due, owner } = t.register;
  return (
    <Table verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {[reference, about, stage, due, owner].map((heading) => (
            <Table.Th key={heading} scope="col">
              {heading}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id} data-row>
            <Table.Td style={{ whiteSpace: "nowrap" }}>
              <Reference row={row} />
            </Table.Td>
            <Table.Td>
              <About row={row} />
            </Table.Td>
            <Table.Td>
              <StageBadge stage={row.stage} />
            </Table.Td>
            <Table.Td miw="10.5rem">
              <NextDue row={row} />
            </Table.Td>
            <Table.Td>{names(row.ownerId) ?? <Text c="dimmed">{t.app.nobody}</Text>}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function RowCards({ rows }: Rows) {
  const { t } = useWords();
  const names = useNames();
  return (
    <Stack gap="sm">
      {rows.map((row) => (
        <Card key={row.id} withBorder padding="md" data-row>
          <Group justify="space-between" mb={4}>
            <Reference row={row} />
            <StageBadge stage={row.stage} />
          </Group>
          <About row={row} />
          <Group justify="space-between" mt="xs">
            <NextDue row={row} />
            <Text size="sm" c="dimmed">
              {names(row.ownerId) ?? t.app.nobody}
            </Text>
          </Group>
        </Card>
      ))}
    </Stack>
  );
}

const Reference = ({ row }: { row: ComplaintRow }) => (
  <Anchor component={Link} to={`/complaints/${row.id}`} fw={600}>
    {row.reference}
  </Anchor>
);

function About({ row }: { row: ComplaintRow }) {
  const { d } = useWords();
  const platform = usePlatform();
  return (
    <>
      <Text fw={500} lineClamp={2}>
        {row.summary ?? d.subject[row.subject]}
      </Text>
      <Text size="sm" c="dimmed">
        {[row.complainant, d.channel[row.channel], platform(row.platform)].filter(Boolean).join(" · ")}
      </Text>
    </>
  );
}

function NextDue({ row }: { row: ComplaintRow }) {
  const { t, d } = useWords();
  if (!row.nextDue) return <Text c="dimmed">{t.register.nothingDue}</Text>;
  const clocks: Record<string, string> = d.clock;
  return (
    <div>
      <Due at={row.nextDue.dueAt} />
      <Badge color="gray" size="sm">
        {clocks[row.nextDue.clock]}
      </Badge>
    </div>
  );
}
