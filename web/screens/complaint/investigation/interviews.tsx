import { Alert, Group, Stack, Text } from "@mantine/core";
import { formatDate } from "../../../../src/texts/catalogue.ts";
import { useShortFormat, useWords } from "../../../language.tsx";
import { useMe, useNames } from "../../../session.ts";
import { Adding } from "./adding.tsx";
import { useChanging } from "./changing.ts";
import { Entry } from "./entry.tsx";
import { optionsOf, useFields } from "./fields.ts";
import type { Part } from "./part.ts";

type Interview = NonNullable<Part["investigation"]["interviews"]>[number];

/** Who was heard; for the few who may read it. */
export function Interviews({ complaint, investigation }: Part) {
  const { i } = useWords();
  const change = useChanging(complaint);
  const { text, line, date, few, colleague } = useFields(complaint);
  const { interviews, may } = investigation;
  if (!interviews) return <Text c="dimmed">{i.interviewsHidden}</Text>;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {i.interviewsHint} {i.accusedHint}
      </Text>
      <ul className="entries">
        {interviews.map((interview) => (
          <One key={interview.number} {...{ interview, complaint, investigation }} />
        ))}
      </ul>
      {may.includes("arrange-interview") && complaint.investigatorId && (
        <Adding
          label={i.invite}
          fields={[
            few("as", i.as, optionsOf(i.names.interviewee)),
            colleague("personId", i.colleague, false),
            line("person", i.person, false),
            text("purpose", i.purpose),
            date("plannedOn", i.plannedOn, false),
          ]}
          send={(values) => change("POST /complaints/:id/interviews", values)}
        />
      )}
    </Stack>
  );
}

function One({ interview, complaint, investigation }: Part & { interview: Interview }) {
  const { i, language } = useWords();
  const names = useNames();
  const format = useShortFormat(useMe().zone);
  const { number, as, personId, person, purpose, plannedOn, heldAt, present, summary, shownAt, answers } =
    interview;
  const replied = answers.some(({ answer }) => answer === "replied" || answer === "no_reply");
  const state = heldAt ? (shownAt ? i.shownAt(format(shownAt)) : i.notShown) : i.open;
  return (
    <Entry
      number={number}
      words={person ?? names(personId) ?? ""}
      badge={state}
      color={shownAt ? "green" : "blue"}
    >
      <Text size="sm" c="dimmed">
        {[
          i.names.interviewee[as],
          plannedOn && formatDate(language, plannedOn),
          heldAt && format(heldAt),
          present,
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      <Text size="sm" className="words">
        {purpose}
      </Text>
      {summary && (
        <Text size="sm" className="words quote" mt={4}>
          {summary}
        </Text>
      )}
      {answers.map(({ answer, comment, at }) => (
        <Text key={answer} size="sm" className="words" mt={4}>
          <strong>{i.names.interviewAnswer[answer]}</strong> ({format(at)}){comment && `: ${comment}`}
        </Text>
      ))}
      {as === "complained_about" && heldAt && !replied && <Alert color="orange">{i.replyOwed}</Alert>}
      {investigation.may.includes("hold-interview") && <Acts {...{ interview, complaint, investigation }} />}
    </Entry>
  );
}

function Acts({ interview, complaint }: Part & { interview: Interview }) {
  const { i } = useWords();
  const change = useChanging(complaint);
  const { text, line, few } = useFields(complaint);
  const { number, as, heldAt, shownAt, answers } = interview;
  const given = new Set<string>(answers.map(({ answer }) => answer));
  const { confirmed, commented, replied, no_reply } = i.names.interviewAnswer;
  const possible = {
    ...(shownAt && !given.has("confirmed") && !given.has("commented") && { confirmed, commented }),
    ...(as === "complained_about" &&
      !given.has("replied") &&
      !given.has("no_reply") && { replied, no_reply }),
  };
  return (
    <Group gap={4} align="start">
      {!heldAt && (
        <Adding
          small
          label={i.writeDown}
          fields={[line("present", i.present), text("summary", i.summary)]}
          send={(values) => change("POST /complaints/:id/interviews/:n/record", values, number)}
        />
      )}
      {heldAt && !shownAt && (
        <Adding
          small
          label={i.shown}
          fields={[]}
          send={() => change("POST /complaints/:id/interviews/:n/presentation", {}, number)}
        />
      )}
      {Object.keys(possible).length > 0 && (
        <Adding
          small
          label={i.recordReaction}
          fields={[few("answer", i.reaction, optionsOf(possible)), text("comment", i.comment, false)]}
          send={(values) => change("POST /complaints/:id/interviews/:n/answer", values, number)}
        />
      )}
    </Group>
  );
}
