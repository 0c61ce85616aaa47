import { Alert, Badge, Button, Card, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { mayInOffice } from "../../../src/core/access/office.ts";
import type { DraftView } from "../../../src/organisation/policies/contract.ts";
import { contradictionInWords } from "../../../src/texts/policy.ts";
import { tell } from "../../components/tell.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useFormat, useWords } from "../../language.tsx";
import { officeInstant } from "../../office-time.ts";
import { useMe, useNames } from "../../session.ts";
import { DraftForm } from "./draft-form.tsx";

/** One draft: what it says, what keeps it from being published, and the two people who stand for it. */
export function DraftScreen() {
  const { t } = useWords();
  const { id } = useParams({ from: "/inside/policy/drafts/$id" });
  const { data: draft, error } = useQuery({
    queryKey: ["policy", "draft", id],
    queryFn: () => ask("GET /policies/drafts/:id", { params: { id } }),
  });
  if (!draft) return error ? <ProblemNote error={error} /> : <Text role="status">{t.app.loading}</Text>;
  const ended = draft.state === "published" || draft.state === "discarded";
  return (
    <Stack maw={1100} gap="lg">
      <Heading draft={draft} />
      <Problems draft={draft} />
      {!ended && <Standing key={draft.revision} draft={draft} />}
      <DraftForm key={`form ${draft.revision}`} draft={draft} readOnly={ended} />
    </Stack>
  );
}

function Heading({ draft }: { draft: DraftView }) {
  const { o } = useWords();
  const names = useNames();
  const format = useFormat();
  const { basedOn, state, revision, savedBy, savedAt, approvedBy, publishedVersion } = draft;
  return (
    <div>
      <Group gap="sm">
        <ScreenTitle>{o.policy.draftOf(publishedVersion ?? basedOn + 1)}</ScreenTitle>
        <Badge color={state === "draft" || state === "discarded" ? "gray" : "green"}>
          {o.policy.states[state]}
        </Badge>
      </Group>
      <Text c="dimmed">
        {o.policy.revision(revision)} · {o.policy.savedBy(names(savedBy) ?? savedBy, format(savedAt))}
        {approvedBy && ` · ${o.policy.approvedBy(names(approvedBy) ?? approvedBy)}`}
      </Text>
    </div>
  );
}

function Problems({ draft: { problems, warnings } }: { draft: DraftView }) {
  const { o, language } = useWords();
  return (
    <>
      {problems.length === 0 ? (
        <Alert color="teal">{o.policy.publishable}</Alert>
      ) : (
        <Alert color="red" role="alert" title={o.policy.problems(problems.length)}>
          <ul style={{ margin: 0 }}>
            {problems.map((problem, index) => (
              <li key={index}>
                <strong>{problem.at}</strong>: {contradictionInWords(language, problem as never)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {warnings.map((warning) => (
        <Alert key={warning} color="orange">
          {o.policy.warning[warning]}
        </Alert>
      ))}
    </>
  );
}

/** Approval and publication. Who may do which is said by the server; the buttons show what is next. */
function Standing({ draft }: { draft: DraftView }) {
  const { o } = useWords();
  const { zone, roles } = useMe();
  const queryClient = useQueryClient();
  const [effective, setEffective] = useState("");
  const params = { id: draft.id };
  const seen = async (changed: DraftView) => {
    queryClient.setQueryData(["policy", "draft", draft.id], changed);
    await queryClient.invalidateQueries({ queryKey: ["policy"] });
    if (changed.publishedVersion) tell(o.policy.published(changed.publishedVersion));
  };
  const approving = useMutation({
    mutationFn: () =>
      ask("POST /policies/drafts/:id/approval", { params, body: { revision: draft.revision } }),
    onSuccess: seen,
  });
  const publishing = useMutation({
    mutationFn: () =>
      ask("POST /policies/drafts/:id/publication", {
        params,
        body: effective === "" ? {} : { effectiveFrom: officeInstant(effective, zone) },
      }),
    onSuccess: seen,
  });
  const discarding = useMutation({
    mutationFn: () => ask("POST /policies/drafts/:id/discarding", { params, body: {} }),
    onSuccess: seen,
  });
  if (!mayInOffice(roles, "approve-policy")) return null;
  return (
    <Card withBorder component="section" aria-labelledby="standing">
      <Title order={2} size="h4" id="standing" mb="xs">
        {draft.state === "approved" ? o.policy.publish : o.policy.approve}
      </Title>
      <Stack gap="sm" align="start">
        <ProblemNote error={approving.error ?? publishing.error ?? discarding.error} />
        {draft.state === "approved" ? (
          <>
            <Text c="dimmed">{o.policy.publishHint}</Text>
            <Group align="end">
              <TextInput
                type="datetime-local"
                label={o.policy.effective}
                description={o.policy.effectiveHint}
                value={effective}
                onChange={(event) => setEffective(event.currentTarget.value)}
              />
              <Button loading={publishing.isPending} onClick={() => publishing.mutate()}>
                {o.policy.publish}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <Text c="dimmed">{o.policy.approveHint}</Text>
            <Button
              disabled={draft.problems.length > 0}
              loading={approving.isPending}
              onClick={() => approving.mutate()}
            >
              {o.policy.approve}
            </Button>
          </>
        )}
        <Button
          variant="subtle"
          color="red"
          loading={discarding.isPending}
          onClick={() => window.confirm(o.policy.discardSure) && discarding.mutate()}
        >
          {o.policy.discard}
        </Button>
      </Stack>
    </Card>
  );
}
