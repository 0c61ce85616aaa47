import { Anchor, Table, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Figures } from "../../../src/areas/reports/contract.ts";
import { domain } from "../../../src/texts/domain.ts";
import { reportWords } from "../../../src/texts/reports.ts";
import { useShortFormat, useWords } from "../../language.tsx";

/** Every case beyond its date, with the way to it: as many of them as this reader may see. */
export function Overdue({ open, zone }: { open: Figures["open"]; zone: string }) {
  const { language } = useWords();
  const w = reportWords(language);
  const format = useShortFormat(zone);
  if (open.overdueInAll === 0) return null;
  const d: Record<string, Record<string, string>> = domain(language);
  const head = w.overdueHead;
  const further = open.overdueInAll - open.overdue.length;
  return (
    <section aria-labelledby="overdue">
      <Title order={2} size="h4" id="overdue" mb="xs">
        {w.overdue}
      </Title>
      {open.overdue.length > 0 && (
        <Table.ScrollContainer minWidth={0} type="native">
          <Table aria-labelledby="overdue">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{head.reference}</Table.Th>
                <Table.Th>{head.clock}</Table.Th>
                <Table.Th visibleFrom="sm" ta="right">
                  {head.age}
                </Table.Th>
                <Table.Th visibleFrom="sm">{head.reason}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {open.overdue.map((each) => (
                <Table.Tr key={`${each.complaintId} ${each.clock}`}>
                  <Table.Td>
                    <Anchor
                      fw={600}
                      renderRoot={(props) => (
                        <Link to="/complaints/$id" params={{ id: each.complaintId }} {...props} />
                      )}
                    >
                      {each.reference}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {d.stage![each.stage] ?? each.stage}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {d.clock![each.clock] ?? each.clock}
                    <Text size="sm" c="dimmed">
                      {format(each.dueAt)}
                    </Text>
                  </Table.Td>
                  <Table.Td visibleFrom="sm" ta="right">
                    {each.age}
                  </Table.Td>
                  <Table.Td visibleFrom="sm">
                    {each.lateReason === undefined ? w.noReason : d.lateReason![each.lateReason]}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {further > 0 && (
        <Text size="sm" c="dimmed">
          {w.notYours(further)}
        </Text>
      )}
    </section>
  );
}
