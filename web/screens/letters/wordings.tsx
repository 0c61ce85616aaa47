import { Badge, Button, Card, Group, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { LetterTemplate, LetterWording } from "../../../src/casework/letters/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";
import { lettersQuery, wordingsQuery } from "./letters-query.ts";

/** Every wording that the letter ever had, with what it changed; each can come back. */
export function Wordings({ letter, readOnly }: { letter: LetterTemplate; readOnly: boolean }) {
  const { l } = useWords();
  const { kind, language } = letter;
  const queryClient = useQueryClient();
  const { data, error } = useQuery(wordingsQuery({ kind, language }));
  const restoring = useMutation({
    mutationFn: (restore: number) =>
      ask("POST /letters/:kind/:language/restoration", {
        params: { kind, language },
        body: { version: letter.version, restore },
      }),
    onSuccess: () => tell(l.restoreDone),
    onSettled: () => queryClient.invalidateQueries({ queryKey: lettersQuery.queryKey }),
  });
  return (
    <Card withBorder component="section" aria-labelledby="history">
      <Title order={2} size="h4" id="history" mb="sm">
        {l.history}
      </Title>
      <ProblemNote error={error ?? restoring.error} />
      <Stack gap="md">
        {data?.items.map((wording) => (
          <Wording
            key={wording.version}
            wording={wording}
            inForce={wording.version === letter.version}
            {...(!readOnly && { restore: () => restoring.mutate(wording.version) })}
          />
        ))}
      </Stack>
    </Card>
  );
}

type Given = { wording: LetterWording; inForce: boolean; restore?: () => void };

function Wording({ wording, inForce, restore }: Given) {
  const { l } = useWords();
  const { zone } = useMe();
  const format = useFormat(zone);
  const names = useNames();
  const { version, builtIn, recordedBy, recordedAt, changes } = wording;
  const original = version === 0;
  const touched = changes.some((line) => line.some(({ change }) => change));
  return (
    <div>
      <Group gap="xs">
        <Text fw={600}>{original ? l.original : l.version(version)}</Text>
        {inForce && <Badge color="teal">{l.inForce}</Badge>}
        {builtIn && !original && <Text size="sm">{l.restored}</Text>}
        {recordedBy && recordedAt && (
          <Text size="sm" c="dimmed">
            {l.wordedBy(names(recordedBy) ?? recordedBy, format(recordedAt))}
          </Text>
        )}
        {restore && !inForce && (
          <Button size="compact-sm" variant="default" onClick={restore}>
            {original ? l.restoreOriginal : l.restore(version)}
          </Button>
        )}
      </Group>
      {!original && (
        <details className="why">
          <summary>{l.again}</summary>
          {touched ? <Changes changes={changes} /> : <Text size="sm">{l.noChange}</Text>}
        </details>
      )}
    </div>
  );
}

/** Readable also without colours, and aloud. */
function Changes({ changes }: Pick<LetterWording, "changes">) {
  const { l } = useWords();
  return (
    <div className="changes">
      {changes.map((line, index) => (
        <div key={index} className={line.some(({ change }) => change) ? "touched" : "untouched"}>
          {line.map(({ text, change }, at) =>
            change === undefined ? (
              <span key={at}>{text}</span>
            ) : change === "added" ? (
              <ins key={at}>
                <VisuallyHidden>{l.added} </VisuallyHidden>
                {text}
              </ins>
            ) : (
              <del key={at}>
                <VisuallyHidden>{l.removed} </VisuallyHidden>
                {text}
              </del>
            ),
          )}
        </div>
      ))}
    </div>
  );
}
