import { Alert, Anchor, Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { mayInOffice } from "../../../src/core/access/office.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useFormat, useWords } from "../../language.tsx";
import { officeQuery, useMe, useNames } from "../../session.ts";
import { Sites } from "./sites.tsx";

/** The policy in force, what is being made of it, and whether the platforms' own sites show it. */
export function PolicyScreen() {
  const { o } = useWords();
  const { data: office } = useQuery(officeQuery);
  return (
    <Stack maw={900} gap="xl">
      <ScreenTitle>{o.policy.title}</ScreenTitle>
      {office && office.warnings.length > 0 && (
        <Alert color="orange">
          {office.warnings.map((warning) => (
            <Text key={warning}>{o.policy.warning[warning]}</Text>
          ))}
        </Alert>
      )}
      <Versions />
      <Drafts />
      <Sites />
    </Stack>
  );
}

function Versions() {
  const { o, language } = useWords();
  const { zone } = useMe();
  const format = useFormat(zone);
  const names = useNames();
  const { data, error } = useQuery({
    queryKey: ["policy", "versions"],
    queryFn: () => ask("GET /policies/versions", {}),
  });
  const now = new Date().toISOString();
  const inForce = data?.items.find(({ effectiveFrom }) => effectiveFrom <= now);
  const page = language === "de" ? "/de/policy" : "/policy";
  return (
    <Card withBorder component="section" aria-labelledby="versions">
      <Group justify="space-between">
        <Title order={2} size="h4" id="versions">
          {inForce ? o.policy.inForce(inForce.version) : o.policy.versions}
        </Title>
        <Anchor href={page} target="_blank">
          {o.policy.page}
        </Anchor>
      </Group>
      <ProblemNote error={error} />
      {data?.items.map(({ version, effectiveFrom, approvedBy }) => (
        <Text key={version} mt={4}>
          <Anchor href={`${page}/versions/${version}`} target="_blank">
            {o.policy.version(version)}
          </Anchor>{" "}
          ·{" "}
          {effectiveFrom > now
            ? o.policy.coming(format(effectiveFrom))
            : o.policy.since(format(effectiveFrom))}
          {approvedBy && ` · ${o.policy.approvedBy(names(approvedBy) ?? approvedBy)}`}
          {version > 1 && (
            <>
              {" · "}
              <Anchor href={`${page}/versions/${version}/changes`} target="_blank">
                {o.policy.changes}
              </Anchor>
            </>
          )}
        </Text>
      ))}
    </Card>
  );
}

function Drafts() {
  const { o } = useWords();
  const me = useMe();
  const names = useNames();
  const format = useFormat(me.zone);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ["policy", "drafts"],
    queryFn: () => ask("GET /policies/drafts", {}),
  });
  const beginning = useMutation({
    mutationFn: () => ask("POST /policies/drafts", { body: {} }),
    onSuccess: async (draft) => {
      await queryClient.invalidateQueries({ queryKey: ["policy", "drafts"] });
      await navigate({ to: "/policy/drafts/$id", params: { id: draft.id } });
    },
  });
  return (
    <Card withBorder component="section" aria-labelledby="drafts">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="drafts">
          {o.policy.drafts}
        </Title>
        {mayInOffice(me.roles, "draft-policy") && (
          <Button loading={beginning.isPending} onClick={() => beginning.mutate()}>
            {o.policy.begin}
          </Button>
        )}
      </Group>
      <ProblemNote error={error ?? beginning.error} />
      {data?.items.length === 0 && <Text c="dimmed">{o.policy.noDrafts}</Text>}
      {data?.items.map(({ id, basedOn, state, revision, savedBy, savedAt }) => (
        <Group key={id} gap="xs" mt={4}>
          <Anchor component={Link} to={`/policy/drafts/${id}`}>
            {o.policy.draftOf(basedOn + 1)}
          </Anchor>
          <Badge color={state === "approved" || state === "published" ? "green" : "gray"}>
            {o.policy.states[state]}
          </Badge>
          <Text size="sm" c="dimmed">
            {o.policy.revision(revision)} · {o.policy.savedBy(names(savedBy) ?? savedBy, format(savedAt))}
          </Text>
        </Group>
      ))}
    </Card>
  );
}
