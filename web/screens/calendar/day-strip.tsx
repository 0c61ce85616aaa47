import { Group, Text } from "@mantine/core";
import type { ClockView } from "../../../src/casework/complaints/contract.ts";
import { shortDate } from "../../../src/texts/explaining.ts";
import { useWords } from "../../language.tsx";

type Why = Pick<ClockView["why"], "from" | "counted" | "skipped">;

/** The days from the start to the end in a row: counted ones numbered, holidays by name, weekends faint. */
export function DayStrip({ why }: { why: Why }) {
  const { language } = useWords();
  const last = why.counted.at(-1);
  if (last === undefined || why.counted.length > 15) return null;
  return (
    <Group gap={4} component="ol" p={0} m={0} style={{ listStyle: "none" }} aria-hidden>
      {daysBetween(why.from, last).map((date) => {
        const number = why.counted.indexOf(date) + 1;
        const holiday = why.skipped.find((day) => day.date === date)?.holiday[language];
        return (
          <li key={date} className={number > 0 ? "day counted" : "day"} title={holiday}>
            <Text size="xs">{shortDate(language, date)}</Text>
            <Text size="sm" fw={number > 0 ? 700 : 400}>
              {number > 0 ? number : (holiday ?? "–")}
            </Text>
          </li>
        );
      })}
    </Group>
  );
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
