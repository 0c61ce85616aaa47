import { Button, Collapse, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { ProblemNote } from "../../../components/problem.tsx";
import { useWords } from "../../../language.tsx";
import { StepField } from "../step-field.tsx";
import type { Field } from "../step-fields.ts";

export type Values = Record<string, string>;
type Added = {
  label: string;
  fields: Field[];
  /** Gets what was filled in; what was left empty is missing. */
  send: (values: Values) => Promise<unknown>;
  /** A small one stands beside an entry of a list. */
  small?: boolean;
  /** Open from the start, for whoever came to fill it in. */
  begun?: boolean;
};

/** A button that opens a short form; what was typed stays when the server says no. */
export function Adding({ label, fields, send, small = false, begun = false }: Added) {
  const [open, setOpen] = useState(begun);
  const id = useId();
  return (
    // An open form takes the whole line; closed, several buttons stand beside each other.
    <div style={open ? { flexBasis: "100%" } : {}}>
      <Button
        size="compact-sm"
        variant={small ? "subtle" : "light"}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      <Collapse expanded={open} id={id}>
        {open && <Form label={label} fields={fields} send={send} close={() => setOpen(false)} />}
      </Collapse>
    </div>
  );
}

function Form({ label, fields, send, close }: Omit<Added, "small" | "begun"> & { close: () => void }) {
  const { t, i } = useWords();
  const form = useForm<Values>({
    initialValues: Object.fromEntries(fields.map(({ name, initial }) => [name, initial ?? ""])),
    validate: (values) =>
      Object.fromEntries(
        fields
          .filter(({ name, required, when }) => required && !values[name]?.trim() && (!when || when(values)))
          .map(({ name }) => [name, t.field.missing]),
      ),
  });
  const { mutate, error, isPending } = useMutation({
    mutationFn: (values: Values) =>
      send(Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""))),
    onSuccess: close,
  });
  return (
    <form onSubmit={form.onSubmit((values) => mutate(values))} aria-label={label} noValidate>
      <Stack gap="sm" mt="xs" p="sm" className="quote">
        <ProblemNote error={error} />
        {fields
          .filter(({ when }) => !when || when(form.values))
          .map((field) => (
            <StepField key={field.name} field={field} {...form.getInputProps(field.name)} />
          ))}
        <Group gap="xs">
          <Button type="submit" size="sm" loading={isPending}>
            {t.field.save}
          </Button>
          <Button size="sm" variant="default" onClick={close}>
            {i.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
