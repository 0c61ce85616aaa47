import { Group, NumberInput, Select } from "@mantine/core";
import type { DraftFormOf } from "./draft-form.tsx";
import { useWords } from "../../language.tsx";

type Given = { form: DraftFormOf; /** Where the form holds the rule. */ path: string; label: string };

/** How long a clock has: a number and a unit. */
export function RuleField({ form, path, label }: Given) {
  const { o } = useWords();
  return (
    <Group gap="xs" align="end" wrap="nowrap" flex={1} miw={0}>
      <NumberInput
        label={label}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        required
        flex="1 1 4.5rem"
        miw={0}
        {...form.getInputProps(`${path}.count`)}
      />
      <Select
        aria-label={`${label}: ${o.policy.unitLabel}`}
        data={Object.entries(o.policy.unit).map(([value, unit]) => ({ value, label: unit }))}
        allowDeselect={false}
        flex="0 1 9.5rem"
        miw={0}
        {...form.getInputProps(`${path}.unit`)}
      />
    </Group>
  );
}
