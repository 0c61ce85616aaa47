import {
  Button,
  Card,
  Fieldset,
  Group,
  MultiSelect,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useState } from "react";
import type { RoutingTable } from "../../../src/casework/routing/contract.ts";
import { routingWords } from "../../../src/texts/routing.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { useTaxonomy } from "../../taxonomy.ts";
import { useSaving, type People } from "./saving.ts";

type Rule = RoutingTable["rules"][number];

export function TableCard({ table, people }: { table: RoutingTable; people: People }) {
  const w = routingWords(useWords().language);
  const [rules, setRules] = useState(table.rules);
  const [management, setManagement] = useState(table.management ?? { about: [], owner: "", unseenBy: [] });
  const saving = useSaving(() =>
    ask("PUT /routing", {
      body: { rules, ...(management.about.length > 0 && management.owner && { management }) },
    }),
  );
  const change = (at: number, rule: Rule) => setRules(rules.map((each, n) => (n === at ? rule : each)));
  const up = (at: number) => setRules(rules.with(at, rules[at - 1]!).with(at - 1, rules[at]!));
  return (
    <Card
      withBorder
      component="form"
      onSubmit={(event) => (event.preventDefault(), saving.mutate(undefined))}
    >
      <Stack>
        {rules.map((rule, at) => (
          // Lines have no name of their own but their place.
          <Fieldset key={at} legend={w.line(at + 1)}>
            <RuleFields rule={rule} people={people} onChange={(changed) => change(at, changed)} />
            <Group mt="sm" justify="end">
              {at > 0 && (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => up(at)}
                  aria-label={`${w.up}: ${w.line(at + 1)}`}
                >
                  {w.up}
                </Button>
              )}
              <Button
                variant="default"
                size="xs"
                onClick={() => setRules(rules.filter((_, n) => n !== at))}
                aria-label={`${w.remove}: ${w.line(at + 1)}`}
              >
                {w.remove}
              </Button>
            </Group>
          </Fieldset>
        ))}
        <Button
          variant="default"
          style={{ alignSelf: "flex-start" }}
          onClick={() => setRules([...rules, { department: "", owners: [] }])}
        >
          {w.add}
        </Button>
        <Fieldset legend={w.management}>
          <Text c="dimmed" size="sm" mb="sm">
            {w.managementHint}
          </Text>
          <Stack gap="sm">
            <MultiSelect
              label={w.about}
              data={people}
              value={management.about}
              onChange={(about) => setManagement({ ...management, about })}
              searchable
            />
            <Select
              label={w.managementOwner}
              data={people}
              value={management.owner || null}
              onChange={(owner) => setManagement({ ...management, owner: owner ?? "" })}
              required={management.about.length > 0}
              searchable
              clearable
            />
            <MultiSelect
              label={w.unseenBy}
              data={people}
              value={management.unseenBy}
              onChange={(unseenBy) => setManagement({ ...management, unseenBy })}
              searchable
            />
          </Stack>
        </Fieldset>
        <ProblemNote error={saving.error} />
        <Button type="submit" loading={saving.isPending} style={{ alignSelf: "flex-start" }}>
          {w.save}
        </Button>
      </Stack>
    </Card>
  );
}

/** An empty choice leaves the line open for everything. */
function RuleFields({
  rule,
  people,
  onChange,
}: {
  rule: Rule;
  people: People;
  onChange: (rule: Rule) => void;
}) {
  const { d, language } = useWords();
  const w = routingWords(language);
  const { platforms } = useMe();
  const categories = useTaxonomy("categories");
  const set = (name: "platform" | "subject" | "category" | "deputy", value: string | null) => {
    const { [name]: _, ...rest } = rule;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  return (
    <Stack gap="sm">
      <Group grow align="start" preventGrowOverflow={false}>
        <Select
          label={w.platform}
          placeholder={w.any}
          data={platforms.map(({ code, name }) => ({ value: code, label: name }))}
          value={rule.platform ?? null}
          onChange={(value) => set("platform", value)}
          clearable
        />
        <Select
          label={w.subject}
          placeholder={w.any}
          data={Object.entries(d.subject).map(([value, label]) => ({ value, label }))}
          value={rule.subject ?? null}
          onChange={(value) => set("subject", value)}
          clearable
        />
        <Select
          label={w.category}
          placeholder={w.any}
          data={categories.all}
          value={rule.category ?? null}
          onChange={(value) => set("category", value)}
          clearable
          searchable
        />
      </Group>
      <TextInput
        label={w.department}
        value={rule.department}
        onChange={({ currentTarget }) => onChange({ ...rule, department: currentTarget.value })}
        required
      />
      <MultiSelect
        label={w.owners}
        data={people}
        value={rule.owners}
        onChange={(owners) => onChange({ ...rule, owners })}
        required
        searchable
      />
      <Select
        label={w.deputy}
        data={people}
        value={rule.deputy ?? null}
        onChange={(value) => set("deputy", value)}
        clearable
        searchable
      />
    </Stack>
  );
}

export const SectionTitle = ({ id, children }: { id: string; children: string }) => (
  <Title order={2} size="h4" id={id}>
    {children}
  </Title>
);
