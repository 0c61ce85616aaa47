import { Group, Radio, Select, Stack, Textarea, TextInput } from "@mantine/core";
import type { Field } from "./step-fields.ts";

/** What the form hook binds to every kind of control. */
type Bound = { field: Field; value?: string; onChange?: unknown; error?: React.ReactNode };

/** One field of a step: a line, a text, a choice among few, or a choice among many. */
export function StepField({ field, value, onChange, error }: Bound) {
  const { label, kind, hint, options = [], required = false } = field;
  const change = onChange as (value: unknown) => void;
  const common = { label, required, value: value ?? "", onChange: change, error };
  if (kind === "text") return <Textarea {...common} description={hint} autosize minRows={2} />;
  if (kind === "line") return <TextInput {...common} />;
  if (kind === "money") return <TextInput {...common} inputMode="decimal" placeholder="240,00" />;
  if (kind === "moment") return <TextInput {...common} type="datetime-local" description={hint} />;
  if (kind === "date") return <TextInput {...common} type="date" description={hint} />;
  if (kind === "many")
    return (
      <Select
        {...common}
        description={hint}
        value={value || null}
        onChange={(chosen) => change(chosen ?? "")}
        data={options}
        searchable
        allowDeselect={!required}
      />
    );
  const choices = options.map((option) => (
    <Radio key={option.value} value={option.value} label={option.label} />
  ));
  return (
    <Radio.Group label={label} required={required} value={value ?? ""} onChange={change} error={error}>
      {kind === "row" ? (
        <Group gap="md" mt={4}>
          {choices}
        </Group>
      ) : (
        <Stack gap={6} mt={4}>
          {choices}
        </Stack>
      )}
    </Radio.Group>
  );
}
