import { Button, Collapse, Group, MultiSelect, Stack, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { SessionView } from "../../../src/areas/training/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { peopleQuery } from "../../session.ts";
import { useRecording } from "./training-query.ts";

/** Who was there: added at once, taken back with a reason. */
export function Attendance({ session }: { session: SessionView }) {
  const { training: w } = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div style={open ? { flexBasis: "100%" } : {}}>
      <Button
        size="compact-sm"
        variant="light"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {w.recordAttendance}
      </Button>
      <Collapse expanded={open} id={id}>
        {open && <Form session={session} close={() => setOpen(false)} />}
      </Collapse>
    </div>
  );
}

function Form({ session, close }: { session: SessionView; close: () => void }) {
  const { training: w, t, i } = useWords();
  const { data } = useQuery(peopleQuery);
  const before = session.attendance ?? [];
  const [chosen, setChosen] = useState(before);
  const [reason, setReason] = useState("");
  const added = chosen.filter((person) => !before.includes(person));
  const removed = before.filter((person) => !chosen.includes(person));
  const recording = useRecording(
    () =>
      ask("POST /training/sessions/:id/attendance", {
        params: { id: session.id },
        body: {
          people: [
            ...added.map((person) => ({ person, attended: true })),
            ...removed.map((person) => ({ person, attended: false })),
          ],
          ...(reason.trim() && { reason }),
        },
      }),
    close,
  );
  const options = (data?.items ?? [])
    .filter(({ id, disabled }) => !disabled || before.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    if (added.length + removed.length === 0) close();
    else recording.mutate(undefined);
  };
  return (
    <form onSubmit={save} aria-label={w.recordAttendance}>
      <Stack gap="sm" mt="xs" p="sm" className="quote">
        <ProblemNote error={recording.error} />
        <MultiSelect label={w.attendance} data={options} value={chosen} onChange={setChosen} searchable />
        <Textarea
          label={w.reason}
          description={w.reasonHint}
          required={removed.length > 0}
          autosize
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" size="sm" loading={recording.isPending}>
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
