import { Button, Card, MultiSelect, NumberInput, Select, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ManagementTeam as Team } from "../../../src/organisation/office/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";
import { peopleQuery } from "../../session.ts";

export function ManagementTeam() {
  const { data } = useQuery({
    queryKey: ["setting", "management-team"],
    queryFn: () => ask("GET /office/management-team", {}),
  });
  return data ? <TeamForm team={data} /> : null;
}

/** Who reviews the monthly report, who chairs, and how many have to be there. */
function TeamForm({ team }: { team: Team }) {
  const { reviews: w, pay } = useWords();
  const queryClient = useQueryClient();
  const { data } = useQuery(peopleQuery);
  const people = (data?.items ?? [])
    .filter(({ disabled }) => !disabled)
    .map(({ id, name }) => ({ value: id, label: name }));
  const form = useForm({
    initialValues: { people: team.people, chairId: team.chairId ?? "", quorum: team.quorum },
  });
  const saving = useMutation({
    mutationFn: ({ chairId, ...said }: typeof form.values) =>
      ask("PUT /office/management-team", { body: { ...said, ...(chairId && { chairId }) } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["setting", "management-team"] });
      tell(w.saved);
    },
  });
  return (
    <Card withBorder component="section" aria-labelledby="management-team">
      <Title order={2} size="h4" id="management-team">
        {w.team}
      </Title>
      <Text c="dimmed" mb="sm">
        {w.teamHint}
      </Text>
      <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <Stack gap="sm">
          <ProblemNote error={saving.error} />
          <MultiSelect label={w.people} data={people} searchable {...form.getInputProps("people")} />
          <Select
            label={w.chair}
            data={people}
            searchable
            clearable
            {...form.getInputProps("chairId")}
            value={form.values.chairId || null}
          />
          <NumberInput label={w.quorumField} min={1} max={20} {...form.getInputProps("quorum")} />
          <Button type="submit" loading={saving.isPending} style={{ alignSelf: "flex-start" }}>
            {pay.save}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
