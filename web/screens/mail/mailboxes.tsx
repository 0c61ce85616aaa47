import { Badge, Button, Group, Progress, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Mailbox } from "../../../src/channels/email/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useShortFormat, useWords } from "../../language.tsx";

/** Whether all that is in the mailboxes is here: the figure that shows that no mail is lost. */
export function Mailboxes() {
  const { t, m } = useWords();
  const queryClient = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ["mailboxes"],
    queryFn: () => ask("GET /mailboxes", {}),
    refetchInterval: 3_000,
  });
  const counting = useMutation({
    mutationFn: () => ask("POST /mailboxes/counts", { body: {} }),
    onSuccess: (seen) => {
      queryClient.setQueryData(["mailboxes"], seen);
      tell(m.box.counting);
    },
  });
  if (!data) return error ? <ProblemNote error={error} /> : <Text role="status">{t.app.loading}</Text>;
  const { mailboxes, ledger } = data;
  return (
    <Stack>
      <Group justify="space-between">
        <Text>{m.box.ledger(ledger.messages, ledger.unplaced, ledger.quarantine)}</Text>
        {mailboxes.length > 0 && (
          <Button variant="default" loading={counting.isPending} onClick={() => counting.mutate()}>
            {m.box.count}
          </Button>
        )}
      </Group>
      <ProblemNote error={counting.error} />
      {mailboxes.length === 0 ? (
        <Text c="dimmed">{m.box.none}</Text>
      ) : (
        <ScrollArea viewportProps={{ tabIndex: 0, role: "region", "aria-label": m.mailboxes }}>
          <Table verticalSpacing="sm" miw={720}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{m.box.name}</Table.Th>
                <Table.Th scope="col">{m.box.contact}</Table.Th>
                {[m.box.there, m.box.here, m.box.missing, m.box.vanished].map((heading) => (
                  <Table.Th key={heading} scope="col" ta="right">
                    {heading}
                  </Table.Th>
                ))}
                <Table.Th scope="col">{m.box.counted}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {mailboxes.map((box) => (
                <Row key={box.name} box={box} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
    </Stack>
  );
}

function Row({ box }: { box: Mailbox }) {
  const { m } = useWords();
  const format = useShortFormat();
  const {
    name,
    state,
    since,
    lastError,
    collected,
    toCollect,
    onServer,
    inLedger,
    missing,
    vanished,
    countedAt,
  } = box;
  const good = state === "connected" || state === "collecting";
  const figures = [onServer, inLedger, missing, vanished];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} style={{ overflowWrap: "anywhere" }}>
        {name}
      </Table.Th>
      <Table.Td>
        <Badge className="whole" color={good ? "green" : state === "waiting" ? "gray" : "red"}>
          {m.box.states[state]}
        </Badge>
        <Text size="sm" c="dimmed">
          {m.box.since(format(since))}
          {lastError && ` · ${lastError}`}
        </Text>
        {state === "collecting" && toCollect > 0 && (
          <>
            <Text size="sm">{m.box.progress(collected, toCollect)}</Text>
            <Progress
              value={(100 * collected) / toCollect}
              aria-label={m.box.progress(collected, toCollect)}
            />
          </>
        )}
      </Table.Td>
      {figures.map((figure, column) => (
        <Table.Td key={column} ta="right" fw={column > 1 && (figure ?? 0) > 0 ? 700 : 400}>
          {figure ?? "–"}
        </Table.Td>
      ))}
      <Table.Td>
        {countedAt ? format(countedAt) : m.box.never}
        {missing === 0 && vanished === 0 && (
          <Text size="sm" c="dimmed">
            {m.box.complete}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
