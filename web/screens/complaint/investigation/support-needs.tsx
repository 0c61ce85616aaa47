import { Button, Checkbox, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemNote } from "../../../components/problem.tsx";
import { useWords } from "../../../language.tsx";
import { useTaxonomy } from "../../../taxonomy.ts";
import { useChanging } from "./changing.ts";
import type { Part } from "./part.ts";

/** What the customer needs to take part, as it was noted last. */
export function SupportNeeds({ complaint, investigation }: Part) {
  const { i } = useWords();
  const { label } = useTaxonomy("support-needs");
  const [open, setOpen] = useState(false);
  const { codes, note } = investigation.supportNeeds;
  const told = [...codes.map(label), note].filter(Boolean).join(" · ");
  return (
    <div>
      {told && (
        <Text mb="xs" className="words">
          <strong>{i.supportNeeds}:</strong> {told}
        </Text>
      )}
      {investigation.may.includes("note-support-needs") && (
        <Button size="compact-sm" variant="light" aria-expanded={open} onClick={() => setOpen(!open)}>
          {i.noteNeeds}
        </Button>
      )}
      {open && <Form {...{ complaint, investigation }} close={() => setOpen(false)} />}
    </div>
  );
}

function Form({ complaint, investigation, close }: Part & { close: () => void }) {
  const { i, t } = useWords();
  const { offered } = useTaxonomy("support-needs");
  const change = useChanging(complaint);
  const [needs, setNeeds] = useState(investigation.supportNeeds.codes);
  const [note, setNote] = useState(investigation.supportNeeds.note ?? "");
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => change("POST /complaints/:id/support-needs", { needs, ...(note.trim() && { note }) }),
    onSuccess: close,
  });
  return (
    <Stack gap="sm" mt="xs" p="sm" className="quote">
      <ProblemNote error={error} />
      <Checkbox.Group label={i.supportNeeds} value={needs} onChange={setNeeds}>
        <Stack gap={6} mt={4}>
          {offered.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea
        label={i.needsNote}
        autosize
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button size="sm" loading={isPending} onClick={() => mutate()}>
          {t.field.save}
        </Button>
        <Button size="sm" variant="default" onClick={close}>
          {i.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
