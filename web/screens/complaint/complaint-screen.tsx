import { Alert, Anchor, Card, Grid, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { formatCents } from "../../../src/texts/catalogue.ts";
import { ask } from "../../client.ts";
import { FoldedText } from "../../components/folded-text.tsx";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { StageBadge } from "../../components/stage-badge.tsx";
import { useFormat, useWords } from "../../language.tsx";
import { useMe, useNames, usePlatform } from "../../session.ts";
import { Outside } from "./outside.tsx";
import { Investigation } from "./investigation/investigation.tsx";
import { LessonLink } from "./lesson-link.tsx";
import { DossierCard } from "./dossier-card.tsx";
import { Promises } from "./promises.tsx";
import { Proposals } from "./proposals.tsx";
import { Satisfaction } from "./satisfaction.tsx";
import { NextStepCard, OtherSteps } from "./steps.tsx";
import { TimelineOf } from "./timeline.tsx";

export const complaintQuery = (id: string) => ({
  queryKey: ["complaint", id],
  queryFn: () => ask("GET /complaints/:id", { params: { id } }),
  refetchInterval: 15_000,
});

export function ComplaintScreen() {
  const { t } = useWords();
  const { id } = useParams({ from: "/inside/complaints/$id" });
  const { data: complaint, error } = useQuery(complaintQuery(id));
  if (!complaint) return error ? <ProblemNote error={error} /> : <Text role="status">{t.app.loading}</Text>;
  return (
    <Stack gap="lg">
      <Heading complaint={complaint} />
      <ProblemNote error={error} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="xl">
            <NextStepCard complaint={complaint} />
            <Said complaint={complaint} />
            <Investigation complaint={complaint} />
            <Outside complaint={complaint} />
            <Proposals complaint={complaint} />
            <Satisfaction complaint={complaint} />
            <OtherSteps complaint={complaint} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="xl">
            <Promises complaint={complaint} />
            <TimelineOf complaint={complaint} />
            {complaint.mayHandOut && <DossierCard complaint={complaint} />}
            {!complaint.erased && <LessonLink id={complaint.id} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Heading({ complaint }: { complaint: ComplaintView }) {
  const { t, d, o, money, language } = useWords();
  const format = useFormat();
  const names = useNames();
  const platform = usePlatform();
  const me = useMe();
  const { complainant, ownerId, investigatorId } = complaint;
  return (
    <div>
      <Group gap="sm">
        <ScreenTitle tab={`${complaint.reference} – ${t.app.name}`}>{complaint.reference}</ScreenTitle>
        <StageBadge stage={complaint.stage} />
      </Group>
      {complaint.summary && (
        <Text size="lg" fw={500}>
          {complaint.summary}
        </Text>
      )}
      <Text c="dimmed">
        {[complainant.name, d.channel[complaint.channel], platform(complaint.platform)]
          .filter(Boolean)
          .join(" · ")}{" "}
        · {t.complaint.received} {format(complaint.receivedAt)}
      </Text>
      <Group gap="lg" mt={4}>
        {complainant.email && <Anchor href={`mailto:${complainant.email}`}>{complainant.email}</Anchor>}
        {complainant.phone && (
          <Anchor href={`tel:${complainant.phone.replace(/[^+\d]/g, "")}`}>{complainant.phone}</Anchor>
        )}
        <Text>
          {t.complaint.owner}: <strong>{names(ownerId) ?? t.app.nobody}</strong>
        </Text>
        {complaint.severity && (
          <Text>
            {o.complaint.severity}: <strong>{d.severity[complaint.severity]}</strong>
          </Text>
        )}
        {complaint.paidCents !== undefined && (
          <Text>
            {money.paidByCustomer}: <strong>{formatCents(language, complaint.paidCents)}</strong>
          </Text>
        )}
        {investigatorId && (
          <Text>
            {t.complaint.investigator}: <strong>{names(investigatorId) ?? investigatorId}</strong>
          </Text>
        )}
      </Group>
      {!me.mailOut && complainant.email && (
        <Alert color="orange" mt="sm">
          {t.complaint.undeliverable}
        </Alert>
      )}
    </div>
  );
}

function Said({ complaint }: { complaint: ComplaintView }) {
  const { t } = useWords();
  const { statement, folded, desiredOutcome, subject, erased } = complaint;
  return (
    <Card withBorder component="section" aria-labelledby="said">
      <Title order={2} size="h4" id="said" mb="xs">
        {t.complaint.words}
      </Title>
      {erased && <Text c="dimmed">{t.complaint.erased}</Text>}
      <FoldedText className="words" text={statement} folded={folded} />
      {desiredOutcome && (
        <Text className="words" mt="sm">
          <strong>{t.complaint.desired}:</strong> {desiredOutcome}
        </Text>
      )}
      {subject.programme && (
        <Text mt="sm">
          <strong>{t.complaint.programme}:</strong> {subject.programme}
        </Text>
      )}
    </Card>
  );
}
