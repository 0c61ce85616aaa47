import { Alert, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { mayInOffice } from "../../../src/core/access/office.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { CoverageOf } from "./coverage.tsx";
import { Lessons } from "./lessons.tsx";
import { Own } from "./own.tsx";
import { Sessions } from "./sessions.tsx";
import { ownQuery } from "./training-query.ts";

/** One's own training, the sessions, what is learnt from cases and, for those who may read it, who is trained. */
export function TrainingScreen() {
  const { training: w, t } = useWords();
  const me = useMe();
  const { data, error } = useQuery(ownQuery);
  return (
    <Stack maw={900} gap="lg">
      <div>
        <ScreenTitle>{w.title}</ScreenTitle>
        <Text c="dimmed">{w.lead}</Text>
      </div>
      <ProblemNote error={error} />
      {!data && !error && <Text role="status">{t.app.loading}</Text>}
      {data?.gate === false && <Alert color="orange">{w.gateOpen}</Alert>}
      {data && <Own own={data} />}
      {mayInOffice(me.roles, "read-training") && <CoverageOf />}
      <Sessions />
      <Lessons />
    </Stack>
  );
}
