import { Card, Table, Text, Title } from "@mantine/core";
import type { Figures } from "../../../src/areas/reports/contract.ts";
import { groupsOf } from "../../../src/areas/reports/telling/groups.ts";
import { besideOf, valueOf, type Group, type Line } from "../../../src/areas/reports/telling/line.ts";
import { reportWords } from "../../../src/texts/reports.ts";
import { useTelling } from "./use-telling.ts";

/** Every figure with how it is counted; where there is none, why. */
export function FigureGroups({ figures }: { figures: Figures }) {
  const telling = useTelling();
  const w = reportWords(telling.language);
  return (
    <section aria-labelledby="figures">
      <Title order={2} size="h3" id="figures" mb="sm">
        {w.figures}
      </Title>
      <div className="figure-groups">
        {groupsOf(figures, telling).map((group) => (
          <GroupCard key={group.code} group={group} />
        ))}
      </div>
    </section>
  );
}

function GroupCard({ group: { code, title, how, lines } }: { group: Group }) {
  return (
    <Card withBorder role="group" aria-labelledby={`group-${code}`} mb="md" className="chart-card">
      <Title order={3} size="h5" id={`group-${code}`}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {how}
      </Text>
      <Table aria-labelledby={`group-${code}`} verticalSpacing={5} horizontalSpacing={0}>
        <Table.Tbody>
          {lines.map((line) => (
            <FigureRow key={line.figure} line={line} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function FigureRow({ line }: { line: Line }) {
  const { language } = useTelling();
  const beside = besideOf(language, line);
  const refused = line.refused !== undefined;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} pe="md">
        {line.label}
        {refused && (
          <Text size="sm" c="dimmed">
            {valueOf(language, line)}
          </Text>
        )}
      </Table.Th>
      <Table.Td ta="right" className="tabular">
        {refused ? (
          "–"
        ) : (
          <>
            <Text fw={600} inherit>
              {valueOf(language, line)}
            </Text>
            {beside && (
              <Text size="xs" c="dimmed">
                {beside}
              </Text>
            )}
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
