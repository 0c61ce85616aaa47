import { Anchor, Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { may } from "../../../src/core/access/access.ts";
import type { PaymentView } from "../../../src/casework/payments/contract.ts";
import { formatCents } from "../../../src/texts/catalogue.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";
import { CancelForm, ChangeForm, PaidForm } from "./payment-forms.tsx";
import { useChange } from "./use-change.ts";

const colour: Record<PaymentView["state"], string> = {
  entered: "orange",
  released: "blue",
  ordered: "blue",
  paid: "green",
  cancelled: "gray",
};

/** One payment, with what this person may do about it now. */
export function Payment({ payment }: { payment: PaymentView }) {
  const { pay, language } = useWords();
  const me = useMe();
  const [form, open] = useState<"change" | "paid" | "cancel">();
  const { id, version, state, amountCents, payee, ibanEnding, reference, complaintId, hands } = payment;
  const close = () => open(undefined);
  const releasing = useChange("POST /payments/:id/release", close);
  const payer = may(me.roles, "release-payment");
  const own = hands.includes(me.id);
  const underway = state === "entered" || state === "released" || state === "ordered";
  // The same words stand on every card: what is named says which one is meant.
  const about = (what: string) => `${what}: ${payee ?? ""} ${reference}`;
  return (
    <Card withBorder>
      <Stack gap="xs">
        <Group justify="space-between" align="start">
          <div>
            <Text fw={650}>
              {formatCents(language, amountCents)} · {payee ?? "–"}
            </Text>
            <Text size="sm">
              {ibanEnding && `${pay.ending(ibanEnding)} · `}
              <Anchor component={Link} to={`/complaints/${complaintId}`}>
                {reference}
              </Anchor>
            </Text>
            <Who payment={payment} />
          </div>
          <Badge color={colour[state]}>{pay.state[state]}</Badge>
        </Group>
        <ProblemNote error={releasing.error} />
        <Group gap="xs">
          {state === "entered" && payer && !own && (
            <Button
              size="sm"
              loading={releasing.isPending}
              aria-label={about(pay.release)}
              onClick={() => releasing.mutate({ params: { id }, body: {}, version })}
            >
              {pay.release}
            </Button>
          )}
          {state === "ordered" && payer && (
            <Button size="sm" aria-label={about(pay.markPaid)} onClick={() => open("paid")}>
              {pay.markPaid}
            </Button>
          )}
          {(state === "entered" || state === "released") && may(me.roles, "enter-payment") && (
            <Button size="sm" variant="default" aria-label={about(pay.change)} onClick={() => open("change")}>
              {pay.change}
            </Button>
          )}
          {underway && payer && (
            <Button size="sm" variant="default" aria-label={about(pay.cancel)} onClick={() => open("cancel")}>
              {pay.cancel}
            </Button>
          )}
        </Group>
        {state === "entered" && payer && own && (
          <Text size="sm" c="dimmed">
            {pay.own}
          </Text>
        )}
        {form === "change" && <ChangeForm payment={payment} done={close} />}
        {form === "paid" && <PaidForm payment={payment} done={close} />}
        {form === "cancel" && <CancelForm payment={payment} done={close} />}
      </Stack>
    </Card>
  );
}

function Who({ payment: { hands, releasedBy, paidAt } }: { payment: PaymentView }) {
  const { pay } = useWords();
  const names = useNames();
  const format = useShortFormat();
  const named = (id: string) => names(id) ?? id;
  return (
    <Text size="sm" c="dimmed">
      {[
        pay.hands(hands.map(named).join(", ")),
        releasedBy && pay.releasedBy(named(releasedBy)),
        paidAt && pay.paidAt(format(paidAt)),
      ]
        .filter(Boolean)
        .join(" · ")}
    </Text>
  );
}
