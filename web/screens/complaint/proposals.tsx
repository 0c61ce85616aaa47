import { Badge, Card, Group, List, Stack, Text, Title } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ComplaintView } from "../../../src/complaints/contract.ts";
import { formatCents, formatDate } from "../../../src/words/catalogue.ts";
import { useFormat, useWords } from "../../language.tsx";

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
  const { t, d, language } = useWords();
  const format = useFormat();
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
        {proposal.measures.map(({ id, kind, description, amountCents, basis, dueOn, done }) => (
          <List.Item key={id} icon={done ? <IconCheck size={18} aria-label={t.complaint.done} /> : undefined}>
            <strong>{d.measure[kind]}</strong>
            {amountCents !== undefined && ` · ${formatCents(language, amountCents)}`}
            {basis && ` · ${d.basis[basis]}`}
            {dueOn && ` · ${formatDate(language, dueOn)}`}: {description}
          </List.Item>
        ))}
      </List>
      {(proposal.status === "sent" || proposal.status === "approved") && (
        <Text size="sm" c="dimmed" mt="xs">
          {t.complaint.until} {format(proposal.validUntil)}
        </Text>
      )}
    </Card>
  );
}
