import { Card, SimpleGrid, Text } from "@mantine/core";
import type { Figures } from "../../../src/areas/reports/contract.ts";
import { glanceOf } from "../../../src/areas/reports/telling/glance.ts";
import { besideOf } from "../../../src/areas/reports/telling/line.ts";
import { numeral } from "../../../src/texts/quantities.ts";
import { reportWords } from "../../../src/texts/reports.ts";
import { useTelling } from "./use-telling.ts";

/** The few numbers that are looked for first, each with how sure it is. */
export function Glance({ figures }: { figures: Figures }) {
  const telling = useTelling();
  const { language } = telling;
  return (
    <SimpleGrid
      component="section"
      aria-label={reportWords(language).key}
      cols={{ base: 2, sm: 3, lg: 6 }}
      spacing="sm"
    >
      {glanceOf(figures, telling).map((line) => (
        <Card key={line.figure} withBorder padding="sm">
          <Text className="big">{numeral(language, line.unit, line.value!)}</Text>
          <Text size="sm">{line.label}</Text>
          <Text size="xs" c="dimmed">
            {besideOf(language, line)}
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  );
}
