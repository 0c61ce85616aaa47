import { Badge, Group, Text } from "@mantine/core";
import type { ActionDetails, ActionEvent } from "../../../src/areas/improvement/contract.ts";
import { useShortDate, useShortFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";

/** Everything that happened to it, the latest first. */
export function ActionHistory({ action }: { action: ActionDetails }) {
  return (
    <ul className="entries">
      {action.history.toReversed().map((event) => (
        <Happened key={event.version} event={event} />
      ))}
    </ul>
  );
}

function Happened({ event }: { event: ActionEvent }) {
  const { improvement: w } = useWords();
  const names = useNames();
  const format = useShortFormat(useMe().zone);
  const day = useShortDate();
  const { kind, by, at, words, reference, dueOn, effectiveOn, result, check } = event;
  const dates = [
    effectiveOn && `${w.effectiveOn} ${day(effectiveOn)}`,
    dueOn && w.dueOn(day(dueOn)),
    kind === "extended" && check && w.planned[check.window.unit](check.window.length),
    reference,
  ].filter(Boolean);
  return (
    <li className="entry">
      <Group gap="xs">
        <Text fw={600}>{w.events[kind]}</Text>
        {result && <Badge color="gray">{w.verdict[result.verdict]}</Badge>}
        <Text size="sm" c="dimmed">
          {w.by(names(by) ?? (by === "improvement" ? w.ourselves : "API"), format(at))}
        </Text>
      </Group>
      {dates.length > 0 && <Text size="sm">{dates.join(" · ")}</Text>}
      {words && (
        <Text size="sm" className="words">
          {words}
        </Text>
      )}
    </li>
  );
}
