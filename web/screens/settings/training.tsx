import { MultiSelect, NumberInput, TagsInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { TrainingRules } from "../../../src/areas/training/contract.ts";
import { ask } from "../../client.ts";
import { useWords } from "../../language.tsx";
import { Setting } from "./setting.tsx";
import { useSaving } from "./use-saving.ts";

/** How long training counts, and when somebody is reminded. */
export function Training() {
  const { data: rules } = useQuery({
    queryKey: ["setting", "training"],
    queryFn: () => ask("GET /training/rules", {}),
  });
  const { data: versions } = useQuery({
    queryKey: ["policy-versions"],
    queryFn: () => ask("GET /policies/versions", {}),
  });
  return rules && versions ? (
    <RulesForm rules={rules} versions={versions.items.map(({ version }) => version)} />
  ) : null;
}

function RulesForm({ rules, versions }: { rules: TrainingRules; versions: number[] }) {
  const { training: w } = useWords();
  const form = useForm({
    initialValues: {
      validityMonths: rules.validityMonths,
      confirmWithinDays: rules.confirmWithinDays,
      remindDays: rules.remindDays.map(String),
      editorialVersions: rules.editorialVersions.map(String),
    },
  });
  const saving = useSaving("training", (body: TrainingRules) => ask("PUT /training/rules", { body }));
  const send = form.onSubmit(({ remindDays, editorialVersions, ...values }) =>
    saving.mutate({
      ...values,
      remindDays: remindDays.map(Number),
      editorialVersions: editorialVersions.map(Number),
    }),
  );
  return (
    <Setting
      name="training"
      title={w.rules}
      hint={w.rulesHint}
      send={send}
      saving={saving}
      told={(value: TrainingRules) =>
        w.rulesTold(
          value.validityMonths,
          value.confirmWithinDays,
          value.remindDays.join(", "),
          value.editorialVersions.join(", "),
        )
      }
    >
      <NumberInput
        label={w.validityMonths}
        min={1}
        max={60}
        required
        {...form.getInputProps("validityMonths")}
      />
      <NumberInput
        label={w.confirmWithinDays}
        min={0}
        max={365}
        required
        {...form.getInputProps("confirmWithinDays")}
      />
      <TagsInput
        label={w.remindDays}
        maxTags={5}
        splitChars={[",", " ", ";"]}
        {...form.getInputProps("remindDays")}
      />
      {versions.some((version) => version > 1) && (
        <MultiSelect
          label={w.editorialVersions}
          description={w.editorialHint}
          data={versions
            .filter((version) => version > 1)
            .map((version) => ({ value: String(version), label: w.version(version) }))}
          {...form.getInputProps("editorialVersions")}
        />
      )}
    </Setting>
  );
}
