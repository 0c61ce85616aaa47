import {
  Alert,
  Anchor,
  Button,
  Card,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useRef, type RefObject } from "react";
import type { LetterTemplate } from "../../../src/casework/letters/contract.ts";
import { letterProblemInWords, slotInWords } from "../../../src/texts/letter-templates.ts";
import { Problem } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { insert, mark, written, type SlotView } from "./inserting.ts";
import { previewQuery } from "./letters-query.ts";
import { Notation } from "./notation.tsx";
import { Preview } from "./preview.tsx";
import { Slots } from "./slots.tsx";
import { useWording } from "./use-wording.ts";

/** The text of a letter, what it still lacks, and beside it how it reads. */
export function Writing({ letter, readOnly }: { letter: LetterTemplate; readOnly: boolean }) {
  const { l } = useWords();
  const { kind, language } = letter;
  const { typed, setTyped, saving, unsaved } = useWording(letter, readOnly);
  const [settled] = useDebouncedValue(typed, 250);
  const { data: shown, error } = useQuery(previewQuery({ kind, language }, settled));
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<"subject" | "body">("body");
  const choose = (slot: SlotView) => {
    const inSubject = last.current === "subject" && slot.form === "formal";
    const field = inSubject ? subject.current! : body.current!;
    const before = field.value.slice(0, field.selectionStart ?? 0);
    const value = insert(field, written(slot, slotInWords(language, slot.name), before));
    setTyped((now) => (inSubject ? { ...now, subject: value } : { ...now, body: value }));
  };
  const problems = shown?.problems ?? [];
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <Card withBorder component="section" aria-labelledby="writing">
        <Title order={2} size="h4" id="writing" mb="sm">
          {l.state}
        </Title>
        <Stack gap="sm">
          <TextInput
            ref={subject}
            label={l.subject}
            description={l.subjectHint}
            lang={language}
            value={typed.subject}
            readOnly={readOnly}
            onFocus={() => (last.current = "subject")}
            onChange={({ currentTarget }) => setTyped((now) => ({ ...now, subject: currentTarget.value }))}
          />
          <Textarea
            ref={body}
            label={l.text}
            lang={language}
            autosize
            minRows={12}
            maxRows={28}
            value={typed.body}
            readOnly={readOnly}
            onFocus={() => (last.current = "body")}
            onChange={({ currentTarget }) => setTyped((now) => ({ ...now, body: currentTarget.value }))}
          />
          <Notation />
          <Lacking problems={problems} body={body} />
          {saving.error instanceof Problem && saving.error.code === "stale" ? (
            <Alert color="orange" role="alert">
              {l.stale}
            </Alert>
          ) : (
            <ProblemNote error={saving.error ?? error} />
          )}
          {!readOnly && (
            <>
              <Button
                disabled={problems.length > 0 || !unsaved}
                loading={saving.isPending}
                onClick={() => saving.mutate()}
                style={{ alignSelf: "flex-start" }}
              >
                {l.save}
              </Button>
              <Slots letter={letter} text={`${typed.subject}\n${typed.body}`} choose={choose} />
            </>
          )}
        </Stack>
      </Card>
      <Preview shown={shown} language={language} />
    </SimpleGrid>
  );
}

type Lacks = { problems: LetterTemplate["problems"]; body: RefObject<HTMLTextAreaElement | null> };

/** What keeps the letter from being saved; each line leads to its place. */
function Lacking({ problems, body }: Lacks) {
  const { l, language } = useWords();
  return (
    <div role="status">
      {problems.length > 0 && (
        <Alert color="red" title={l.nothingSaved(problems.length)}>
          <ul style={{ margin: 0, paddingLeft: "1.25rem" }}>
            {problems.map((problem, index) => (
              <li key={index}>
                {problem.line !== undefined ? (
                  <Anchor component="button" type="button" onClick={() => mark(body.current!, problem.line!)}>
                    {l.line(problem.line)}
                  </Anchor>
                ) : (
                  <Text span inherit>
                    {problem.at === "subject" ? l.subject : l.text}
                  </Text>
                )}
                : {letterProblemInWords(language, problem as never)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
