import { Alert, Button, Card, MultiSelect, Select, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OfficeView } from "../../../src/organisation/office/contract.ts";
import type { Colleague } from "../../../src/organisation/staff/contract.ts";
import { tell } from "../../components/tell.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { officeQuery } from "../../session.ts";

/** Who is told when a promise gets late: deputies, and the contacts above them. */
export function Escalation({ people }: { people: Colleague[] }) {
  const { data } = useQuery(officeQuery);
  return data ? <EscalationForm office={data} people={people.filter(({ disabled }) => !disabled)} /> : null;
}

function EscalationForm({ office, people }: { office: OfficeView; people: Colleague[] }) {
  const { o } = useWords();
  const queryClient = useQueryClient();
  const [contacts, setContacts] = useState(office.escalationContacts);
  const [deputies, setDeputies] = useState<Record<string, string>>(office.deputies);
  const saving = useMutation({
    mutationFn: async () => {
      await ask("PUT /office/escalation-contacts", { body: { people: contacts } });
      return ask("PUT /office/deputies", { body: { deputies } });
    },
    onSuccess: (seen) => {
      queryClient.setQueryData(officeQuery.queryKey, seen);
      tell(o.people.saved);
    },
  });
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  const choose = (id: string, deputy: string | null) =>
    setDeputies(({ [id]: _, ...others }) => (deputy ? { ...others, [id]: deputy } : others));
  return (
    <Card withBorder component="section" aria-labelledby="escalation">
      <Title order={2} size="h4" id="escalation">
        {o.people.escalation}
      </Title>
      <Text c="dimmed" mb="sm">
        {o.people.escalationHint}
      </Text>
      <Stack gap="sm">
        {office.warnings
          .filter((warning) => warning !== "calendar_unconfirmed")
          .map((warning) => (
            <Alert key={warning} color="orange">
              {o.policy.warning[warning]}
            </Alert>
          ))}
        <ProblemNote error={saving.error} />
        <MultiSelect
          label={o.people.contacts}
          data={options}
          value={contacts}
          onChange={setContacts}
          searchable
        />
        {people.map(({ id, name }) => (
          <Select
            key={id}
            label={o.people.deputy(name)}
            placeholder={o.people.none}
            data={options.filter(({ value }) => value !== id)}
            value={deputies[id] ?? null}
            onChange={(deputy) => choose(id, deputy)}
            clearable
            searchable
          />
        ))}
        <Button
          loading={saving.isPending}
          onClick={() => saving.mutate()}
          style={{ alignSelf: "flex-start" }}
        >
          {o.people.save}
        </Button>
      </Stack>
    </Card>
  );
}
