import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { may } from "../../../src/core/access/access.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { Adding } from "../complaint/investigation/adding.tsx";
import { FromCase } from "./from-case.tsx";
import { useLessonFields } from "./lesson-fields.ts";
import { Lesson } from "./lesson.tsx";
import { lessonsQuery, useRecording } from "./training-query.ts";

/** What others can learn from cases; with `from` in the address, one is drafted from that case. */
export function Lessons() {
  const { training: w } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { from } = useSearch({ from: "/inside/training" });
  const { data, error } = useQuery(lessonsQuery);
  const fields = useLessonFields();
  const drafting = useRecording(
    (values: Record<string, string>) =>
      ask("POST /training/lessons", {
        body: { ...(values as { text: string }), ...(from && { complaintId: from }) },
      }),
    () => from && void navigate({ to: "/training", search: {} }),
  );
  return (
    <Stack component="section" gap="sm" aria-labelledby="lessons">
      <div>
        <Title order={2} size="h4" id="lessons">
          {w.lessons}
        </Title>
        <Text c="dimmed">{w.lessonsLead}</Text>
      </div>
      {from && <FromCase id={from} />}
      {may(me.roles, "read") && (
        <Adding
          key={from}
          label={from ? w.fromCase : w.draft}
          fields={fields}
          send={drafting.mutateAsync}
          begun={from !== undefined}
        />
      )}
      <ProblemNote error={error} />
      {data?.items.length === 0 && <Text c="dimmed">{w.noLessons}</Text>}
      <ul className="entries">
        {data?.items.map((lesson) => (
          <li key={lesson.id} className="entry">
            <Lesson lesson={lesson} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}
