import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SurveyAnswer } from "../../../src/areas/surveys/contract.ts";
import { surveyWords } from "../../../src/texts/surveys.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";

type Choice = "complaint" | "no_complaint";

/** The two ends that an answer can have; each is recorded with whoever chose it. */
export function Deciding({ answer }: { answer: SurveyAnswer }) {
  const { t, language } = useWords();
  const w = surveyWords(language);
  const queryClient = useQueryClient();
  const [choice, setChoice] = useState<Choice>();
  const [why, setWhy] = useState("");
  const [missing, setMissing] = useState(false);
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: (decision: Choice) =>
      ask("POST /surveys/answers/:id/decision", {
        params: { id: answer.id },
        body:
          decision === "complaint"
            ? { decision, ...(why.trim() && { receivedAtReason: why }) }
            : { decision, reason: why },
      }),
    onSuccess: async ({ decision }) => {
      tell(decision?.complaint ? w.became(decision.complaint.reference) : w.noComplaint);
      await Promise.all(
        ["surveys", "register"].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
      );
    },
  });
  const choose = (chosen: Choice | undefined) => {
    setChoice(choice === chosen ? undefined : chosen);
    setWhy("");
    setMissing(false);
    reset();
  };
  const asksWhy = choice === "no_complaint" || answer.longPast;
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    const lacks = asksWhy && why.trim() === "";
    setMissing(lacks);
    if (choice && !lacks) mutate(choice);
  };
  const named = { complaint: w.make, no_complaint: w.noComplaint };
  return (
    <div>
      <Group gap="xs">
        {(["complaint", "no_complaint"] as const).map((each) => (
          <Button
            key={each}
            size="compact-md"
            variant={each === "complaint" ? "light" : "default"}
            aria-expanded={choice === each}
            onClick={() => choose(each)}
          >
            {named[each]}
          </Button>
        ))}
      </Group>
      {choice && (
        <form onSubmit={send} aria-label={named[choice]} noValidate>
          <Stack gap="sm" mt="xs" p="sm" className="quote">
            <ProblemNote error={error} />
            {choice === "complaint" && (
              <Text size="sm" c="dimmed">
                {w.makeHint}
              </Text>
            )}
            {asksWhy && (
              <Textarea
                label={choice === "complaint" ? w.longPast : w.reason}
                required
                autosize
                minRows={2}
                value={why}
                error={missing ? t.field.missing : undefined}
                onChange={(event) => {
                  setWhy(event.currentTarget.value);
                  setMissing(false);
                }}
              />
            )}
            <Group gap="xs">
              <Button type="submit" size="sm" loading={isPending}>
                {w.save}
              </Button>
              <Button size="sm" variant="default" onClick={() => choose(undefined)}>
                {w.cancel}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </div>
  );
}
