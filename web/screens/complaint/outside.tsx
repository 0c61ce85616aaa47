import { Alert, Card, List, Text, Title } from "@mantine/core";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { useFormat, useShortFormat, useWords } from "../../language.tsx";
import { useNames } from "../../session.ts";

/** That there is no agreement, and who outside looks at the matter. */
export function Outside({ complaint: { deadlock, referrals } }: { complaint: ComplaintView }) {
  const { money } = useWords();
  const format = useFormat();
  const short = useShortFormat();
  const names = useNames();
  return (
    <>
      {deadlock && (
        <Alert color="orange" title={money.deadlockNote}>
          {money.deadlockSince(names(deadlock.by) ?? deadlock.by, format(deadlock.at))}{" "}
          {deadlock.consumer ? money.told : money.untold}
        </Alert>
      )}
      {referrals.length > 0 && (
        <Card withBorder component="section" aria-labelledby="outside">
          <Title order={2} size="h4" id="outside" mb="xs">
            {money.referrals}
          </Title>
          <List>
            {referrals.map(({ number, body, name, reference, at, outcome }) => (
              <List.Item key={number}>
                <strong>{name}</strong> ({money.bodies[body]}){reference && ` · ${reference}`} · {short(at)}
                {outcome && <Text span> · {money.referralOutcomes[outcome]}</Text>}
              </List.Item>
            ))}
          </List>
        </Card>
      )}
    </>
  );
}
