import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ActionDetails } from "../../../src/areas/improvement/contract.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { StageBadge } from "../../components/stage-badge.tsx";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { Adding } from "../complaint/investigation/adding.tsx";
import { useFields } from "../complaint/investigation/fields.ts";
import { useImproving } from "./actions-query.ts";

/** The complaints that led to it, of those that the reader may see. */
export function LinkedComplaints({ action }: { action: ActionDetails }) {
  const { improvement: w } = useWords();
  const improve = useImproving(action);
  const { line } = useFields({ conflicts: [] });
  const format = useShortFormat(useMe().zone);
  const unlinking = useMutation({
    mutationFn: (complaint: string) => improve("POST /actions/:id/complaints/removal", { complaint }),
  });
  const open = action.status !== "cancelled";
  return (
    <Stack gap="xs">
      <ProblemNote error={unlinking.error} />
      {action.linked.length === 0 && <Text c="dimmed">{w.noComplaints}</Text>}
      <ul className="entries">
        {action.linked.map(({ id, reference, stage, receivedAt }) => (
          <li key={id} className="entry">
            <Group gap="xs">
              <Anchor renderRoot={(props) => <Link to="/complaints/$id" params={{ id }} {...props} />}>
                {reference}
              </Anchor>
              <StageBadge stage={stage} />
              <Text size="sm" c="dimmed" flex={1}>
                {format(receivedAt)}
              </Text>
              {open && action.may.includes("unlink") && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={`${w.unlink}: ${reference}`}
                  loading={unlinking.isPending}
                  onClick={() => unlinking.mutate(id)}
                >
                  {w.unlink}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {open && action.may.includes("link") && (
        <Adding
          label={w.link}
          fields={[line("complaint", w.complaint)]}
          send={(values) => improve("POST /actions/:id/complaints", values)}
        />
      )}
    </Stack>
  );
}
