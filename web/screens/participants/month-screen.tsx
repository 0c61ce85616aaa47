import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { mayInOffice } from "../../../src/core/access/office.ts";
import type { ParticipantMonthDetails } from "../../../src/areas/participants/contract.ts";
import { monthInWords, participantWords } from "../../../src/texts/participants.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";
import { ImportFile } from "./import-file.tsx";
import { MonthForm } from "./month-form.tsx";
import { MonthState } from "./month-state.tsx";
import { monthQuery } from "./participants-query.ts";

/** One month: its numbers, a file for them, and how they came about. */
export function MonthScreen() {
  const { month } = useParams({ from: "/inside/participants/$month" });
  const { language } = useWords();
  const w = participantWords(language);
  const { roles } = useMe();
  const { data, error } = useQuery(monthQuery(month));
  return (
    <Stack gap="lg" maw={720}>
      <div>
        <Anchor size="sm" renderRoot={(props) => <Link to="/participants" {...props} />}>
          {w.back}
        </Anchor>
        <ScreenTitle>{`${w.title}: ${monthInWords(language, month)}`}</ScreenTitle>
      </div>
      <ProblemNote error={error} />
      {data && (
        <>
          <Group gap="xs">
            <MonthState month={data} />
            <SavedBy state={data} />
          </Group>
          {/* After saving it is built anew from what was saved. */}
          <MonthForm key={`${month} ${data.version}`} month={data} />
          {mayInOffice(roles, "keep-participants") && <ImportFile key={`${month} file`} month={data} />}
          {data.version > 1 && <History month={month} version={data.version} />}
        </>
      )}
    </Stack>
  );
}

function SavedBy({ state: { source, recordedAt, recordedBy } }: { state: ParticipantMonthDetails }) {
  const { language } = useWords();
  const w = participantWords(language);
  const format = useShortFormat(useMe().zone);
  const names = useNames();
  if (!recordedAt || !source) return null;
  return (
    <Text size="sm" c="dimmed">
      {w.by(names(recordedBy) ?? recordedBy ?? "", format(recordedAt))} ({w.source[source]})
    </Text>
  );
}

function History({ month, version }: { month: string; version: number }) {
  const { language } = useWords();
  const w = participantWords(language);
  const { data } = useQuery({
    queryKey: ["participants", month, "history", version],
    queryFn: () => ask("GET /participants/:month/history", { params: { month } }),
  });
  return (
    <details className="why">
      <summary>{w.history}</summary>
      <Stack gap={4} mt={6}>
        {data?.items.map((state) => (
          <Group key={state.version} gap="xs">
            <Text size="sm">
              {w.version(state.version)}: {state.total ?? "–"}
            </Text>
            <MonthState month={state} />
            <SavedBy state={state} />
          </Group>
        ))}
      </Stack>
    </details>
  );
}
