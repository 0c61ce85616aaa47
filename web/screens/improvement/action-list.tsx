import { Anchor, Badge, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Action } from "../../../src/areas/improvement/contract.ts";
import { useShortDate, useWords } from "../../language.tsx";
import { useNames } from "../../session.ts";
import { useTaxonomy } from "../../taxonomy.ts";

/** Actions below each other: whose, by when, and how they stand. */
export function ActionList({ actions }: { actions: Action[] }) {
  const { improvement: w } = useWords();
  const names = useNames();
  const day = useShortDate();
  const programmes = useTaxonomy("programmes");
  if (actions.length === 0) return <Text c="dimmed">{w.none}</Text>;
  return (
    <ul className="entries">
      {actions.map((action) => (
        <li key={action.id} className="entry">
          <Group justify="space-between" align="start" gap="xs">
            <Anchor
              fw={600}
              flex={1}
              miw={200}
              renderRoot={(props) => <Link to="/improvement/$id" params={{ id: action.id }} {...props} />}
            >
              {action.title}
            </Anchor>
            <Standing action={action} />
          </Group>
          <Text size="sm" c="dimmed">
            {[
              w.number(action.number),
              names(action.ownerId),
              w.dueOn(day(action.dueOn)),
              action.programme && programmes.label(action.programme),
              action.complaints > 0 && w.counted(action.complaints),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </li>
      ))}
    </ul>
  );
}

const colour = { open: "blue", done: "violet", verified: "teal", cancelled: "gray" } as const;
const verdictColour = { effective: "teal", not_shown: "gray", ineffective: "red" } as const;

/** How an action stands: its status, what waits for somebody, and its verdict. */
export function Standing({ action: { status, overdue, toCheck, verdict } }: { action: Action }) {
  const { improvement: w } = useWords();
  return (
    <Group gap={6}>
      {overdue && <Badge color="red">{w.overdue}</Badge>}
      {toCheck && <Badge color="orange">{w.toCheck}</Badge>}
      {verdict && <Badge color={verdictColour[verdict]}>{w.verdict[verdict]}</Badge>}
      <Badge color={colour[status]}>{w.status[status]}</Badge>
    </Group>
  );
}
