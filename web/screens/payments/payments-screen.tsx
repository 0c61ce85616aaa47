import { NativeSelect, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { may } from "../../../src/core/access/access.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { Orders } from "./orders.tsx";
import { Payment } from "./payment.tsx";
import { paymentsQuery, type Shown } from "./payments-query.ts";

/** The payment list: what waits for a second pair of eyes, for the bank, or for its mark. */
export function PaymentsScreen() {
  const { pay, t } = useWords();
  const me = useMe();
  const [state, show] = useState<Shown>("open");
  const { data, error } = useQuery(paymentsQuery(state));
  const choices = [{ value: "open", label: pay.open }].concat(
    Object.entries(pay.state).map(([value, label]) => ({ value, label })),
  );
  return (
    <Stack maw={860} gap="lg">
      <ScreenTitle>{pay.title}</ScreenTitle>
      <Text c="dimmed">{pay.lead}</Text>
      {may(me.roles, "release-payment") && <Orders />}
      <NativeSelect
        label={pay.show}
        data={choices}
        value={state}
        onChange={(event) => show(event.currentTarget.value as Shown)}
        maw={280}
      />
      <ProblemNote error={error} />
      {!data && !error && <Text role="status">{t.app.loading}</Text>}
      {data?.items.length === 0 && <Text c="dimmed">{pay.none}</Text>}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
        {data?.items.map((payment) => (
          <li key={payment.id}>
            <Payment payment={payment} />
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
