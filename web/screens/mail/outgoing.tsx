import { Badge, Button, Table, Text, VisuallyHidden } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { LetterRow } from "../../../src/channels/email/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useShortFormat, useWords } from "../../language.tsx";
import { Listed, paging, ToComplaint } from "./listed.tsx";

/** The outbox: every letter that we owe or have sent. */
export function Outgoing() {
  const { t, m } = useWords();
  const pages = useInfiniteQuery({
    queryKey: ["outbox"],
    queryFn: ({ pageParam }) => ask("GET /outbox", { query: pageParam ? { cursor: pageParam } : {} }),
    getNextPageParam: ({ next }) => next,
    ...paging,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Listed
      headings={[
        t.mail.created,
        t.mail.kind,
        t.mail.to,
        t.mail.state,
        t.register.reference,
        <VisuallyHidden key="go">{m.release}</VisuallyHidden>,
      ]}
      empty={pages.isSuccess && rows.length === 0}
      pages={pages}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </Listed>
  );
}

function Row({
  row: { id, createdAt, kind, recipient, state, delivering, complaintId, reference, lastError },
}: {
  row: LetterRow;
}) {
  const { t, m } = useWords();
  const format = useShortFormat();
  const queryClient = useQueryClient();
  const kinds: Record<string, string> = t.mail.kinds;
  const releasing = useMutation({
    mutationFn: () => ask("POST /outbox/:id/release", { params: { id }, body: {} }),
    onSuccess: () => {
      tell(m.released);
      return queryClient.invalidateQueries({ queryKey: ["outbox"] });
    },
  });
  return (
    <Table.Tr>
      <Table.Td>{format(createdAt)}</Table.Td>
      <Table.Td>{kinds[kind] ?? kind}</Table.Td>
      <Table.Td>{recipient}</Table.Td>
      <Table.Td>
        <Badge
          className="whole"
          color={state === "accepted" ? "green" : state === "queued" ? "orange" : "red"}
        >
          {state === "queued" && !delivering ? t.mail.undelivered : t.mail.states[state]}
        </Badge>{" "}
        {lastError && lastError !== "cap" && (
          <Text span size="sm" c="dimmed">
            {lastError}
          </Text>
        )}
        <ProblemNote error={releasing.error} />
      </Table.Td>
      <Table.Td>
        <ToComplaint id={complaintId} reference={reference} />
      </Table.Td>
      <Table.Td>
        {(state === "failed" || state === "suppressed") && (
          <Button
            size="xs"
            variant="default"
            loading={releasing.isPending}
            onClick={() => releasing.mutate()}
            aria-label={`${m.release}: ${kinds[kind] ?? kind} ${reference}`}
          >
            {m.release}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
