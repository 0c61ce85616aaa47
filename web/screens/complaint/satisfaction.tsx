import { Card, Group, Text, Title } from "@mantine/core";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { useFormat, useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";

/** How satisfied the customer said they are, each time they were asked. */
export function Satisfaction({ complaint }: { complaint: ComplaintView }) {
  const { satisfied, d } = useWords();
  const { zone } = useMe();
  const format = useFormat(zone);
  if (complaint.satisfaction.length === 0) return null;
  const score = (said: 1 | 2 | 3 | 4 | 5 | undefined) =>
    said === undefined ? satisfied.none : `${satisfied.of(said)}, ${satisfied.scale[said]}`;
  return (
    <Card withBorder component="section" aria-labelledby="satisfied">
      <Title order={2} size="h4" id="satisfied" mb="xs">
        {satisfied.title}
      </Title>
      {complaint.satisfaction.map(({ at, via, handling, result }) => (
        <div key={at}>
          <Group gap="lg">
            <Text>
              {satisfied.handlingShort}: <strong>{score(handling)}</strong>
            </Text>
            <Text>
              {satisfied.resultShort}: <strong>{score(result)}</strong>
            </Text>
          </Group>
          <Text size="sm" c="dimmed">
            {format(at)} · {d.via[via]}
          </Text>
        </div>
      ))}
    </Card>
  );
}
