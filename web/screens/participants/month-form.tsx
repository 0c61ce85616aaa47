import { Button, Card, Checkbox, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { mayInOffice } from "../../../src/core/access/office.ts";
import type { ParticipantMonthDetails } from "../../../src/areas/participants/contract.ts";
import { participantWords } from "../../../src/texts/participants.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { countsOf, linesOf, type PlatformLines } from "./counts.ts";
import { PlatformCounts } from "./platform-counts.tsx";

/** The numbers of a month by platform and programme; for whoever may not change them, just to be read. */
export function MonthForm({ month }: { month: ParticipantMonthDetails }) {
  const { language } = useWords();
  const w = participantWords(language);
  const { platforms, roles } = useMe();
  const queryClient = useQueryClient();
  const [lines, setLines] = useState(() =>
    linesOf(
      month.counts,
      platforms.map(({ code }) => code),
    ),
  );
  const [complete, setComplete] = useState(month.complete);
  const [tried, setTried] = useState(false);
  const counts = countsOf(lines);
  const saving = useMutation({
    mutationFn: () =>
      ask("PUT /participants/:month", {
        params: { month: month.month },
        body: { version: month.version, complete, counts: counts ?? [] },
      }),
    onSuccess: async () => {
      tell(w.saved);
      await queryClient.invalidateQueries({ queryKey: ["participants"] });
    },
  });
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (counts) saving.mutate();
  };
  const change = (platform: string, to: PlatformLines) =>
    setLines(new Map([...lines].map(([code, each]) => [code, code === platform ? to : each])));
  const mayChange = mayInOffice(roles, "keep-participants");
  return (
    <Card withBorder component="section" aria-labelledby="counts">
      <Title order={2} size="h4" id="counts" mb="xs">
        {mayChange ? w.enter : w.participants}
      </Title>
      <form onSubmit={save} noValidate>
        <fieldset disabled={!mayChange} className="plain">
          <Stack gap="lg">
            <Text size="sm" c="dimmed">
              {w.wholeHint}
            </Text>
            {[...lines].map(([platform, each]) => (
              <PlatformCounts
                key={platform}
                platform={platform}
                lines={each}
                tried={tried}
                change={(to) => change(platform, to)}
              />
            ))}
            <Checkbox
              label={w.completeBox}
              description={month.over ? w.completeHint : w.notOver}
              checked={complete}
              disabled={!month.over}
              onChange={(event) => setComplete(event.currentTarget.checked)}
            />
            <ProblemNote error={saving.error} />
            {mayChange && (
              <Button type="submit" loading={saving.isPending} style={{ alignSelf: "flex-start" }}>
                {w.save}
              </Button>
            )}
          </Stack>
        </fieldset>
      </form>
    </Card>
  );
}
