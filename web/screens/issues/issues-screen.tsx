import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { mayInOffice } from "../../../src/core/access/office.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { Adding } from "../complaint/investigation/adding.tsx";
import { useFields } from "../complaint/investigation/fields.ts";
import { issuesQuery } from "./issues-query.ts";

/** What several complaints have in common, the most frequent first. */
export function IssuesScreen() {
  const { i } = useWords();
  const me = useMe();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(issuesQuery);
  const { line, text } = useFields({ conflicts: [] });
  const open = async (values: Record<string, string>) => {
    await ask("POST /issues", { body: { name: values.name!, description: values.description } });
    await queryClient.invalidateQueries({ queryKey: ["issues"] });
  };
  return (
    <Stack gap="lg" maw={900}>
      <div>
        <ScreenTitle>{i.issuesTitle}</ScreenTitle>
        <Text c="dimmed">{i.issuesLead}</Text>
      </div>
      <ProblemNote error={error} />
      {mayInOffice(me.roles, "keep-issues") && (
        <Adding
          label={i.openIssue}
          fields={[line("name", i.issueName), text("description", i.issueDescription, false)]}
          send={open}
        />
      )}
      {data?.items.length === 0 && <Text c="dimmed">{i.noIssues}</Text>}
      {data?.items.map(({ id, name, description, complaints, open: still, closed }) => (
        <Card key={id} withBorder>
          <Group justify="space-between" align="start" gap="xs">
            <Anchor fw={650} renderRoot={(props) => <Link to="/issues/$id" params={{ id }} {...props} />}>
              {name}
            </Anchor>
            <Group gap="xs">
              <Badge>{i.counted(complaints)}</Badge>
              {closed ? (
                <Badge color="gray">{i.closed}</Badge>
              ) : (
                <Badge color="orange">{i.openOf(still)}</Badge>
              )}
            </Group>
          </Group>
          {description && <Text className="words">{description}</Text>}
        </Card>
      ))}
    </Stack>
  );
}
