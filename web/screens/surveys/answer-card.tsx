import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { may } from "../../../src/core/access/access.ts";
import type { SurveyAnswer } from "../../../src/areas/surveys/contract.ts";
import { formatDate } from "../../../src/texts/catalogue.ts";
import { surveyWords } from "../../../src/texts/surveys.ts";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe, useNames, usePlatform } from "../../session.ts";
import { useTaxonomy } from "../../taxonomy.ts";
import { Deciding } from "./deciding.tsx";

/** One answer as it was given, and what became of it. */
export function AnswerCard({ answer }: { answer: SurveyAnswer }) {
  const { language } = useWords();
  const w = surveyWords(language);
  const { roles, zone } = useMe();
  const format = useShortFormat(zone);
  const platform = usePlatform();
  const programmes = useTaxonomy("programmes");
  const { programme, words, contact, scores, decision, low, overdue } = answer;
  const about = [programme && programmes.label(programme), platform(answer.platform)]
    .filter(Boolean)
    .join(", ");
  return (
    <Card withBorder component="article" aria-label={`${about}, ${formatDate(language, answer.answeredOn)}`}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="start">
          <Text fw={650}>{about}</Text>
          <Group gap={6}>
            {low && <Badge color="orange">{w.low}</Badge>}
            {overdue && <Badge color="red">{w.overdue}</Badge>}
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          {[
            answer.source,
            w.answered(formatDate(language, answer.answeredOn)),
            low && !decision && w.due(format(answer.dueAt)),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
        <Text>
          <strong>{w.score(scores.join(", "))}</strong> ({w.scale(answer.scale)})
        </Text>
        {words ? (
          <Text className="words quote">{words}</Text>
        ) : (
          <Text size="sm" c="dimmed">
            {w.noWords}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {contact
            ? `${w.wants}: ${[contact.name, contact.email, contact.phone].filter(Boolean).join(", ")}`
            : w.anonymous}
        </Text>
        {decision ? <Decided decision={decision} /> : may(roles, "receive") && <Deciding answer={answer} />}
      </Stack>
    </Card>
  );
}

function Decided({ decision }: { decision: NonNullable<SurveyAnswer["decision"]> }) {
  const { language } = useWords();
  const w = surveyWords(language);
  const format = useShortFormat(useMe().zone);
  const names = useNames();
  const { complaint, reason, decidedAt, decidedBy } = decision;
  return (
    <div>
      {complaint ? (
        <Anchor
          renderRoot={(props) => <Link to="/complaints/$id" params={{ id: complaint.id }} {...props} />}
        >
          {w.became(complaint.reference)}
        </Anchor>
      ) : (
        <Text className="words">{reason ? w.was(reason) : w.noComplaint}</Text>
      )}
      <Text size="sm" c="dimmed">
        {w.by(names(decidedBy) ?? decidedBy, format(decidedAt))}
      </Text>
    </div>
  );
}
