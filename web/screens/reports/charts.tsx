import { Button, Card, SimpleGrid, Text, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import { mayInOffice } from "../../../src/core/access/office.ts";
import type { Figures } from "../../../src/areas/reports/contract.ts";
import type { Drawn } from "../../../src/areas/reports/drawing/drawn.ts";
import { chartsOf } from "../../../src/areas/reports/drawing/charts-of.ts";
import { noFigureInWords } from "../../../src/texts/report-refusals.ts";
import { reportWords } from "../../../src/texts/reports.ts";
import { Chart } from "../../components/chart.tsx";
import { useMe } from "../../session.ts";
import { useWords } from "../../language.tsx";
import { ChartTable } from "./chart-table.tsx";
import { NewLimits, limited, type Limited } from "./new-limits.tsx";
import { useTelling } from "./use-telling.ts";

export function Charts({ figures }: { figures: Figures }) {
  const telling = useTelling();
  const charts = useMemo(() => chartsOf(figures, telling), [figures, telling]);
  const w = reportWords(telling.language);
  return (
    <section aria-labelledby="charts">
      <Title order={2} size="h3" id="charts" mb="sm">
        {w.charts}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {charts.map((drawn) => (
          <ChartCard key={drawn.code} drawn={drawn} period={figures.period} />
        ))}
      </SimpleGrid>
    </section>
  );
}

function ChartCard({ drawn, period }: { drawn: Drawn; period: string }) {
  const { language } = useWords();
  const w = reportWords(language);
  const { roles } = useMe();
  const [asked, ask] = useState(false);
  const { code, title, how, notes, refused } = drawn;
  const decides =
    limited.includes(code as Limited) && mayInOffice(roles, "keep-reports") && /^\d{4}-\d{2}$/.test(period);
  return (
    <Card withBorder component="section" aria-labelledby={`chart-${code}`} className="chart-card">
      <Title order={3} size="h5" id={`chart-${code}`} mb="xs">
        {title}
      </Title>
      {refused === undefined ? (
        <>
          <Chart drawn={drawn} />
          <Text size="sm" c="dimmed" mt="xs">
            {how}
          </Text>
          {notes.map((note) => (
            <Text key={note} size="sm" mt={4}>
              {note}
            </Text>
          ))}
          <ChartTable table={drawn.table} title={title} />
        </>
      ) : (
        <Text c="dimmed">{noFigureInWords(language, refused)}</Text>
      )}
      {decides && refused === undefined && (
        <Button variant="subtle" size="compact-sm" mt="xs" w="fit-content" onClick={() => ask(true)}>
          {w.limits}
        </Button>
      )}
      {asked && (
        <NewLimits chart={code as Limited} title={title} period={period} onClose={() => ask(false)} />
      )}
    </Card>
  );
}
