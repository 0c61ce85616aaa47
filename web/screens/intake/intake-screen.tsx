import { Autocomplete, Button, Group, Radio, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { useTaxonomy } from "../../taxonomy.ts";
import { useMe } from "../../session.ts";
import { officeInstant } from "../../office-time.ts";
import { Receipt } from "./receipt.tsx";

/** Taking down a complaint in one minute, at the telephone or at the desk; afterwards, what to tell the person. */
export function IntakeScreen() {
  const [saved, setSaved] = useState<ComplaintView>();
  return (
    <Stack maw={720} gap="lg">
      {saved ? (
        <Receipt complaint={saved} another={() => setSaved(undefined)} />
      ) : (
        <IntakeForm saved={setSaved} />
      )}
    </Stack>
  );
}

const blank = {
  channel: "phone",
  platform: "",
  name: "",
  phone: "",
  email: "",
  language: "de",
  subject: "programme",
  programme: "",
  statement: "",
  desiredOutcome: "",
  receivedAt: "",
  receivedAtReason: "",
};

function IntakeForm({ saved }: { saved: (complaint: ComplaintView) => void }) {
  const { t, d } = useWords();
  const me = useMe();
  const programmes = useTaxonomy("programmes");
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { ...blank, platform: me.platforms[0]?.code ?? "" } });
  const saving = useMutation({
    mutationFn: (values: typeof blank) => ask("POST /complaints", { body: bodyOf(values, me.zone) as never }),
    onSuccess: (complaint) => {
      void queryClient.invalidateQueries({ queryKey: ["register"] });
      saved(complaint);
    },
  });
  const field = (name: keyof typeof blank) => form.getInputProps(name);
  const { phone, in_person, post, other } = d.channel;
  return (
    <>
      <div>
        <ScreenTitle>{t.intake.title}</ScreenTitle>
        <Text c="dimmed">{t.intake.lead}</Text>
      </div>
      <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <Stack>
          <ProblemNote error={saving.error} />
          <Radio.Group label={t.intake.how} {...field("channel")}>
            <Group mt={4}>
              {Object.entries({ phone, in_person, post, other }).map(([value, label]) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Group>
          </Radio.Group>
          <Textarea label={t.intake.statement} required autosize minRows={5} {...field("statement")} />
          <Group grow align="start" preventGrowOverflow={false}>
            <TextInput label={t.intake.name} autoComplete="off" miw="12rem" {...field("name")} />
            <TextInput label={t.intake.phone} type="tel" autoComplete="off" miw="12rem" {...field("phone")} />
            <TextInput
              label={t.intake.email}
              type="email"
              autoComplete="off"
              miw="12rem"
              {...field("email")}
            />
          </Group>
          <Group grow align="start" preventGrowOverflow={false}>
            <Select
              label={t.register.platform}
              allowDeselect={false}
              data={me.platforms.map(({ code, name }) => ({ value: code, label: name }))}
              miw="10rem"
              {...field("platform")}
            />
            <Select
              label={t.intake.language}
              allowDeselect={false}
              data={[
                { value: "de", label: "Deutsch" },
                { value: "en", label: "English" },
              ]}
              miw="8rem"
              {...field("language")}
            />
            <Select
              label={t.intake.about}
              allowDeselect={false}
              data={Object.entries(d.subject).map(([value, label]) => ({ value, label }))}
              miw="10rem"
              {...field("subject")}
            />
          </Group>
          {form.values.subject === "programme" && (
            <Autocomplete
              label={t.intake.programme}
              data={[...new Set(programmes.offered.map(({ label }) => label))]}
              {...field("programme")}
            />
          )}
          <Textarea label={t.intake.desired} autosize minRows={2} {...field("desiredOutcome")} />
          <TextInput label={t.intake.at} type="datetime-local" maw={280} {...field("receivedAt")} />
          {unusual(form.values.receivedAt, me.zone) && (
            <Textarea label={t.intake.atReason} required autosize {...field("receivedAtReason")} />
          )}
          <Button type="submit" size="md" loading={saving.isPending}>
            {t.intake.save}
          </Button>
        </Stack>
      </form>
    </>
  );
}

const month = 30 * 86_400_000;

/** A receipt dated ahead, or more than 30 days back, needs a reason. */
function unusual(receivedAt: string, zone: string): boolean {
  if (receivedAt === "") return false;
  const ago = Date.now() - Date.parse(officeInstant(receivedAt, zone));
  return ago < 0 || ago > month;
}

function bodyOf(
  {
    channel,
    platform,
    name,
    phone,
    email,
    language,
    subject,
    programme,
    statement,
    desiredOutcome,
    receivedAt,
    receivedAtReason,
  }: typeof blank,
  zone: string,
) {
  const said = (text: string) => text.trim() || undefined;
  return {
    channel,
    platform,
    complainant: { name: said(name), phone: said(phone), email: said(email), language },
    subject: { kind: subject, ...(subject === "programme" && { programme: said(programme) }) },
    statement,
    desiredOutcome: said(desiredOutcome),
    receivedAt: receivedAt ? officeInstant(receivedAt, zone) : undefined,
    receivedAtReason: unusual(receivedAt, zone) ? said(receivedAtReason) : undefined,
  };
}
