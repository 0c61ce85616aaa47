import { Badge, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconEye, IconInfoCircle } from "@tabler/icons-react";
import type { Figures } from "../../../src/reports/contract.ts";
import { findingsOf, type ToldFinding } from "../../../src/reports/telling/findings.ts";
import { reportWords } from "../../../src/words/reports.ts";
import { useTelling } from "./use-telling.ts";

const looks = {
  act: { color: "red", Icon: IconAlertTriangle },
  watch: { color: "yellow", Icon: IconEye },
  good: { color: "teal", Icon: IconCircleCheck },
  note: { color: "gray", Icon: IconInfoCircle },
} as const;

/** What changed, what we decided, what we need: the first page of a report, in plain sentences. */
export function Findings({ figures }: { figures: Figures }) {
  const telling = useTelling();
  const w = reportWords(telling.language);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
      {findingsOf(figures, telling)
        .toSorted((a, b) => b.findings.length - a.findings.length)
        .map(({ part, title, findings }) => (
          <section key={part} aria-labelledby={`part-${part}`}>
            <Title order={2} size="h4" id={`part-${part}`} mb="xs">
              {title}
            </Title>
            {findings.length === 0 ? (
              <Text c="dimmed">{w.nothing}</Text>
            ) : (
              <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
                {findings.map((finding, index) => (
                  <Finding key={`${finding.code} ${index}`} finding={finding} />
                ))}
              </Stack>
            )}
          </section>
        ))}
    </SimpleGrid>
  );
}

function Finding({ finding: { weight, label, text } }: { finding: ToldFinding }) {
  const { color, Icon } = looks[weight];
  return (
    <Group component="li" wrap="nowrap" align="start" gap="sm" className={`finding ${weight}`}>
      <Badge color={color} leftSection={<Icon size={14} aria-hidden />} style={{ flexShrink: 0 }} mt={2}>
        {label}
      </Badge>
      <Text>{text}</Text>
    </Group>
  );
}
