import { Anchor, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { mayImprove } from "../../../src/core/access/improvement.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { useTaxonomy } from "../../taxonomy.ts";
import { Adding } from "../complaint/investigation/adding.tsx";
import { saidOf, useActionFields } from "./action-fields.ts";
import { ActionList } from "./action-list.tsx";
import { actionsQuery, states, type State } from "./actions-query.ts";

/** What is done about causes: open, overdue, to be checked, and what became of the rest. */
export function ImprovementScreen() {
  const { improvement: w } = useWords();
  const me = useMe();
  const { state = "open" } = useSearch({ from: "/inside/improvement" });
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(actionsQuery({ state }));
  const fields = useActionFields();
  const programmes = useTaxonomy("programmes");
  const counts: Partial<Record<State, number>> = data?.counts ?? {};
  return (
    <Stack gap="lg" maw={900}>
      <div>
        <ScreenTitle>{w.title}</ScreenTitle>
        <Text c="dimmed">{w.lead}</Text>
      </div>
      <ProblemNote error={error} />
      {mayImprove({ kind: "staff", ...me }, "open", undefined) && (
        <Adding
          label={w.open}
          fields={fields}
          send={async (values) => {
            const { id } = await ask("POST /actions", { body: saidOf(values) });
            await queryClient.invalidateQueries({ queryKey: ["actions"] });
            await navigate({ to: "/improvement/$id", params: { id } });
          }}
        />
      )}
      <SegmentedControl
        className="choices"
        aria-label={w.title}
        value={state}
        onChange={(chosen) => void navigate({ to: "/improvement", search: { state: chosen } })}
        data={states.map((value) => ({
          value,
          label: `${w.states[value]}${counts[value] ? ` (${counts[value]})` : ""}`,
        }))}
      />
      {data && <ActionList actions={data.items} />}
      {programmes.all.length > 0 && (
        <nav aria-label={w.programmes}>
          <Text fw={600}>{w.programmes}</Text>
          <Group gap="md">
            {programmes.all.map(({ value, label }) => (
              <Anchor
                key={value}
                renderRoot={(props) => <Link to="/programmes/$code" params={{ code: value }} {...props} />}
              >
                {label}
              </Anchor>
            ))}
          </Group>
        </nav>
      )}
    </Stack>
  );
}
