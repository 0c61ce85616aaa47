import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { mayInOffice } from "../../../src/core/access/office.ts";
import type { ActionDetails } from "../../../src/areas/improvement/contract.ts";
import { monthInWords } from "../../../src/texts/participants.ts";
import { Part } from "../../components/part.tsx";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useShortDate, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";
import { useTaxonomy } from "../../taxonomy.ts";
import { ActionEvidence } from "./action-evidence.tsx";
import { ActionHistory } from "./action-history.tsx";
import { Standing } from "./action-list.tsx";
import { ActionSteps } from "./action-steps.tsx";
import { reviewsQuery } from "../reviews/reviews-query.ts";
import { actionQuery } from "./actions-query.ts";
import { EffectOf } from "./effect.tsx";
import { LinkedComplaints } from "./linked-complaints.tsx";

export function ActionScreen() {
  const { t } = useWords();
  const { id } = useParams({ from: "/inside/improvement/$id" });
  const { data, error } = useQuery(actionQuery(id));
  if (!data) return error ? <ProblemNote error={error} /> : <Text role="status">{t.app.loading}</Text>;
  return <ActionOf action={data} />;
}

/** One action: what is to be done, what can be done with it now, its effect, and how it came so far. */
function ActionOf({ action }: { action: ActionDetails }) {
  const { improvement: w } = useWords();
  const names = useNames();
  const day = useShortDate();
  const { title, description, number, ownerId, openedOn, dueOn, check, effectiveOn } = action;
  return (
    <Stack gap="lg" maw={900}>
      <div>
        <Anchor size="sm" renderRoot={(props) => <Link to="/improvement" {...props} />}>
          {w.back}
        </Anchor>
        <Group gap="sm">
          <ScreenTitle>{title}</ScreenTitle>
          <Standing action={action} />
        </Group>
        <Text c="dimmed">
          {[w.number(number), names(ownerId), w.dueOn(day(dueOn)), w.since(day(openedOn))]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      {description && <Text className="words">{description}</Text>}
      <About action={action} />
      <ActionSteps action={action} />
      {effectiveOn && (
        <Part title={w.effect}>
          {check ? (
            <EffectOf action={action} check={check} effectiveOn={effectiveOn} />
          ) : (
            <Text>{w.noCheck(day(effectiveOn))}</Text>
          )}
        </Part>
      )}
      <Part title={w.complaints}>
        <LinkedComplaints action={action} />
      </Part>
      <Part title={w.evidence}>
        <ActionEvidence action={action} />
      </Part>
      <Part title={w.history}>
        <ActionHistory action={action} />
      </Part>
    </Stack>
  );
}

/** The month whose review decided on it, as a way there for those who may read reviews. */
function DecidedIn({ review }: { review: string }) {
  const { t, language } = useWords();
  const readable = mayInOffice(useMe().roles, "read-reviews");
  const { data } = useQuery({ ...reviewsQuery, enabled: readable });
  const period = data?.items.find(({ id }) => id === review)?.period;
  if (period === undefined) return t.field.yes;
  return (
    <Anchor renderRoot={(props) => <Link to="/reviews/$period" params={{ period }} {...props} />}>
      {monthInWords(language, period)}
    </Anchor>
  );
}

/** What it is about, as far as that was said. */
function About({ action }: { action: ActionDetails }) {
  const { improvement: w } = useWords();
  const causes = useTaxonomy("root-causes");
  const categories = useTaxonomy("categories");
  const programmes = useTaxonomy("programmes");
  const { rootCause, category, programme, material, issueId, issueName, reviewId } = action;
  const facts: [string, ReactNode][] = [
    [w.rootCause, rootCause && causes.label(rootCause)],
    [w.category, category && categories.label(category)],
    [
      w.programme,
      programme && (
        <Anchor
          renderRoot={(props) => <Link to="/programmes/$code" params={{ code: programme }} {...props} />}
        >
          {programmes.label(programme)}
        </Anchor>
      ),
    ],
    [w.material, material],
    [
      w.issue,
      issueId && issueName && (
        <Anchor renderRoot={(props) => <Link to="/issues/$id" params={{ id: issueId }} {...props} />}>
          {issueName}
        </Anchor>
      ),
    ],
    [w.review, reviewId && <DecidedIn review={reviewId} />],
  ];
  const known = facts.filter(([, value]) => Boolean(value));
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
