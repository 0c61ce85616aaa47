import { Anchor, Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { mayInOffice } from "../../../src/core/access/office.ts";
import type { IssueDetails } from "../../../src/casework/complaints/issues/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { StageBadge } from "../../components/stage-badge.tsx";
import { tell } from "../../components/tell.ts";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { Adding } from "../complaint/investigation/adding.tsx";
import { useFields } from "../complaint/investigation/fields.ts";
import { issueQuery } from "./issues-query.ts";

export function IssueScreen() {
  const { t } = useWords();
  const { id } = useParams({ from: "/inside/issues/$id" });
  const { data, error } = useQuery(issueQuery(id));
  if (!data) return error ? <ProblemNote error={error} /> : <Text role="status">{t.app.loading}</Text>;
  return <IssueOf issue={data} />;
}

/** One issue with every complaint that belongs to it and may be seen. */
function IssueOf({ issue }: { issue: IssueDetails }) {
  const { i } = useWords();
  const me = useMe();
  const format = useShortFormat(me.zone);
  return (
    <Stack gap="lg" maw={900}>
      <Group gap="sm">
        <ScreenTitle>{issue.name}</ScreenTitle>
        <Badge>{i.counted(issue.complaints)}</Badge>
        {issue.closed ? (
          <Badge color="gray">{i.closed}</Badge>
        ) : (
          <Badge color="orange">{i.openOf(issue.open)}</Badge>
        )}
      </Group>
      {issue.description && <Text className="words">{issue.description}</Text>}
      {mayInOffice(me.roles, "keep-issues") && <Changes issue={issue} />}
      {issue.members.length === 0 && <Text c="dimmed">{i.noMembers}</Text>}
      <ul className="entries">
        {issue.members.map(({ id, reference, stage, receivedAt, summary }) => (
          <li key={id} className="entry">
            <Group gap="xs">
              <Anchor renderRoot={(props) => <Link to="/complaints/$id" params={{ id }} {...props} />}>
                {reference}
              </Anchor>
              <StageBadge stage={stage} />
              <Text size="sm" c="dimmed">
                {format(receivedAt)}
              </Text>
            </Group>
            {summary && <Text>{summary}</Text>}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function Changes({ issue }: { issue: IssueDetails }) {
  const { i } = useWords();
  const queryClient = useQueryClient();
  const { line, text } = useFields({ conflicts: [] });
  const { id, version, name, description, closed } = issue;
  const change = async (to: { name?: string; description?: string | undefined; closed?: boolean }) => {
    const changed = await ask("PUT /issues/:id", {
      params: { id },
      body: { version, name, description, closed, ...to },
    });
    queryClient.setQueryData(issueQuery(id).queryKey, changed);
    await queryClient.invalidateQueries({ queryKey: ["issues"] });
    tell(i.saved);
  };
  const closing = useMutation({ mutationFn: () => change({ closed: !closed }) });
  return (
    <div>
      <ProblemNote error={closing.error} />
      <Group gap="xs" align="start">
        <Adding
          key={version}
          label={i.changeIssue}
          fields={[
            { ...line("name", i.issueName), initial: name },
            { ...text("description", i.issueDescription, false), initial: description ?? "" },
          ]}
          send={(values) => change({ name: values.name ?? name, description: values.description })}
        />
        <Button
          size="compact-sm"
          variant="default"
          loading={closing.isPending}
          onClick={() => closing.mutate()}
        >
          {closed ? i.reopenIssue : i.closeIssue}
        </Button>
      </Group>
    </div>
  );
}
