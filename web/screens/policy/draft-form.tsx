import { Button, Card, Fieldset, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DraftView } from "../../../src/organisation/policies/contract.ts";
import { tell } from "../../components/tell.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { toDocument, toForm, type DraftValues } from "./draft-values.ts";
import { Hours } from "./hours.tsx";
import { Reminders } from "./reminders.tsx";
import { RuleField } from "./rule-field.tsx";

export type DraftFormOf = UseFormReturnType<DraftValues>;

/** The data of a policy, and its text in both languages side by side. */
export function DraftForm({ draft, readOnly }: { draft: DraftView; readOnly: boolean }) {
  const { o } = useWords();
  const queryClient = useQueryClient();
  const form = useForm<DraftValues>({ initialValues: toForm(draft.document) });
  const saving = useMutation({
    mutationFn: (values: DraftValues) =>
      ask("PUT /policies/drafts/:id", {
        params: { id: draft.id },
        body: { revision: draft.revision, document: toDocument(draft.document, values) },
      }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(["policy", "draft", draft.id], saved);
      await queryClient.invalidateQueries({ queryKey: ["policy", "drafts"] });
      tell(o.policy.saved);
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <Fieldset disabled={readOnly} variant="unstyled" p={0}>
        <Stack gap="lg">
          <Promises form={form} />
          <Reminders form={form} />
          <Contacts form={form} />
          <Hours form={form} />
          <Texts form={form} />
          <ProblemNote error={saving.error} />
          {!readOnly && (
            <Button type="submit" size="md" loading={saving.isPending} style={{ alignSelf: "flex-start" }}>
              {o.policy.save}
            </Button>
          )}
        </Stack>
      </Fieldset>
    </form>
  );
}

function Promises({ form }: { form: DraftFormOf }) {
  const { o } = useWords();
  return (
    <Card withBorder component="section" aria-labelledby="clocks">
      <Title order={2} size="h4" id="clocks" mb="sm">
        {o.policy.clocks}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {Object.keys(form.values.rules).map((name) => (
          <RuleField
            key={name}
            form={form}
            path={`rules.${name}`}
            label={o.policy.clock[name as keyof DraftValues["rules"]]}
          />
        ))}
      </SimpleGrid>
    </Card>
  );
}

function Contacts({ form }: { form: DraftFormOf }) {
  const { o } = useWords();
  return (
    <Card withBorder component="section" aria-labelledby="contacts">
      <Title order={2} size="h4" id="contacts" mb="sm">
        {o.policy.contacts}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput label={o.policy.email} type="email" required {...form.getInputProps("email")} />
        <TextInput label={o.policy.phone} required {...form.getInputProps("phone")} />
        <TextInput label={o.policy.phoneDial} required {...form.getInputProps("phoneDial")} />
        <TextInput label={o.policy.programmes} type="email" required {...form.getInputProps("programmes")} />
        <TextInput
          label={o.policy.escalations}
          type="email"
          required
          {...form.getInputProps("escalations")}
        />
      </SimpleGrid>
    </Card>
  );
}

function Texts({ form }: { form: DraftFormOf }) {
  const { o } = useWords();
  return (
    <Card withBorder component="section" aria-labelledby="text">
      <Title order={2} size="h4" id="text">
        {o.policy.text}
      </Title>
      <Text c="dimmed" mb="md">
        {o.policy.textHint}
      </Text>
      <Stack gap="lg">
        {form.values.parts.map(({ id, step }, index) => (
          <Fieldset key={id} legend={id} ml={step ? { base: 0, sm: "lg" } : 0}>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              {(["de", "en"] as const).map((language) => (
                <Stack key={language} gap="xs">
                  <TextInput
                    label={`${o.policy.heading} (${language === "de" ? o.policy.german : o.policy.english})`}
                    lang={language}
                    {...form.getInputProps(`parts.${index}.${language}.heading`)}
                  />
                  <Textarea
                    label={`${o.policy.paragraphs} (${language === "de" ? o.policy.german : o.policy.english})`}
                    lang={language}
                    autosize
                    minRows={2}
                    {...form.getInputProps(`parts.${index}.${language}.text`)}
                  />
                </Stack>
              ))}
            </SimpleGrid>
          </Fieldset>
        ))}
      </Stack>
    </Card>
  );
}
