import { Button, Card, Group, Radio, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { tell } from "../../components/tell.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";

const kinds = ["holiday", "business_day", "as_calculated"] as const;

/** Adds a one-off day, or takes one back, with the source that others can check. */
export function Correction({ year }: { year: number }) {
  const { t, o } = useWords();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { kind: "holiday", date: "", en: "", de: "", source: "" },
    validate: {
      date: (date) => (date === "" ? t.field.missing : null),
      source: (source) => (source.trim() === "" ? t.field.missing : null),
    },
  });
  const recording = useMutation({
    mutationFn: ({ kind, date, en, de, source }: typeof form.values) =>
      ask("POST /calendar/changes", {
        body: { kind, date, source, ...(kind === "holiday" && { name: { en, de } }) } as never,
      }),
    onSuccess: () => {
      form.reset();
      tell(o.calendar.saved);
      return queryClient.invalidateQueries({ queryKey: ["calendar"] });
    },
  });
  return (
    <Card withBorder component="section" aria-labelledby="correct">
      <Title order={2} size="h4" id="correct">
        {o.calendar.correct}
      </Title>
      <Text c="dimmed" mb="sm">
        {o.calendar.correctHint}
      </Text>
      <form onSubmit={form.onSubmit((values) => recording.mutate(values))}>
        <Stack gap="sm">
          <ProblemNote error={recording.error} />
          <Radio.Group label={o.calendar.kind} {...form.getInputProps("kind")}>
            <Stack gap={6} mt={4}>
              {kinds.map((kind) => (
                <Radio key={kind} value={kind} label={o.calendar.kinds[kind]} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            type="date"
            label={o.calendar.date}
            required
            maw="14rem"
            min={`${year}-01-01`}
            {...form.getInputProps("date")}
          />
          {form.values.kind === "holiday" && (
            <Group grow align="start" preventGrowOverflow={false}>
              <TextInput label={o.calendar.nameDe} required miw="12rem" {...form.getInputProps("de")} />
              <TextInput label={o.calendar.nameEn} required miw="12rem" {...form.getInputProps("en")} />
            </Group>
          )}
          <TextInput
            label={o.calendar.source}
            description={o.calendar.sourceHint}
            required
            {...form.getInputProps("source")}
          />
          <Button type="submit" loading={recording.isPending} style={{ alignSelf: "flex-start" }}>
            {o.calendar.save}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
