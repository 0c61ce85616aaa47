import { Anchor, Button, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";

/** Lists are asked for page by page, and looked at again while they are open. */
export const paging = { initialPageParam: "", refetchInterval: 15_000 };

export const ToComplaint = ({ id, reference }: { id: string; reference: string }) => (
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

export function Listed({
  headings,
  empty,
  pages,
  children,
}: {
  headings: ReactNode[];
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
                {headings.map((heading, column) => (
                  // The columns never change their order.
                  <Table.Th key={column} scope="col">
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
