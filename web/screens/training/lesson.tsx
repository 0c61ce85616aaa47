import { Anchor, Badge, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { LessonView } from "../../../src/areas/training/contract.ts";
import { formatDate } from "../../../src/texts/catalogue.ts";
import { ask } from "../../client.ts";
import { useWords } from "../../language.tsx";
import { useNames } from "../../session.ts";
import { useTaxonomy } from "../../taxonomy.ts";
import { Adding } from "../complaint/investigation/adding.tsx";
import { useFields } from "../complaint/investigation/fields.ts";
import { useLessonFields } from "./lesson-fields.ts";
import { sessionsQuery, useRecording } from "./training-query.ts";

const colour = { drafted: "orange", accepted: "teal", declined: "gray" } as const;

/** One lesson: its text, what became of it and, for those who may, the way back to its case. */
export function Lesson({ lesson }: { lesson: LessonView }) {
  const { training: w, language } = useWords();
  const names = useNames();
  const category = useTaxonomy("categories").label;
  const cause = useTaxonomy("root-causes").label;
  const programmeName = useTaxonomy("programmes").label;
  const { data } = useQuery(sessionsQuery);
  const { state, sessionId, complaintId, text, programme } = lesson;
  const session = data?.items.find(({ id }) => id === sessionId);
  const where = session ? w.inSession(formatDate(language, session.date)) : w.nextSession;
  const about = [
    lesson.category && category(lesson.category),
    lesson.rootCause && cause(lesson.rootCause),
    programme && programmeName(programme),
  ];
  return (
    <>
      <Group gap="xs">
        <Badge color={colour[state]}>{w.lessonStates[state]}</Badge>
        {state === "accepted" && <Text size="sm">{where}</Text>}
        <Text size="sm" c="dimmed">
          {[...about, state !== "accepted" && names(lesson.draftedBy)].filter(Boolean).join(" · ")}
        </Text>
      </Group>
      <Text className="words" my={4}>
        {text}
      </Text>
      {lesson.reason && (
        <Text size="sm">
          <strong>{w.reason}:</strong> {lesson.reason}
        </Text>
      )}
      {complaintId && (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/complaints/$id" params={{ id: complaintId }} {...props} />}
        >
          {w.openCase}
        </Anchor>
      )}
      <Changes lesson={lesson} />
    </>
  );
}

function Changes({ lesson }: { lesson: LessonView }) {
  const { training: w, language } = useWords();
  const { data } = useQuery(sessionsQuery);
  const { text, many } = useFields({ conflicts: [] });
  const fields = useLessonFields(lesson);
  const { id, version, mayChange, maySettle, state } = lesson;
  const params = { id };
  const changing = useRecording((values: Record<string, string>) =>
    ask("PUT /training/lessons/:id", { params, body: { version, ...(values as { text: string }) } }),
  );
  const accepting = useRecording(({ sessionId }: Record<string, string>) =>
    ask("POST /training/lessons/:id/acceptance", {
      params,
      body: { version, ...(sessionId !== next && { sessionId }) },
    }),
  );
  const declining = useRecording(({ reason = "" }: Record<string, string>) =>
    ask("POST /training/lessons/:id/declining", { params, body: { version, reason } }),
  );
  const planned = (data?.items ?? []).filter((session) => session.state === "planned").toReversed();
  const choices = [
    ...planned.map((session) => ({ value: session.id, label: formatDate(language, session.date) })),
    { value: next, label: w.nextSession },
  ];
  return (
    <Group gap="xs" align="start" mt={4}>
      {/* Not before the sessions are known: the form begins with the next one. */}
      {maySettle && data && (
        <Adding
          key={`accept ${version}`}
          small={state === "accepted"}
          label={w.accept}
          fields={[
            {
              ...many("sessionId", w.intoSession, choices),
              initial: lesson.sessionId ?? choices[0]!.value,
            },
          ]}
          send={accepting.mutateAsync}
        />
      )}
      {mayChange && (
        <Adding
          key={`change ${version}`}
          small
          label={w.change}
          fields={fields}
          send={changing.mutateAsync}
        />
      )}
      {maySettle && (
        <Adding
          key={`decline ${version}`}
          small
          label={w.decline}
          fields={[text("reason", w.reason)]}
          send={declining.mutateAsync}
        />
      )}
    </Group>
  );
}

const next = "next";
