import { Button, Group, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { IntakeRow } from "../../../src/channels/email/contract.ts";
import { ask } from "../../client.ts";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";

/** What the stages set aside, and what a colleague discarded: there a person may decide. */
export const isOpen = (disposition: IntakeRow["disposition"]): boolean =>
  disposition === "quarantine" ||
  disposition === "automatic" ||
  disposition === "bounce" ||
  disposition === "discarded";

type As = "retry" | "complaint" | "reply" | "discarded";

export function DecideForm({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const { t, m } = useWords();
  const queryClient = useQueryClient();
  const [as, setAs] = useState<As>("complaint");
  const [complaint, setComplaint] = useState("");
  const [reason, setReason] = useState("");
  const why = reason.trim() === "" ? {} : { reason };
  const deciding = useMutation({
    mutationFn: () =>
      ask("POST /intake/decisions", {
        body: {
          ids,
          decision:
            as === "discarded"
              ? { as, reason }
              : as === "reply"
                ? { as, complaint: complaint.trim(), ...why }
                : { as, ...why },
        },
      }),
    onSuccess: async ({ decided }) => {
      tell(as === "discarded" ? m.decide.discarded(decided) : m.decide.done(decided));
      await queryClient.invalidateQueries({ queryKey: ["intake"] });
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        deciding.mutate();
      }}
    >
      <Stack>
        <Radio.Group label={m.decide.title} value={as} onChange={(value) => setAs(value)}>
          <Stack gap="xs" mt="xs">
            <Radio value="complaint" label={m.decide.complaint} />
            {ids.length === 1 && <Radio value="reply" label={m.decide.reply} />}
            <Radio value="retry" label={m.decide.retry} />
            <Radio value="discarded" label={m.decide.discard} />
          </Stack>
        </Radio.Group>
        {as === "reply" && (
          <TextInput
            label={m.decide.which}
            value={complaint}
            onChange={({ currentTarget }) => setComplaint(currentTarget.value)}
            required
          />
        )}
        <Textarea
          label={m.decide.why}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          required={as === "discarded"}
          autosize
          minRows={2}
          maxLength={2000}
        />
        <ProblemNote error={deciding.error} />
        <Group justify="end">
          <Button variant="default" onClick={onDone}>
            {t.app.notNow}
          </Button>
          <Button type="submit" loading={deciding.isPending}>
            {m.decide.do}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function DecideButton({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const { m } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>{m.decide.title}</Button>
      {opened && (
        <Dialog title={m.decide.chosen(ids.length)} onClose={close}>
          <DecideForm
            ids={ids}
            onDone={() => {
              close();
              onDone();
            }}
          />
        </Dialog>
      )}
    </>
  );
}
