import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { Report } from "../../../src/areas/reports/contract.ts";
import { periodInWords } from "../../../src/texts/quantities.ts";
import { reportWords } from "../../../src/texts/reports.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useFormat, useWords } from "../../language.tsx";
import { Charts } from "./charts.tsx";
import { Downloads } from "./downloads.tsx";
import { FigureGroups } from "./figure-groups.tsx";
import { Findings } from "./findings.tsx";
import { Glance } from "./glance.tsx";
import { Overdue } from "./overdue.tsx";
import { reportQuery } from "./reports-query.ts";
import { Versions } from "./versions.tsx";

/** One report: first what it says, then what it rests on. */
export function ReportScreen() {
  const { period } = useParams({ from: "/inside/reports/$period" });
  const { version } = useSearch({ from: "/inside/reports/$period" });
  const { language, t } = useWords();
  const w = reportWords(language);
  const { data, error } = useQuery(reportQuery(period, version));
  return (
    <Stack gap="xl" maw={1100}>
      <div>
        <Anchor size="sm" className="no-print" renderRoot={(props) => <Link to="/reports" {...props} />}>
          {w.back}
        </Anchor>
        {data ? <Head report={data} /> : <ScreenTitle>{periodInWords(language, period)}</ScreenTitle>}
      </div>
      <ProblemNote error={error} />
      {!data && !error && <Text role="status">{t.app.loading}</Text>}
      {data && (
        <>
          <Glance figures={data.figures} />
          <Findings figures={data.figures} />
          <Overdue open={data.figures.open} zone={data.figures.zone} />
          <Charts figures={data.figures} />
          <FigureGroups figures={data.figures} />
          <Versions report={data} />
        </>
      )}
    </Stack>
  );
}

function Head({ report }: { report: Report }) {
  const { language, reviews } = useWords();
  const w = reportWords(language);
  const format = useFormat(report.figures.zone);
  return (
    <Group justify="space-between" align="end" gap="md">
      <div>
        <ScreenTitle>{w.report[report.kind](periodInWords(language, report.period))}</ScreenTitle>
        <Text c="dimmed">
          {w.countedOn(format(report.asOf))} · {w.version(report.version)}
          {report.kind === "month" && (
            <>
              {" · "}
              <Anchor
                className="no-print"
                renderRoot={(props) => (
                  <Link to="/reviews/$period" params={{ period: report.period }} {...props} />
                )}
              >
                {reviews.toReview}
              </Anchor>
            </>
          )}
        </Text>
      </div>
      <Downloads report={report} />
    </Group>
  );
}
