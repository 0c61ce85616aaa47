import { Badge, Card, Group, List, Stack, Text, Title } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { formatCents, formatDate } from "../../../src/texts/catalogue.ts";
import { useFormat, useWords } from "../../language.tsx";
import { useNames } from "../../session.ts";
import { Differences } from "./differences.tsx";

/** The proposals in this complaint, the latest first, as the customer sees them. */
export function Proposals({ complaint }: { complaint: ComplaintView }) {
  const { t } = useWords();
  if (complaint.proposals.length === 0) return null;
  return (
    <section aria-labelledby="proposals">
      <Title order={2} size="h4" id="proposals" mb="sm">
        {t.complaint.proposals}
      </Title>
      <Stack>
        {complaint.proposals.toReversed().map((proposal) => (
          <Proposal key={proposal.number} proposal={proposal} />
        ))}
      </Stack>
    </section>
  );
}

function Proposal({ proposal }: { proposal: ComplaintView["proposals"][number] }) {
  const { t, money } = useWords();
  const format = useFormat();
  const names = useNames();
  return (
    <Card withBorder>
      <Group justify="space-between" mb="xs">
        <Text fw={650}>{t.complaint.proposal(proposal.number)}</Text>
        <Group gap={6}>
          {proposal.status === "sent" && !proposal.delivered && (
            <Badge color="orange">{t.complaint.undelivered}</Badge>
          )}
          <Badge color={proposal.status === "accepted" ? "green" : "gray"}>
            {t.complaint.status[proposal.status]}
          </Badge>
        </Group>
      </Group>
      <Text className="words">{proposal.explanation}</Text>
      <List mt="xs">
        {proposal.measures.map((measure) => (
          <MeasureLine key={measure.id} measure={measure} />
        ))}
      </List>
      {proposal.status === "draft" && proposal.endorsedBy && (
        <Text size="sm" mt="xs">
          {money.endorsedBy(names(proposal.endorsedBy) ?? proposal.endorsedBy)}
        </Text>
      )}
      {proposal.changes && <Differences changes={proposal.changes} />}
      {(proposal.status === "sent" || proposal.status === "approved") && (
        <Text size="sm" c="dimmed" mt="xs">
          {t.complaint.until} {format(proposal.validUntil)}
        </Text>
      )}
    </Card>
  );
}

type Measure = ComplaintView["proposals"][number]["measures"][number];

function MeasureLine({ measure }: { measure: Measure }) {
  const { t, d, money, pay, language } = useWords();
  const names = useNames();
  const { kind, description, amountCents, basis, dueOn, code, redeemableUntil, done, task, payment } =
    measure;
  const said = [
    amountCents !== undefined && formatCents(language, amountCents),
    basis && d.basis[basis],
    dueOn && formatDate(language, dueOn),
    code && `${money.code} ${code}`,
    redeemableUntil && `${money.redeemableUntil}: ${formatDate(language, redeemableUntil)}`,
  ].filter(Boolean);
  const going = [
    task && !done && pay.taskOf(names(task.ownerId) ?? task.ownerId),
    task?.dueOn && !done && formatDate(language, task.dueOn),
    payment && pay.state[payment.state],
  ].filter(Boolean);
  return (
    <List.Item icon={done ? <IconCheck size={18} aria-label={t.complaint.done} /> : undefined}>
      <strong>{d.measure[kind]}</strong>
      {said.length > 0 && ` · ${said.join(" · ")}`}: {description}
      {going.length > 0 && (
        <Text size="sm" c="dimmed">
          {going.join(" · ")}
        </Text>
      )}
    </List.Item>
  );
}
