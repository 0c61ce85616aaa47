import { Card, Text, Timeline, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ComplaintView, EventView } from "../../../src/casework/complaints/contract.ts";
import { useShortFormat, useWords } from "../../language.tsx";
import { FoldedText } from "../../components/folded-text.tsx";
import { Files } from "./files.tsx";
import { timelineQuery } from "./timeline-query.ts";
import { useEventDetails } from "./event-details.ts";

/** All that happened, with the words and files that belong to it. */
export function TimelineOf({ complaint }: { complaint: ComplaintView }) {
  const { t, d } = useWords();
  const { data } = useQuery(timelineQuery(complaint));
  const facts: Record<string, string> = d.fact;
  const items = data?.items ?? [];
  return (
    <Card withBorder component="section" aria-labelledby="timeline">
      <Title order={2} size="h4" id="timeline" mb="md">
        {t.complaint.timeline}
      </Title>
      <Timeline bulletSize={16} lineWidth={2} active={items.length}>
        {items.map((event) => (
          <Timeline.Item key={event.version} title={facts[event.type] ?? event.type}>
            <EventOf event={event} complaintId={complaint.id} />
          </Timeline.Item>
        ))}
      </Timeline>
    </Card>
  );
}

/** The statement and a proposal's text stand elsewhere on the page already. */
const shownElsewhere = new Set(["Received", "ProposalDrafted"]);

function EventOf({ event, complaintId }: { event: EventView; complaintId: string }) {
  const { t } = useWords();
  const format = useShortFormat();
  const details = useEventDetails()(event);
  const who =
    event.actorName ??
    (event.actor === "customer"
      ? t.complaint.customer
      : /^[0-9a-f-]{36}$/.test(event.actor)
        ? "API"
        : t.complaint.system);
  return (
    <>
      <Text size="sm" c="dimmed">
        <time dateTime={event.recordedAt}>{format(event.recordedAt)}</time> · {who}
      </Text>
      {details && <Text size="sm">{details}</Text>}
      {!shownElsewhere.has(event.type) &&
        Object.entries(event.words)
          .filter(([name]) => name !== "sha256")
          .map(([name, text]) => (
            <FoldedText
              key={name}
              size="sm"
              className="words quote"
              mt={4}
              text={text}
              folded={event.folded}
            />
          ))}
      <Files complaintId={complaintId} files={event.files} />
    </>
  );
}
