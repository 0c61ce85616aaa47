import { Badge, Card, Group, Stack, Text, Title } from "@mantine/core";
import type { ClockView, ComplaintView } from "../../../src/complaints/contract.ts";
import { Due } from "../../components/due.tsx";
import { useFormat, useWords } from "../../language.tsx";

const colour: Record<ClockView["status"], string> = {
  running: "blue",
  met: "green",
  missed: "red",
  not_applicable: "gray",
};

/** Every promise that was made about this complaint, and whether it was kept. */
export function Promises({ complaint }: { complaint: ComplaintView }) {
  const { t, d } = useWords();
  return (
    <Card withBorder component="section" aria-labelledby="promises">
      <Title order={2} size="h4" id="promises" mb="sm">
        {t.complaint.promises}
      </Title>
      <Stack gap="sm">
        {complaint.clocks.map((clock) => (
          <PromiseLine key={`${clock.kind} ${clock.round}`} clock={clock} />
        ))}
        {complaint.stage === "in_discussion" && complaint.nextProposalBy && (
          <div>
            <Text fw={600}>{d.clock.next_proposal}</Text>
            <Due at={complaint.nextProposalBy} full />
          </div>
        )}
      </Stack>
    </Card>
  );
}

function PromiseLine({ clock }: { clock: ClockView }) {
  const { d } = useWords();
  const format = useFormat();
  return (
    <div>
      <Group justify="space-between">
        <Text fw={600}>{d.clock[clock.kind]}</Text>
        <Badge color={colour[clock.status]}>{d.clockStatus[clock.status]}</Badge>
      </Group>
      {clock.status === "running" || (clock.status === "missed" && !clock.metAt) ? (
        <Due at={clock.dueAt} full />
      ) : (
        <Text c="dimmed">{format(clock.metAt ?? clock.dueAt)}</Text>
      )}
      {clock.lateReason && <Text size="sm">{d.lateReason[clock.lateReason]}</Text>}
    </div>
  );
}
