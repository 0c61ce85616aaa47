import { Badge, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconEye, IconInfoCircle } from "@tabler/icons-react";
import type { Figures } from "../../../src/areas/reports/contract.ts";
import { findingsOf, type ToldFinding, type ToldPart } from "../../../src/areas/reports/telling/findings.ts";
import { reportWords } from "../../../src/texts/reports.ts";
import { useWords } from "../../language.tsx";
import { useTelling } from "./use-telling.ts";

const looks = {
  act: { color: "red", Icon: IconAlertTriangle },
  watch: { color: "yellow", Icon: IconEye },
  good: { color: "teal", Icon: IconCircleCheck },
  note: { color: "gray", Icon: IconInfoCircle },
} as const;

/** What changed, what we decided, what we need: the first page of a report, in plain sentences. */
export function Findings({ figures }: { figures: Figures }) {
  const told = findingsOf(figures, useTelling());
  const needed = told.filter(({ part }) => part === "needed");
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
      {[told.filter((part) => !needed.includes(part)), needed].map((column, index) => (
        <Stack key={index} gap="lg">
          {column.map((part) => (
            <Part key={part.part} part={part} />
          ))}
        </Stack>
      ))}
    </SimpleGrid>
  );
}

function Part({ part: { part, title, findings } }: { part: ToldPart }) {
  const { language } = useWords();
  return (
    <section aria-labelledby={`part-${part}`}>
      <Title order={2} size="h4" id={`part-${part}`} mb="xs">
        {title}
      </Title>
      {findings.length === 0 ? (
        <Text c="dimmed">{reportWords(language).nothing}</Text>
      ) : (
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
          {findings.map((finding, index) => (
            <Finding key={`${finding.code} ${index}`} finding={finding} />
          ))}
        </Stack>
      )}
    </section>
  );
}

function Finding({ finding: { weight, label, text } }: { finding: ToldFinding }) {
  const { color, Icon } = looks[weight];
  return (
    <li className={`finding ${weight}`}>
      <Badge color={color} leftSection={<Icon size={14} aria-hidden />} mt={2}>
        {label}
      </Badge>
      <Text>{text}</Text>
    </li>
  );
}
