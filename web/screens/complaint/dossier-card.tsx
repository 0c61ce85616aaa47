import { Button, Card, Group, NativeSelect, Stack, TagsInput, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";
import { takeDossier } from "./taking-the-dossier.ts";

/** The whole case to take away, for those who may. */
export function DossierCard({ complaint }: { complaint: ComplaintView }) {
  const { language: reader, dossier: w } = useWords();
  const client = useQueryClient();
  const [redact, setRedact] = useState("none");
  const [also, setAlso] = useState<string[]>([]);
  const [language, setLanguage] = useState<string>(reader);
  const take = useMutation({
    mutationFn: (kind: "pdf" | "zip") => takeDossier(complaint.id, kind, { redact, also, language }),
    onSuccess: async () => {
      tell(w.card.taken);
      await client.invalidateQueries({ queryKey: ["complaint"] });
    },
  });
  return (
    <Card withBorder component="section" aria-labelledby="dossier">
      <Title order={2} size="h4" id="dossier" mb="xs">
        {w.dossier}
      </Title>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {w.card.lead}
        </Text>
        <Group grow align="start">
          <NativeSelect
            label={w.card.names}
            value={redact}
            onChange={({ currentTarget }) => setRedact(currentTarget.value)}
            data={Object.entries(w.card.redaction).map(([value, label]) => ({ value, label }))}
          />
          <NativeSelect
            label={w.card.language}
            value={language}
            onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
            data={[
              { value: "en", label: "English" },
              { value: "de", label: "Deutsch" },
            ]}
          />
        </Group>
        <TagsInput
          label={w.card.also}
          description={w.card.alsoHint}
          maxTags={20}
          value={also}
          onChange={setAlso}
          splitChars={["\n", ";"]}
        />
        <ProblemNote error={take.error} />
        <Group>
          {(["pdf", "zip"] as const).map((kind) => (
            <Button
              key={kind}
              variant="default"
              loading={take.isPending && take.variables === kind}
              disabled={take.isPending}
              onClick={() => take.mutate(kind)}
            >
              {w.card.take[kind]}
            </Button>
          ))}
        </Group>
        <Text size="sm" role="status">
          {take.isPending ? w.card.making : ""}
        </Text>
      </Stack>
    </Card>
  );
}
