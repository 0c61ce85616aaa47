import { Button, Card, NativeSelect, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { auditPackWords } from "../../../src/texts/audit-pack.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { takeFile } from "../../components/taking-a-file.ts";
import { tell } from "../../components/tell.ts";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";
import { auditPacksQuery } from "./reports-query.ts";

/** What an audit asks for, of a range of dates, and who took such packs before. */
export function AuditPackCard() {
  const { language } = useWords();
  const w = auditPackWords(language);
  const client = useQueryClient();
  const year = new Date().getFullYear();
  const [wanted, want] = useState({ from: `${year}-01-01`, to: `${year}-12-31`, redact: "none" });
  const take = useMutation({
    mutationFn: () =>
      takeFile(`/audit-pack.zip?${new URLSearchParams({ ...wanted, language }).toString()}`, "audit.zip"),
    onSuccess: async () => {
      tell(w.taken);
      await client.invalidateQueries({ queryKey: ["audit-packs"] });
    },
  });
  const day = (name: "from" | "to") => (
    <TextInput
      type="date"
      label={w[name]}
      required
      value={wanted[name]}
      onChange={({ currentTarget }) => want({ ...wanted, [name]: currentTarget.value })}
    />
  );
  return (
    <Card withBorder component="section" aria-labelledby="audit-pack" className="no-print">
      <Title order={2} size="h4" id="audit-pack" mb="xs">
        {w.title}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {w.lead}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            {day("from")}
            {day("to")}
            <NativeSelect
              label={w.names}
              value={wanted.redact}
              onChange={({ currentTarget }) => want({ ...wanted, redact: currentTarget.value })}
              data={Object.entries(w.redaction).map(([value, label]) => ({ value, label }))}
            />
          </SimpleGrid>
          <ProblemNote error={take.error} />
          <Button type="submit" variant="default" loading={take.isPending} w="fit-content">
            {w.take}
          </Button>
          <Text size="sm" role="status">
            {take.isPending ? w.making : ""}
          </Text>
        </Stack>
      </form>
      <Earlier />
    </Card>
  );
}

function Earlier() {
  const { language } = useWords();
  const w = auditPackWords(language);
  const { data } = useQuery(auditPacksQuery);
  const names = useNames();
  const format = useShortFormat(useMe().zone);
  if (!data || data.items.length === 0) return null;
  return (
    <details className="why">
      <summary>{w.earlier}</summary>
      <Stack gap={4} mt={6}>
        {data.items.map(({ id, from, to, redaction, takenBy, takenAt, manifest }) => (
          <Text key={id} size="sm" className="words">
            {`${from} – ${to} · ${w.redaction[redaction]} · ${names(takenBy) ?? takenBy} · ${format(takenAt)}`}
            <Text size="xs" c="dimmed" span display="block">
              {`manifest.json SHA-256 ${manifest}`}
            </Text>
          </Text>
        ))}
      </Stack>
    </details>
  );
}
