import { Anchor, Button, Card, Group, List, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PaymentFile } from "../../../src/casework/payments/contract.ts";
import { formatCents } from "../../../src/texts/catalogue.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useShortFormat, useWords } from "../../language.tsx";
import { ordersQuery, paymentsQuery } from "./payments-query.ts";

/** What was released goes into one order; each order can be downloaded again and stays the same. */
export function Orders() {
  const { pay, language } = useWords();
  const queryClient = useQueryClient();
  const { data } = useQuery(ordersQuery);
  const { data: released } = useQuery(paymentsQuery("released"));
  const ordering = useMutation({
    mutationFn: () => ask("POST /payments/files", { body: {} }),
    onSuccess: async () => {
      tell(pay.ordered);
      await Promise.all(
        ["payments", "payment-orders", "complaint"].map((key) =>
          queryClient.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
  const orders = data?.items ?? [];
  const waiting = released?.items ?? [];
  const sum = waiting.reduce((cents, { amountCents }) => cents + amountCents, 0);
  return (
    <Card withBorder component="section" aria-labelledby="orders">
      <Group justify="space-between" align="start" mb="xs">
        <Title order={2} size="h4" id="orders">
          {pay.files}
        </Title>
        {waiting.length > 0 && (
          // It names a sum, and breaks on a phone rather than being cut off.
          <Button
            h="auto"
            mih={36}
            py={6}
            styles={{ label: { whiteSpace: "normal" } }}
            loading={ordering.isPending}
            onClick={() => ordering.mutate()}
          >
            {pay.order(waiting.length, formatCents(language, sum))}
          </Button>
        )}
      </Group>
      <ProblemNote error={ordering.error} />
      {data?.items.length === 0 && <Text c="dimmed">{pay.noFiles}</Text>}
      <OrderList orders={orders.slice(0, atOnce)} />
      {orders.length > atOnce && (
        <details>
          <summary>{pay.earlier(orders.length - atOnce)}</summary>
          <OrderList orders={orders.slice(atOnce)} />
        </details>
      )}
    </Card>
  );
}

/** After a year there are hundreds; the payment list below must not be far away. */
const atOnce = 5;

function OrderList({ orders }: { orders: readonly PaymentFile[] }) {
  const { pay, language } = useWords();
  const format = useShortFormat();
  return (
    <List>
      {orders.map(({ id, number, count, controlCents, createdAt }) => (
        <List.Item key={id}>
          {pay.file(number)} · {pay.about(count, formatCents(language, controlCents), format(createdAt))} ·{" "}
          <Anchor
            href={`/api/v1/payments/files/${id}.xml`}
            download
            aria-label={`${pay.download}: ${pay.file(number)}`}
          >
            {pay.download}
          </Anchor>
        </List.Item>
      ))}
    </List>
  );
}
