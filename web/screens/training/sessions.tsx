import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { mayInOffice } from "../../../src/core/access/office.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { Adding } from "../complaint/investigation/adding.tsx";
import { sessionOf, useSessionFields } from "./session-fields.ts";
import { Session } from "./session.tsx";
import { sessionsQuery, useRecording } from "./training-query.ts";

/** The sessions of all years, the latest first. */
export function Sessions() {
  const { training: w } = useWords();
  const me = useMe();
  const { data, error } = useQuery(sessionsQuery);
  const fields = useSessionFields();
  const adding = useRecording((values: Record<string, string>) =>
    ask("POST /training/sessions", { body: sessionOf(values) }),
  );
  return (
    <Stack component="section" gap="sm" aria-labelledby="sessions">
      <Title order={2} size="h4" id="sessions">
        {w.sessions}
      </Title>
      {mayInOffice(me.roles, "keep-training") && (
        <Adding label={w.plan} fields={fields} send={adding.mutateAsync} />
      )}
      <ProblemNote error={error} />
      {data?.items.length === 0 && <Text c="dimmed">{w.noSessions}</Text>}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
        {data?.items.map((session) => (
          <li key={session.id}>
            <Session session={session} />
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
