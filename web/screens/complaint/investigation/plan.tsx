import { Stack, Text } from "@mantine/core";
import { formatDate } from "../../../../src/texts/catalogue.ts";
import { useShortFormat, useWords } from "../../../language.tsx";
import { useMe, useNames } from "../../../session.ts";
import { Adding } from "./adding.tsx";
import { useChanging } from "./changing.ts";
import { Entry } from "./entry.tsx";
import { useFields } from "./fields.ts";
import type { Part } from "./part.ts";

/** What is to be done, by whom and by when. */
export function Plan({ complaint, investigation }: Part) {
  const { i, language } = useWords();
  const change = useChanging(complaint);
  const names = useNames();
  const format = useShortFormat(useMe().zone);
  const { text, line, date, colleague } = useFields(complaint);
  const { plan, may } = investigation;
  return (
    <Stack gap="sm">
      {plan.note && <Text className="words">{plan.note}</Text>}
      {plan.steps.length === 0 && !plan.note && <Text c="dimmed">{i.none}</Text>}
      <ul className="entries">
        {plan.steps.map(({ number, what, personId, dueOn, doneAt, note }) => (
          <Entry
            key={number}
            number={number}
            words={what}
            badge={doneAt ? i.done(format(doneAt)) : i.open}
            color={doneAt ? "green" : "blue"}
          >
            <Text size="sm" c="dimmed">
              {names(personId)} · {i.until(formatDate(language, dueOn))}
            </Text>
            {note && (
              <Text size="sm" className="words">
                {note}
              </Text>
            )}
            {!doneAt && may.includes("finish-step") && (
              <Adding
                small
                label={i.finish}
                fields={[text("note", i.note, false)]}
                send={(values) => change("POST /complaints/:id/plan/:n/completion", values, number)}
              />
            )}
          </Entry>
        ))}
      </ul>
      {may.includes("plan-step") && complaint.investigatorId && (
        <Adding
          label={i.planStep}
          fields={[line("what", i.what), colleague("personId", i.who), date("dueOn", i.dueOn)]}
          send={(values) => change("POST /complaints/:id/plan", values)}
        />
      )}
    </Stack>
  );
}
