import { Badge, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useShortFormat, useWords } from "../../../language.tsx";
import { useMe, useNames } from "../../../session.ts";

/** One entry of a list: its number and words, how it stands, and what can be done with it. */
export function Entry({
  number,
  words,
  badge,
  color = "gray",
  ended = false,
  children,
}: {
  number: number;
  words: string;
  badge?: string | undefined;
  color?: string;
  ended?: boolean;
  children?: ReactNode;
}) {
  const { i } = useWords();
  return (
    <li className="entry">
      <Group justify="space-between" align="start" gap="xs">
        <Text className="words" flex={1} miw={180} td={ended ? "line-through" : undefined}>
          <strong>{i.number(number)}</strong> {words}
        </Text>
        {badge && <Badge color={color}>{badge}</Badge>}
      </Group>
      {children}
    </li>
  );
}

/** Who and when, below what was said. */
export function ByWhom({ by, at }: { by: string; at: string }) {
  const { i } = useWords();
  const names = useNames();
  const format = useShortFormat(useMe().zone);
  return (
    <Text size="sm" c="dimmed">
      {i.by(names(by) ?? "API", format(at))}
    </Text>
  );
}
