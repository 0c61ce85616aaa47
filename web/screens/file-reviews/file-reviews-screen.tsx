import { Anchor, Badge, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { SampledFile } from "../../../src/areas/file-reviews/contract.ts";
import { fileReviewWords } from "../../../src/texts/file-reviews.ts";
import { monthInWords } from "../../../src/texts/participants.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";

/** The closed files that were drawn of each month, and what was found in them. */
export function FileReviewsScreen() {
  const { language } = useWords();
  const w = fileReviewWords(language);
  const { data, error } = useQuery({
    queryKey: ["file-reviews"],
    queryFn: () => ask("GET /file-reviews", {}),
  });
  return (
    <Stack gap="lg" maw={800}>
      <div>
        <ScreenTitle>{w.title}</ScreenTitle>
        <Text c="dimmed">{w.lead}</Text>
      </div>
      <ProblemNote error={error} />
      {data?.items.length === 0 && <Text c="dimmed">{w.none}</Text>}
      {data?.items.map(({ month, closed, files }) => (
        <Card key={month} withBorder component="section" aria-labelledby={`files-${month}`}>
          <Group justify="space-between" gap="xs">
            <Title order={2} size="h4" id={`files-${month}`}>
              {monthInWords(language, month)}
            </Title>
            <Text size="sm" c="dimmed">
              {w.drawn(files.length, closed)}
            </Text>
          </Group>
          <ul className="entries">
            {files.map((file) => (
              <li key={file.complaintId} className="entry">
                <OneFile file={file} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </Stack>
  );
}

function OneFile({
  file: { complaintId, reference, stage, ownerId, mine, reviewed },
}: {
  file: SampledFile;
}) {
  const w = fileReviewWords(useWords().language);
  const names = useNames();
  const format = useShortFormat(useMe().zone);
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Anchor
          fw={600}
          renderRoot={(props) => <Link to="/complaints/$id" params={{ id: complaintId }} {...props} />}
        >
          {reference}
        </Anchor>
        <Text size="sm" c="dimmed">
          {reviewed
            ? w.by(names(reviewed.by) ?? reviewed.by, format(reviewed.at))
            : ownerId && w.owner(names(ownerId) ?? ownerId)}
        </Text>
      </div>
      {reviewed ? (
        <Badge color={reviewed.good === reviewed.of ? "teal" : "orange"}>
          {w.good(reviewed.good, reviewed.of)}
        </Badge>
      ) : stage !== "closed" ? (
        <Badge color="gray">{w.reopened}</Badge>
      ) : (
        <Badge color={mine ? "blue" : "gray"}>{mine ? w.waits : w.notYours}</Badge>
      )}
    </Group>
  );
}
