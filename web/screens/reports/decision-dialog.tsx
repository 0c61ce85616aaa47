import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { reportWords } from "../../../src/texts/reports.ts";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";

type Props = {
  title: string;
  lead: string;
  verb: string;
  deciding: { mutate: () => void; isPending: boolean; error: unknown };
  onClose: () => void;
  children: ReactNode;
};

/** What a person decides about a report, with the reason, in a window above it. */
export function DecisionDialog({ title, lead, verb, deciding, onClose, children }: Props) {
  const w = reportWords(useWords().language);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          deciding.mutate();
        }}
      >
        <Stack>
          <Text size="sm">{lead}</Text>
          {children}
          <ProblemNote error={deciding.error} />
          <Group>
            <Button type="submit" loading={deciding.isPending}>
              {verb}
            </Button>
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** In a few words, because it stands in the report for good. */
export const reasonField = { required: true, minLength: 3, maxLength: 500, autosize: true } as const;
