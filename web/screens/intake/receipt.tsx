import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconPrinter } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useFormat, useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";

/** What to read out, and to print at the desk; told to the person, it is the acknowledgement. */
export function Receipt({ complaint, another }: { complaint: ComplaintView; another: () => void }) {
  const { t, d } = useWords();
  const format = useFormat();
  const me = useMe();
  const { id, reference, version, channel, receivedAt, clocks, complainant } = complaint;
  const telling = useMutation({
    mutationFn: () =>
      ask("POST /complaints/:id/acknowledgement", {
        params: { id },
        version,
        body: { via: channel === "in_person" ? "in_person" : "phone", reached: true },
      }),
  });
  const due = (kind: string) => format(clocks.find((clock) => clock.kind === kind)?.dueAt ?? receivedAt);
  return (
    <Stack>
      <ScreenTitle>{t.intake.savedTitle}</ScreenTitle>
      <Card withBorder padding="xl">
        <Text className="big">{reference}</Text>
        <Text size="lg" mt="sm">
          {t.intake.script(reference, due("proposal"))}
        </Text>
        <Text c="dimmed" mt="md">
          {me.organisation} · {t.complaint.received} {format(receivedAt)} · {d.clock.acknowledgement}:{" "}
          {t.complaint.by} {due("acknowledgement")}
        </Text>
        {complainant.email && me.mailOut && <Text mt="sm">{t.intake.byMail}</Text>}
      </Card>
      <ProblemNote error={telling.error} />
      <Group className="no-print">
        {telling.isSuccess ? (
          <Text role="status" fw={600}>
            <IconCheck size={18} aria-hidden /> {t.intake.toldDone}
          </Text>
        ) : (
          <Button onClick={() => telling.mutate()} loading={telling.isPending}>
            {t.intake.told}
          </Button>
        )}
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => print()}>
          {t.intake.print}
        </Button>
        <Button variant="default" component={Link} to={`/complaints/${id}`}>
          {t.intake.open}
        </Button>
        <Button variant="subtle" onClick={another}>
          {t.intake.another}
        </Button>
      </Group>
    </Stack>
  );
}
