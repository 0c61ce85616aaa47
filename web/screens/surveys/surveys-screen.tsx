import { Select, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { may } from "../../../src/core/access/access.ts";
import { mayInOffice } from "../../../src/core/access/office.ts";
import { surveyWords } from "../../../src/texts/surveys.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { AnswerCard } from "./answer-card.tsx";
import { ImportAnswers } from "./import-answers.tsx";
import { answersQuery, type State } from "./surveys-query.ts";

/** What participants answered; the low answers first, until somebody has decided about each. */
export function SurveysScreen() {
  const { language } = useWords();
  const w = surveyWords(language);
  const { roles } = useMe();
  return (
    <Stack gap="lg" maw={760}>
      <div>
        <ScreenTitle>{w.title}</ScreenTitle>
        <Text c="dimmed">{w.lead}</Text>
      </div>
      {may(roles, "read") && <Answers />}
      {mayInOffice(roles, "import-surveys") && <ImportAnswers />}
    </Stack>
  );
}

function Answers() {
  const { language } = useWords();
  const w = surveyWords(language);
  const [state, setState] = useState<State>("open");
  const { data, error } = useQuery({ ...answersQuery(state), placeholderData: keepPreviousData });
  return (
    <Stack gap="md">
      <Select
        label={w.state}
        maw={280}
        allowDeselect={false}
        value={state}
        onChange={(chosen) => setState(chosen ?? "open")}
        data={(["open", "decided", "all"] as const).map((value) => ({ value, label: w.states[value] }))}
      />
      <ProblemNote error={error} />
      {data && (
        <Text role="status" size="sm" c="dimmed">
          {data.open === 0 ? w.none : w.open(data.open)}
        </Text>
      )}
      {data?.items.length === 0 && state !== "open" && <Text c="dimmed">{w.nothing}</Text>}
      {data?.items.map((answer) => (
        <AnswerCard key={answer.id} answer={answer} />
      ))}
    </Stack>
  );
}
