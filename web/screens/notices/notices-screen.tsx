import { Anchor, Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Notice } from "../../../src/organisation/office/contract.ts";
import { noticeInWords } from "../../../src/texts/notices.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useFormat, useWords } from "../../language.tsx";
import { noticesQuery, useMe } from "../../session.ts";

/** What this person was told, the latest first, each with the way to where it can be put right. */
export function NoticesScreen() {
  const { t, o } = useWords();
  const { data, error } = useQuery(noticesQuery);
  const queryClient = useQueryClient();
  const reading = useMutation({
    mutationFn: (ids: string[]) => ask("POST /notices/reading", { body: { ids } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["notices"] }),
  });
  const unread = data?.items.filter(({ readAt }) => !readAt) ?? [];
  return (
    <Stack maw={800} gap="lg">
      <Group justify="space-between" align="end">
        <div>
          <ScreenTitle>{o.notices.title}</ScreenTitle>
          <Text c="dimmed">{o.notices.lead}</Text>
        </div>
        {unread.length > 0 && (
          <Button
            variant="default"
            loading={reading.isPending}
            onClick={() => reading.mutate(unread.map(({ id }) => id))}
          >
            {o.notices.readAll}
          </Button>
        )}
      </Group>
      <ProblemNote error={error ?? reading.error} />
      {!data && !error && <Text role="status">{t.app.loading}</Text>}
      {data?.items.length === 0 && <Text c="dimmed">{o.notices.empty}</Text>}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
        {data?.items.map((notice) => (
          <News key={notice.id} notice={notice} />
        ))}
      </Stack>
    </Stack>
  );
}

function News({ notice }: { notice: Notice }) {
  const { language, o } = useWords();
  const { zone } = useMe();
  const format = useFormat(zone);
  const { subject, parts } = noticeInWords(language, notice.kind, notice.facts, {
    url: "",
    zone,
    complaintId: notice.complaintId,
  });
  return (
    <Card withBorder component="li">
      <Group justify="space-between" wrap="nowrap" align="start">
        <Text fw={notice.readAt ? 400 : 650}>{subject}</Text>
        {!notice.readAt && <Badge style={{ flexShrink: 0 }}>{o.notices.unread(1).replace("1 ", "")}</Badge>}
      </Group>
      <Text size="sm" c="dimmed">
        {format(notice.createdAt)}
        {notice.state === "failed" && ` · ${o.notices.unsent}`}
      </Text>
      {parts.map((part, index) => (
        <NoticePart key={index} part={part} />
      ))}
    </Card>
  );
}

type Part = ReturnType<typeof noticeInWords>["parts"][number];

function NoticePart({ part }: { part: Part }) {
  if ("text" in part) return <Text size="sm">{part.text}</Text>;
  if ("list" in part)
    return (
      <ul style={{ margin: "0.25rem 0", paddingLeft: "1.25rem" }}>
        {part.list.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  if ("facts" in part)
    return <Text size="sm">{part.facts.map(([label, value]) => `${label}: ${value}`).join(" · ")}</Text>;
  return (
    <Anchor component={Link} to={part.url.replace(/^\/desk/, "") || "/"} size="sm">
      {part.link}
    </Anchor>
  );
}
