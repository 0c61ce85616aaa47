import { Button, Card, Checkbox, FileInput, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ParticipantMonthDetails } from "../../../src/areas/participants/contract.ts";
import { participantWords } from "../../../src/texts/participants.ts";
import { ask } from "../../client.ts";
import { base64 } from "../../components/base64.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";

/** Takes the numbers of the month from a file, and says what became of it. */
export function ImportFile({ month }: { month: ParticipantMonthDetails }) {
  const { t, language } = useWords();
  const w = participantWords(language);
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  // Until somebody decides otherwise, a complete month stays one: its state may change while the form is open.
  const [decided, setDecided] = useState<boolean>();
  const complete = decided ?? month.complete;
  const [missing, setMissing] = useState(false);
  const taking = useMutation({
    mutationFn: async (chosen: File) =>
      ask("POST /participants/:month/imports", {
        params: { month: month.month },
        body: { base64: await base64(chosen), complete },
        version: month.version,
      }),
    onSuccess: async () => {
      setFile(null);
      setDecided(undefined);
      await queryClient.invalidateQueries({ queryKey: ["participants"] });
    },
  });
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    setMissing(!file);
    if (file) taking.mutate(file);
  };
  return (
    <Card withBorder component="section" aria-labelledby="file">
      <Title order={2} size="h4" id="file">
        {w.fileTitle}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {w.fileHint}
      </Text>
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          <FileInput
            label={w.file}
            placeholder={w.pick}
            accept=".csv,text/csv,text/plain"
            value={file}
            error={missing ? t.field.missing : undefined}
            onChange={(chosen) => {
              setFile(chosen);
              setMissing(false);
              taking.reset();
            }}
          />
          <Checkbox
            label={w.completeAfter}
            {...(!month.over && { description: w.notOver })}
            checked={complete}
            disabled={!month.over}
            onChange={(event) => setDecided(event.currentTarget.checked)}
          />
          <ProblemNote error={taking.error} />
          {taking.data && (
            <Text role="status">{taking.data.changed ? w.taken(taking.data.lines) : w.asBefore}</Text>
          )}
          <Button type="submit" loading={taking.isPending} style={{ alignSelf: "flex-start" }}>
            {w.take}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
