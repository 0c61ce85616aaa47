import { Anchor, Badge, Card, Group, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Coverage } from "../../../src/areas/training/contract.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useShortDate, useWords } from "../../language.tsx";
import { useNames } from "../../session.ts";
import { coverageQuery } from "./training-query.ts";

/** Who is trained until when, who is not and what is missing; the share of those who own complaints. */
export function CoverageOf() {
  const { training: w, language } = useWords();
  const { data, error } = useQuery(coverageQuery);
  const percent = new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", { style: "percent" });
  return (
    <Card withBorder component="section" aria-labelledby="coverage">
      <Title order={2} size="h4" id="coverage">
        {w.coverage}
      </Title>
      <ProblemNote error={error} />
      {data?.share && (
        <Group gap="sm" my="xs">
          <span className="big">{percent.format(data.share.share)}</span>
          <Text>{w.share(data.trained, data.handlers)}</Text>
        </Group>
      )}
      {data && <People items={data.items} />}
      <Group gap="lg" mt="sm">
        <Anchor href={`/api/v1/training/coverage.csv?language=${language}`} download>
          {w.exportCoverage}
        </Anchor>
        <Anchor href={`/api/v1/training/plan.csv?language=${language}`} download>
          {w.exportPlan}
        </Anchor>
      </Group>
    </Card>
  );
}

type Item = Coverage["items"][number];

function People({ items }: { items: Item[] }) {
  const { training: w } = useWords();
  const names = useNames();
  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{w.person}</Table.Th>
          <Table.Th>{w.trained}</Table.Th>
          <Table.Th visibleFrom="sm">{w.lastSession}</Table.Th>
          <Table.Th visibleFrom="sm">{w.confirmedVersion}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {w.openComplaints}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Row key={item.person} item={item} name={names(item.person) ?? item.person} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ item, name }: { item: Item; name: string }) {
  const { training: w } = useWords();
  const date = useShortDate();
  const { standing, handler, lastSession, confirmedVersion, open } = item;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} style={{ overflowWrap: "anywhere" }}>
        {name}
        {open > 0 && (
          <Text size="sm" c="dimmed" hiddenFrom="sm">
            {w.openComplaints}: {open}
          </Text>
        )}
        {!handler && (
          <Text size="sm" c="dimmed">
            {w.ownsComplaints}: {w.no}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        {standing.trained ? (
          <Badge color="teal" className="whole">
            {w.until} {date(standing.until)}
          </Badge>
        ) : (
          <>
            <Badge color={handler ? "red" : "gray"} className="whole">
              {standing.ended ? `${w.ended} ${date(standing.ended)}` : w.no}
            </Badge>
            <Text size="sm" c="dimmed">
              {w.missing}: {standing.lacks.map((lack) => w.lack[lack]).join(", ")}
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm">{lastSession ? date(lastSession) : w.never}</Table.Td>
      <Table.Td visibleFrom="sm">{confirmedVersion ? w.version(confirmedVersion) : w.never}</Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {open}
      </Table.Td>
    </Table.Tr>
  );
}
