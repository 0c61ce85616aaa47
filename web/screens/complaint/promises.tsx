import { Badge, Card, Group, Stack, Text, Title } from "@mantine/core";
import type { ClockView, ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { explainInWords } from "../../../src/texts/explaining.ts";
import { Due } from "../../components/due.tsx";
import { useFormat, useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";

const colour: Record<ClockView["status"], string> = {
  running: "blue",
  met: "green",
  missed: "red",
  not_applicable: "gray",
};

/** Every promise that was made about this complaint, and whether it was kept; the law's clocks and our own beside them. */
export function Promises({ complaint }: { complaint: ComplaintView }) {
  const { t, d, o } = useWords();
  const { clocks, declarations, targets } = complaint;
  return (
    <Card withBorder component="section" aria-labelledby="promises">
      <Title order={2} size="h4" id="promises" mb="sm">
        {t.complaint.promises}
      </Title>
      <Stack gap="sm">
        {clocks.map((clock) => (
          <ClockLine key={`${clock.kind} ${clock.round}`} name={d.clock[clock.kind]} clock={clock} />
        ))}
        {declarations.length > 0 && (
          <Title order={3} size="h5">
            {o.complaint.declarations}
          </Title>
        )}
        {declarations.map((clock) => (
          <ClockLine key={clock.number} name={d.declaration[clock.kind]} clock={clock} />
        ))}
        <Title order={3} size="h5">
          {o.complaint.targets}
        </Title>
        {targets.map((clock) => (
          <ClockLine key={`${clock.kind} ${clock.round}`} name={d.clock[clock.kind]} clock={clock} />
        ))}
      </Stack>
    </Card>
  );
}

function ClockLine({ name, clock }: { name: string; clock: Omit<ClockView, "kind"> }) {
  const { d, o } = useWords();
  const { zone } = useMe();
  const format = useFormat(zone);
  const { status, metAt, dueAt, targetAt, lateReason, notApplicable } = clock;
  const open = status === "running" || (status === "missed" && !metAt);
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="start">
        <Text fw={600}>{name}</Text>
        <Badge color={colour[status]} style={{ flexShrink: 0 }}>
          {d.clockStatus[status]}
        </Badge>
      </Group>
      {open ? <Due at={dueAt} full /> : <Text c="dimmed">{format(metAt ?? dueAt)}</Text>}
      {open && targetAt && targetAt !== dueAt && (
        <Text size="sm" c="dimmed">
          {o.complaint.staffTarget} {format(targetAt)}
        </Text>
      )}
      {notApplicable && <Text size="sm">{d.notApplicable[notApplicable]}</Text>}
      {lateReason && <Text size="sm">{d.lateReason[lateReason]}</Text>}
      <Why why={clock.why} />
    </div>
  );
}

function Why({ why }: { why: ClockView["why"] }) {
  const { language, o } = useWords();
  const { zone } = useMe();
  return (
    <details className="why">
      <summary>{o.complaint.why}</summary>
      <Text size="sm">{explainInWords(language, why, zone)}</Text>
    </details>
  );
}
