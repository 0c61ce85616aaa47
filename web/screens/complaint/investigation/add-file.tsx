import { Button, FileInput, Group, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemNote } from "../../../components/problem.tsx";
import { base64 } from "../../../components/base64.ts";
import { useWords } from "../../../language.tsx";
import { optionsOf } from "./fields.ts";

type Values = { file: File | null; title: string; origin: string | null };

/** Takes a file as evidence; its name is suggested as its title. */
export function AddFile({ add }: { add: (evidence: object) => Promise<unknown> }) {
  const { i, t } = useWords();
  const [open, setOpen] = useState(false);
  const form = useForm<Values>({
    initialValues: { file: null, title: "", origin: null },
    validate: {
      file: (file) => (!file ? t.field.missing : file.size > 10 * 1024 * 1024 ? i.fileHint : null),
      title: (title) => (title.trim() ? null : t.field.missing),
      origin: (origin) => (origin ? null : t.field.missing),
    },
  });
  const { mutate, error, isPending } = useMutation({
    mutationFn: async ({ file, title, origin }: Values) =>
      add({
        title,
        origin,
        file: {
          name: file!.name,
          type: file!.type || "application/octet-stream",
          base64: await base64(file!),
        },
      }),
    onSuccess: () => {
      form.reset();
      setOpen(false);
    },
  });
  const choose = (file: File | null) => {
    form.setFieldValue("file", file);
    if (file && !form.values.title) form.setFieldValue("title", file.name);
  };
  return (
    <div style={open ? { flexBasis: "100%" } : {}}>
      <Button size="compact-sm" variant="light" aria-expanded={open} onClick={() => setOpen(!open)}>
        {i.addFile}
      </Button>
      {open && (
        <form onSubmit={form.onSubmit((values) => mutate(values))} aria-label={i.addFile} noValidate>
          <Stack gap="sm" mt="xs" p="sm" className="quote">
            <ProblemNote error={error} />
            <FileInput
              label={i.file}
              description={i.fileHint}
              required
              {...form.getInputProps("file")}
              onChange={choose}
            />
            <TextInput label={i.evidenceTitle} required {...form.getInputProps("title")} />
            <Select
              label={i.origin}
              required
              data={optionsOf(i.names.origin)}
              allowDeselect={false}
              {...form.getInputProps("origin")}
            />
            <Group gap="xs">
              <Button type="submit" size="sm" loading={isPending}>
                {t.field.save}
              </Button>
              <Button size="sm" variant="default" onClick={() => setOpen(false)}>
                {i.cancel}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </div>
  );
}
