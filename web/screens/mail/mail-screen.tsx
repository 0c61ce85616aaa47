import { Anchor, Badge, Button, ScrollArea, Stack, Table, Tabs, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useShortFormat, useWords } from "../../language.tsx";

/** Every message that reached us and every letter that we owe, each with what became of it. */
export function MailScreen() {
  const { t } = useWords();
  return (
    <Stack>
      <ScreenTitle>{t.mail.title}</ScreenTitle>
      <Tabs defaultValue="intake" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="intake">{t.mail.intake}</Tabs.Tab>
          <Tabs.Tab value="outbox">{t.mail.outbox}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="intake" pt="md">
          <Intake />
        </Tabs.Panel>
        <Tabs.Panel value="outbox" pt="md">
          <Outbox />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

const paging = { initialPageParam: "", refetchInterval: 15_000 };

function Intake() {
  const { t } = useWords();
  const format = useShortFormat();
  const pages = useInfiniteQuery({
    queryKey: ["intake"],
    queryFn: ({ pageParam }) => ask("GET /intake", { query: pageParam ? { cursor: pageParam } : {} }),
    getNextPageParam: ({ next }) => next,
    ...paging,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Listed
      headings={[t.mail.received, t.mail.disposition, t.register.reference, t.mail.original]}
      empty={pages.isSuccess && rows.length === 0}
      pages={pages}
    >
      {rows.map(({ id, receivedAt, disposition, complaintId, reference, size }) => (
        <Table.Tr key={id}>
          <Table.Td>{format(receivedAt)}</Table.Td>
          <Table.Td>
            <Badge color={disposition === "quarantine" ? "red" : disposition ? "gray" : "orange"}>
              {disposition ? t.mail.dispositions[disposition] : t.mail.none}
            </Badge>
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
        </Table.Tr>
      ))}
    </Listed>
  );
}

function Outbox() {
  const { t } = useWords();
  const format = useShortFormat();
  const pages = useInfiniteQuery({
    queryKey: ["outbox"],
    queryFn: ({ pageParam }) => ask("GET /outbox", { query: pageParam ? { cursor: pageParam } : {} }),
    getNextPageParam: ({ next }) => next,
    ...paging,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const kinds: Record<string, string> = t.mail.kinds;
  return (
    <Listed
      headings={[t.mail.created, t.mail.kind, t.mail.to, t.mail.state, t.register.reference]}
      empty={pages.isSuccess && rows.length === 0}
      pages={pages}
    >
      {rows.map(
        ({ id, createdAt, kind, recipient, state, delivering, complaintId, reference, lastError }) => (
          <Table.Tr key={id}>
            <Table.Td>{format(createdAt)}</Table.Td>
            <Table.Td>{kinds[kind] ?? kind}</Table.Td>
            <Table.Td>{recipient}</Table.Td>
            <Table.Td>
              <Badge color={state === "accepted" ? "green" : state === "queued" ? "orange" : "red"}>
                {state === "queued" && !delivering ? t.mail.undelivered : t.mail.states[state]}
              </Badge>{" "}
              {lastError && (
                <Text span size="sm" c="dimmed">
                  {lastError}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <ToComplaint id={complaintId} reference={reference} />
            </Table.Td>
          </Table.Tr>
        ),
      )}
    </Listed>
  );
}

const ToComplaint = ({ id, reference }: { id: string; reference: string }) => (
  <Anchor component={Link} to={`/complaints/${id}`}>
    {reference}
  </Anchor>
);

type Pages = {
  error: unknown;
  hasNextPage: boolean;
  fetchNextPage: () => unknown;
  isFetchingNextPage: boolean;
};

function Listed({
  headings,
  empty,
  pages,
  children,
}: {
  headings: string[];
  empty: boolean;
  pages: Pages;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Stack>
      <ProblemNote error={pages.error} />
      {empty ? (
        <Text c="dimmed">{t.mail.empty}</Text>
      ) : (
        <ScrollArea tabIndex={0} role="region" aria-label={t.mail.title}>
          <Table verticalSpacing="sm" miw={640}>
            <Table.Thead>
              <Table.Tr>
                {headings.map((heading) => (
                  <Table.Th key={heading} scope="col">
                    {heading}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>{children}</Table.Tbody>
          </Table>
        </ScrollArea>
      )}
      {pages.hasNextPage && (
        <Button
          variant="default"
          onClick={() => void pages.fetchNextPage()}
          loading={pages.isFetchingNextPage}
        >
          {t.app.more}
        </Button>
      )}
    </Stack>
  );
}
