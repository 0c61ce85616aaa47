import {
  Anchor,
  Badge,
  Button,
  Checkbox,
  Group,
  Select,
  Stack,
  Table,
  Text,
  VisuallyHidden,
} from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { IntakeRow } from "../../../src/channels/email/contract.ts";
import { ask } from "../../client.ts";
import { useShortFormat, useWords } from "../../language.tsx";
import { DecideButton, isOpen } from "./deciding.tsx";
import { Listed, paging, ToComplaint } from "./listed.tsx";
import { MessageDetails } from "./message-details.tsx";

const filters = [
  "complaint",
  "reply",
  "bounce",
  "automatic",
  "duplicate",
  "quarantine",
  "discarded",
  "none",
] as const;
type Filter = (typeof filters)[number];

/** The intake ledger: nothing that reached us is missing here, and what was set aside can be decided. */
export function Incoming() {
  const { t, m } = useWords();
  const [disposition, setDisposition] = useState<Filter | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [shown, setShown] = useState<IntakeRow>();
  const pages = useInfiniteQuery({
    queryKey: ["intake", disposition],
    queryFn: ({ pageParam }) =>
      ask("GET /intake", {
        query: { ...(pageParam && { cursor: pageParam }), ...(disposition && { disposition }) },
      }),
    getNextPageParam: ({ next }) => next,
    ...paging,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const choose = (id: string, on: boolean) =>
    setChosen((before) => (on ? [...before, id] : before.filter((each) => each !== id)));
  return (
    <Stack>
      <Group align="end" justify="space-between">
        <Select
          label={m.filter}
          placeholder={m.all}
          value={disposition}
          onChange={(value) => {
            setDisposition(value);
            setChosen([]);
          }}
          clearable
          data={filters.map((value) => ({
            value,
            label: value === "none" ? t.mail.none : t.mail.dispositions[value],
          }))}
          w={280}
        />
        {chosen.length > 0 && (
          <Group gap="sm">
            <Text role="status">{m.decide.chosen(chosen.length)}</Text>
            <DecideButton ids={chosen} onDone={() => setChosen([])} />
          </Group>
        )}
      </Group>
      <Listed
        headings={[
          <VisuallyHidden key="choose">{m.decide.choose}</VisuallyHidden>,
          t.mail.received,
          t.mail.disposition,
          t.register.reference,
          t.mail.original,
          <VisuallyHidden key="show">{m.show}</VisuallyHidden>,
        ]}
        empty={pages.isSuccess && rows.length === 0}
        pages={pages}
      >
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            chosen={chosen.includes(row.id)}
            onChoose={(on) => choose(row.id, on)}
            onShow={() => setShown(row)}
          />
        ))}
      </Listed>
      <MessageDetails row={shown} onClose={() => setShown(undefined)} />
    </Stack>
  );
}

function Row({
  row: { id, receivedAt, disposition, reason, complaintId, reference, size, imported },
  chosen,
  onChoose,
  onShow,
}: {
  row: IntakeRow;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  onShow: () => void;
}) {
  const { t, m } = useWords();
  const format = useShortFormat();
  const when = format(receivedAt);
  return (
    <Table.Tr>
      <Table.Td w={40}>
        {isOpen(disposition) && (
          <Checkbox
            aria-label={`${m.decide.choose}: ${when}`}
            checked={chosen}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
          />
        )}
      </Table.Td>
      <Table.Td>{when}</Table.Td>
      <Table.Td>
        <Badge
          className="whole"
          color={disposition === "quarantine" ? "red" : disposition ? "gray" : "orange"}
        >
          {disposition ? t.mail.dispositions[disposition] : t.mail.none}
        </Badge>
        {(reason ?? imported) && (
          <Text size="sm" c="dimmed">
            {[reason && (m.reasons[reason] ?? reason), imported && m.imported].filter(Boolean).join(" · ")}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {complaintId && reference && <ToComplaint id={complaintId} reference={reference} />}
      </Table.Td>
      <Table.Td>
        <Anchor href={`/api/v1/intake/${id}/raw`} download>
          .eml
        </Anchor>{" "}
        ({Math.ceil(size / 1024)} kB)
      </Table.Td>
      <Table.Td>
        <Button variant="default" size="xs" onClick={onShow} aria-label={`${m.show}: ${when}`}>
          {m.show}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
