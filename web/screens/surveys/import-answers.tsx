import {
  Button,
  Card,
  FileInput,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { surveyWords } from "../../../src/texts/surveys.ts";
import { ask } from "../../client.ts";
import { base64 } from "../../components/base64.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";

type Values = {
  source: string;
  low: number | string;
  high: number | string;
  better: "high" | "low";
  arrivedOn: string;
  file: File | null;
};

/** Takes the answers of a survey from a file, and says how many were new. */
export function ImportAnswers() {
  const { t, language } = useWords();
  const w = surveyWords(language);
  const queryClient = useQueryClient();
  const needed = (value: unknown) => (value === null || value === "" ? t.field.missing : null);
  const form = useForm<Values>({
    initialValues: { source: "", low: 1, high: 5, better: "high", arrivedOn: "", file: null },
    validate: { source: (text) => needed(text.trim()), low: needed, high: needed, file: needed },
  });
  const taking = useMutation({
    mutationFn: async ({ source, low, high, better, arrivedOn, file }: Values) =>
      ask("POST /surveys/imports", {
        body: {
          source,
          scale: { low: Number(low), high: Number(high), better },
          ...(arrivedOn && { arrivedOn }),
          base64: await base64(file!),
        },
      }),
    onSuccess: async () => {
      form.setFieldValue("file", null);
      await queryClient.invalidateQueries({ queryKey: ["surveys"] });
    },
  });
  return (
    <Card withBorder component="section" aria-labelledby="import">
      <Title order={2} size="h4" id="import">
        {w.importTitle}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {w.importHint}
      </Text>
      <form onSubmit={form.onSubmit((values) => taking.mutate(values))} noValidate>
        <Stack gap="sm">
          <TextInput label={w.source} required {...form.getInputProps("source")} />
          <Group gap="sm" align="start">
            <NumberInput label={w.from} w={110} allowDecimal={false} {...form.getInputProps("low")} />
            <NumberInput label={w.to} w={110} allowDecimal={false} {...form.getInputProps("high")} />
            <Select
              label={w.better}
              flex="1 1 12rem"
              allowDeselect={false}
              data={[
                { value: "high", label: w.highest },
                { value: "low", label: w.lowest },
              ]}
              {...form.getInputProps("better")}
            />
          </Group>
          <TextInput label={w.arrivedOn} type="date" maw={320} {...form.getInputProps("arrivedOn")} />
          <FileInput
            label={w.file}
            placeholder={w.pick}
            accept=".csv,text/csv,text/plain"
            required
            {...form.getInputProps("file")}
            onChange={(file) => {
              form.setFieldValue("file", file);
              form.clearFieldError("file");
              taking.reset();
            }}
          />
          <ProblemNote error={taking.error} />
          {taking.data && (
            <div role="status">
              <Text>{w.taken(taking.data.answers, taking.data.low, taking.data.known)}</Text>
              {taking.data.contactsLeftOut > 0 && <Text>{w.leftOut(taking.data.contactsLeftOut)}</Text>}
            </div>
          )}
          <Button type="submit" loading={taking.isPending} style={{ alignSelf: "flex-start" }}>
            {w.take}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
