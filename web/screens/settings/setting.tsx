import { Button, Card, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useShortFormat, useWords } from "../../language.tsx";
import { useNames } from "../../session.ts";

type Name = "authority" | "account" | "conciliation" | "training" | "survey-threshold";
type Given = {
  name: Name;
  title: string;
  hint?: string;
  send: (event?: React.FormEvent<HTMLFormElement>) => void;
  saving: { isPending: boolean; error: unknown; isSuccess: boolean };
  /** A state in one line. */
  told: (value: never) => string;
  children: ReactNode;
};

/** One setting: its form, and who set what when. */
export function Setting({ name, title, hint, send, saving, told, children }: Given) {
  const { pay } = useWords();
  return (
    <Card withBorder component="section" aria-labelledby={name}>
      <Title order={2} size="h4" id={name}>
        {title}
      </Title>
      {hint && (
        <Text c="dimmed" mb="sm">
          {hint}
        </Text>
      )}
      <form onSubmit={send}>
        <Stack gap="sm">
          <ProblemNote error={saving.error} />
          {children}
          <Button type="submit" loading={saving.isPending} style={{ alignSelf: "flex-start" }}>
            {pay.save}
          </Button>
        </Stack>
      </form>
      <History name={name} told={told} />
    </Card>
  );
}

function History({ name, told }: Pick<Given, "name" | "told">) {
  const { pay } = useWords();
  const format = useShortFormat();
  const names = useNames();
  const { data } = useQuery({
    queryKey: ["office-history", name],
    queryFn: () => ask("GET /office/history/:name", { params: { name } }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <details className="why">
      <summary>{pay.history}</summary>
      <Stack gap={4} mt={6}>
        {data.items.map(({ value, recordedAt, recordedBy }) => (
          <Text key={recordedAt} size="sm">
            {format(recordedAt)}, {names(recordedBy) ?? recordedBy}: {told(value as never)}
          </Text>
        ))}
      </Stack>
    </details>
  );
}
