import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import type { PaymentView } from "../../../src/casework/payments/contract.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { useChange } from "./use-change.ts";

type Given = { payment: PaymentView; done: () => void };

/** Where the money goes; the IBAN is typed anew, because nobody is shown the one that is kept. */
export function ChangeForm({ payment: { id, version, payee = "" }, done }: Given) {
  const { pay } = useWords();
  const form = useForm({ initialValues: { payee, iban: "" } });
  const changing = useChange("PUT /payments/:id", done);
  const send = form.onSubmit((body) => changing.mutate({ params: { id }, body, version }));
  return (
    <Frame send={send} done={done} verb={pay.change} busy={changing.isPending} error={changing.error}>
      <TextInput label={pay.payee} required {...form.getInputProps("payee")} />
      <TextInput label={pay.iban} required autoComplete="off" {...form.getInputProps("iban")} />
    </Frame>
  );
}

export function PaidForm({ payment: { id, version }, done }: Given) {
  const { pay } = useWords();
  const form = useForm({ initialValues: { paidOn: "" } });
  const paying = useChange("POST /payments/:id/paid", done);
  const send = form.onSubmit(({ paidOn }) => paying.mutate({ params: { id }, body: { paidOn }, version }));
  return (
    <Frame send={send} done={done} verb={pay.markPaid} busy={paying.isPending} error={paying.error}>
      <TextInput type="date" label={pay.paidOn} required maw={220} {...form.getInputProps("paidOn")} />
    </Frame>
  );
}

export function CancelForm({ payment: { id, version }, done }: Given) {
  const { pay } = useWords();
  const form = useForm({ initialValues: { reason: "" } });
  const cancelling = useChange("POST /payments/:id/cancellation", done);
  const send = form.onSubmit((body) => cancelling.mutate({ params: { id }, body, version }));
  return (
    <Frame send={send} done={done} verb={pay.cancel} busy={cancelling.isPending} error={cancelling.error}>
      <Textarea label={pay.reason} required autosize minRows={2} {...form.getInputProps("reason")} />
    </Frame>
  );
}

type FrameGiven = {
  send: (event?: React.FormEvent<HTMLFormElement>) => void;
  done: () => void;
  verb: string;
  busy: boolean;
  error: unknown;
  children: ReactNode;
};

function Frame({ send, done, verb, busy, error, children }: FrameGiven) {
  const { t } = useWords();
  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        <ProblemNote error={error} />
        {children}
        <Group gap="xs">
          <Button type="submit" loading={busy}>
            {verb}
          </Button>
          <Button variant="default" onClick={done}>
            {t.app.notNow}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
