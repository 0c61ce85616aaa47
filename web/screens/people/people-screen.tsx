import {
  Alert,
  Badge,
  Button,
  Card,
  Code,
  Group,
  MultiSelect,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Colleague } from "../../../src/organisation/staff/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { Escalation } from "./escalation.tsx";
import { peopleQuery, useMe } from "../../session.ts";

/** Who works here, with which roles; only administrators change it. */
export function PeopleScreen() {
  const { t } = useWords();
  const { data, error } = useQuery(peopleQuery);
  return (
    <Stack maw={800} gap="lg">
      <ScreenTitle>{t.people.title}</ScreenTitle>
      <ProblemNote error={error} />
      <AddColleague />
      <Stack gap="sm">
        {data?.items.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </Stack>
      {data && <Escalation people={data.items} />}
    </Stack>
  );
}

function AddColleague() {
  const { t, d } = useWords();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { name: "", email: "", roles: ["handler"] } });
  const adding = useMutation({
    mutationFn: (body: typeof form.values) => ask("POST /people", { body: body as never }),
    onSuccess: () => {
      form.reset();
      return queryClient.invalidateQueries({ queryKey: ["people"] });
    },
  });
  return (
    <Card withBorder component="section" aria-labelledby="add">
      <Title order={2} size="h4" id="add" mb="sm">
        {t.people.add}
      </Title>
      <form onSubmit={form.onSubmit((values) => adding.mutate(values))}>
        <Stack gap="sm">
          <ProblemNote error={adding.error} />
          <Group grow align="start" preventGrowOverflow={false}>
            <TextInput label={t.people.name} required miw="12rem" {...form.getInputProps("name")} />
            <TextInput
              label={t.people.email}
              type="email"
              required
              miw="12rem"
              {...form.getInputProps("email")}
            />
          </Group>
          <MultiSelect
            label={t.people.roles}
            data={Object.entries(d.role).map(([value, label]) => ({ value, label }))}
            required
            {...form.getInputProps("roles")}
          />
          <Button type="submit" loading={adding.isPending} style={{ alignSelf: "flex-start" }}>
            {t.people.add}
          </Button>
          {adding.data && (
            <Alert color="teal" title={t.people.link}>
              <Code block>{adding.data.invitation}</Code>
            </Alert>
          )}
        </Stack>
      </form>
    </Card>
  );
}

function Person({ person }: { person: Colleague }) {
  const { t, d } = useWords();
  const me = useMe();
  const queryClient = useQueryClient();
  const disabling = useMutation({
    mutationFn: () => ask("POST /people/:id/disablement", { params: { id: person.id }, body: {} }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["people"] }),
  });
  return (
    <Card withBorder padding="md">
      <Group justify="space-between">
        <div>
          <Text fw={600}>{person.name}</Text>
          <Text size="sm" c="dimmed">
            {person.email}
          </Text>
        </div>
        <Group gap={6}>
          {person.disabled ? (
            <Badge color="gray">{t.people.disabled}</Badge>
          ) : (
            person.roles.map((role) => <Badge key={role}>{d.role[role]}</Badge>)
          )}
          {!person.disabled && person.id !== me.id && (
            <Button
              size="xs"
              variant="default"
              loading={disabling.isPending}
              onClick={() => confirm(t.people.confirm(person.name)) && disabling.mutate()}
            >
              {t.people.disable}
            </Button>
          )}
        </Group>
      </Group>
    </Card>
  );
}
