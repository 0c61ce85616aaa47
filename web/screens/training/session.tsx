import { Badge, Card, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { mayInOffice } from "../../../src/core/access/office.ts";
import type { SessionView } from "../../../src/areas/training/contract.ts";
import { formatDate } from "../../../src/texts/catalogue.ts";
import { ask } from "../../client.ts";
import { useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";
import { Adding } from "../complaint/investigation/adding.tsx";
import { Attendance } from "./attendance.tsx";
import { SessionHistory } from "./session-history.tsx";
import { sessionOf, useSessionFields } from "./session-fields.ts";
import { ownQuery, useRecording } from "./training-query.ts";

const colour = { planned: "blue", held: "teal", cancelled: "gray" } as const;

/** One session: what is taught, which lessons from cases are told, who was there. */
export function Session({ session }: { session: SessionView }) {
  const { training: w, language } = useWords();
  const me = useMe();
  const names = useNames();
  const { data: own } = useQuery(ownQuery);
  const { state, date, trainerId, trainerName, content, materials, attended, attendance } = session;
  const day = formatDate(language, date);
  return (
    <Card withBorder component="section" aria-label={day}>
      <Stack gap="xs">
        <Group gap="sm">
          <Text fw={650}>{day}</Text>
          <Badge color={colour[state]}>{w.states[state]}</Badge>
          {attended && <Badge color="teal">{w.youWere}</Badge>}
        </Group>
        {state === "planned" && own && date < own.today && (
          <Text size="sm" c="var(--soon)" fw={600}>
            {w.passed}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {w.trainer}: {trainerName ?? names(trainerId) ?? trainerId}
        </Text>
        <Text className="words">{content}</Text>
        {materials && (
          <Text className="words" size="sm">
            <strong>{w.materials}:</strong> {materials}
          </Text>
        )}
        {session.lessons.length > 0 && (
          <div>
            <Text size="sm" fw={650}>
              {w.lessons}
            </Text>
            <ul className="entries">
              {session.lessons.map(({ id, text }) => (
                <li key={id} className="entry words">
                  {text}
                </li>
              ))}
            </ul>
          </div>
        )}
        {attendance && state === "held" && (
          <Text size="sm">
            <strong>{w.attendance}:</strong>{" "}
            {attendance.map((id) => names(id) ?? id).join(", ") || w.nobodyThere}
          </Text>
        )}
        {mayInOffice(me.roles, "keep-training") && <Changes session={session} />}
        {mayInOffice(me.roles, "read-training") && <SessionHistory session={session} />}
      </Stack>
    </Card>
  );
}

function Changes({ session }: { session: SessionView }) {
  const { training: w } = useWords();
  const fields = useSessionFields(session);
  const { id, version } = session;
  const correcting = useRecording(({ reason, ...values }: Record<string, string>) =>
    ask("PUT /training/sessions/:id", {
      params: { id },
      body: { version, ...sessionOf(values), ...(reason && { reason }) },
    }),
  );
  return (
    <Group gap="xs" align="start">
      {session.state === "held" && <Attendance key={version} session={session} />}
      <Adding key={`correct ${version}`} label={w.correct} fields={fields} send={correcting.mutateAsync} />
    </Group>
  );
}
