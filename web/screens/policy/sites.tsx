import {
  ActionIcon,
  Badge,
  Button,
  Card,
  Code,
  Group,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { mayInOffice } from "../../../src/core/access/office.ts";
import type { OfficeView, SiteCheck } from "../../../src/organisation/office/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useFormat, useWords } from "../../language.tsx";
import { officeQuery, useMe, usePlatform } from "../../session.ts";

/** How the platforms' own sites show the policy: a line to embed, or pages that are compared every day. */
export function Sites() {
  const { o } = useWords();
  const { roles, platforms } = useMe();
  const { data } = useQuery(officeQuery);
  if (!data) return null;
  return (
    <Card withBorder component="section" aria-labelledby="sites">
      <Title order={2} size="h4" id="sites">
        {o.policy.sites}
      </Title>
      <Text c="dimmed" mb="sm">
        {o.policy.sitesHint}
      </Text>
      <Text fw={600} size="sm">
        {o.policy.snippet}
      </Text>
      <Code block mb="md" tabIndex={0}>
        {platforms
          .map(
            ({ code }) => `<script src="${location.origin}/embed.js" data-platform="${code}" async></script>`,
          )
          .join("\n")}
      </Code>
      {data.siteChecks.map((check) => (
        <Checked key={`${check.platform} ${check.language}`} check={check} />
      ))}
      {mayInOffice(roles, "change-settings") && <Pages office={data} />}
    </Card>
  );
}

const colour = { same: "green", embedded: "green", different: "red", unreachable: "orange" } as const;

function Checked({ check }: { check: SiteCheck }) {
  const { o } = useWords();
  const format = useFormat();
  return (
    <div style={{ marginBottom: "0.75rem" }}>
      <Group gap="xs">
        <Text>
          {check.url} ({check.language})
        </Text>
        <Badge color={colour[check.state]}>{o.policy.siteStates[check.state]}</Badge>
        <Text size="sm" c="dimmed">
          {o.policy.checked(format(check.checkedAt))}
        </Text>
      </Group>
      {check.missing.length > 0 && (
        <Text size="sm" component="div">
          {o.policy.missing}
          <ul style={{ margin: 0 }}>
            {check.missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Text>
      )}
    </div>
  );
}

function Pages({ office }: { office: OfficeView }) {
  const { o } = useWords();
  const { platforms } = useMe();
  const platform = usePlatform();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { pages: office.sitePages } });
  const shown = (seen: OfficeView) => queryClient.setQueryData(officeQuery.queryKey, seen);
  const saving = useMutation({
    mutationFn: (body: typeof form.values) => ask("PUT /office/site-pages", { body }),
    onSuccess: shown,
  });
  const checking = useMutation({
    mutationFn: () => ask("POST /office/site-checks", { body: {} }),
    onSuccess: shown,
  });
  const blank = { platform: platforms[0]?.code ?? "", language: "de" as const, url: "" };
  return (
    <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <Stack gap="sm">
        <ProblemNote error={saving.error ?? checking.error} />
        {form.values.pages.map((_, index) => (
          <Group key={index} align="end" gap="xs">
            <Select
              label={o.policy.platform}
              data={platforms.map(({ code }) => ({ value: code, label: platform(code) }))}
              allowDeselect={false}
              w="11rem"
              {...form.getInputProps(`pages.${index}.platform`)}
            />
            <Select
              label={o.policy.pageLanguage}
              data={["de", "en"]}
              allowDeselect={false}
              w="7rem"
              {...form.getInputProps(`pages.${index}.language`)}
            />
            <TextInput
              label={o.policy.url}
              type="url"
              required
              style={{ flex: "1 1 14rem" }}
              {...form.getInputProps(`pages.${index}.url`)}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={o.policy.removePage}
              onClick={() => form.removeListItem("pages", index)}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button variant="default" onClick={() => form.insertListItem("pages", blank)}>
            {o.policy.addPage}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {o.policy.savePages}
          </Button>
          {office.sitePages.length > 0 && (
            <Button variant="default" loading={checking.isPending} onClick={() => checking.mutate()}>
              {o.policy.check}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
