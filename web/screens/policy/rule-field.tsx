import { Group, NumberInput, Select } from "@mantine/core";
import type { DraftFormOf } from "./draft-form.tsx";
import type { DraftValues } from "./draft-values.ts";
import { useWords } from "../../language.tsx";

/** How long a clock has: a number and a unit. */
export function RuleField({ form, name }: { form: DraftFormOf; name: keyof DraftValues["rules"] }) {
  const { o } = useWords();
  const label = o.policy.clock[name];
  return (
    <Group gap="xs" align="end" wrap="nowrap">
      <NumberInput
        label={label}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        required
        style={{ flex: 1 }}
        {...form.getInputProps(`rules.${name}.count`)}
      />
      <Select
        aria-label={`${label}: ${o.policy.unitLabel}`}
        data={Object.entries(o.policy.unit).map(([value, unit]) => ({ value, label: unit }))}
        allowDeselect={false}
        w="9.5rem"
        {...form.getInputProps(`rules.${name}.unit`)}
      />
    </Group>
  );
}
