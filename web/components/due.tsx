import { Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { useFormat, useWords } from "../language.tsx";

const steps = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "in 2 days", with the full date behind it; what is late or soon says so in colour, sign and word. */
export function Due({ at, full = false }: { at: string; full?: boolean }) {
  const { language, t } = useWords();
  const format = useFormat();
  const left = Date.parse(at) - Date.now();
  const [unit, size] =
    Math.abs(left) >= 2 * steps[0][1] ? steps[0] : Math.abs(left) >= steps[1][1] ? steps[1] : steps[2];
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(
    Math.trunc(left / size),
    unit,
  );
  const late = left < 0;
  const soon = !late && left < 86_400_000;
  const color = late ? "var(--mantine-color-error)" : "var(--soon)";
  return (
    <Group gap={6} wrap="nowrap" {...((late || soon) && { c: color, fw: 650 })} title={format(at)}>
      {late ? <IconAlertTriangle size={16} aria-hidden /> : <IconClock size={16} aria-hidden />}
      <Text inherit span>
        {late && `${t.register.late}, `}
        {soon && `${t.register.soon}, `}
        {relative}
        {full && ` (${format(at)})`}
      </Text>
    </Group>
  );
}
