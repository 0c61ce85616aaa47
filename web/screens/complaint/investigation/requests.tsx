import { Stack, Text } from "@mantine/core";
import { formatDate } from "../../../../src/texts/catalogue.ts";
import { useWords } from "../../../language.tsx";
import { useNames } from "../../../session.ts";
import { Adding } from "./adding.tsx";
import { useChanging } from "./changing.ts";
import { ByWhom, Entry } from "./entry.tsx";
import { useFields } from "./fields.ts";
import type { Part } from "./part.ts";

/** Who was asked what, and what came back. */
export function Requests({ complaint, investigation }: Part) {
  const { i, language } = useWords();
  const change = useChanging(complaint);
  const names = useNames();
  const { text, line, date, colleague } = useFields(complaint);
  const { requests, may } = investigation;
  return (
    <Stack gap="sm">
      {requests.length === 0 && <Text c="dimmed">{i.none}</Text>}
      <ul className="entries">
        {requests.map(({ number, question, to, toId, dueOn, answer, by, at }) => (
          <Entry
            key={number}
            number={number}
            words={question}
            badge={answer === undefined ? i.open : i.answer}
            color={answer === undefined ? "blue" : "green"}
          >
            <Text size="sm" c="dimmed">
              {to ?? names(toId)} · {i.until(formatDate(language, dueOn))}
            </Text>
            {answer !== undefined && (
              <Text size="sm" className="words quote">
                {answer}
              </Text>
            )}
            <ByWhom by={by} at={at} />
            {answer === undefined && may.includes("answer-request") && (
              <Adding
                small
                label={i.recordAnswer}
                fields={[text("answer", i.answer)]}
                send={(values) => change("POST /complaints/:id/requests/:n/answer", values, number)}
              />
            )}
          </Entry>
        ))}
      </ul>
      {may.includes("request-information") && complaint.investigatorId && (
        <Adding
          label={i.ask}
          fields={[
            text("question", i.question),
            colleague("toId", i.colleague, false),
            line("to", i.orDepartment, false),
            date("dueOn", i.dueOn),
          ]}
          send={(values) => change("POST /complaints/:id/requests", values)}
        />
      )}
    </Stack>
  );
}
