import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SessionEntry, SessionView } from "../../../src/areas/training/contract.ts";
import { formatDate } from "../../../src/texts/catalogue.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";

/** Every state of a session and its attendance: who recorded it, when and why. */
export function SessionHistory({ session: { id, version } }: { session: SessionView }) {
  const { training: w } = useWords();
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["training", "history", id, version],
    queryFn: () => ask("GET /training/sessions/:id/history", { params: { id } }),
    enabled: open,
  });
  return (
    <details className="why" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{w.history}</summary>
      <ProblemNote error={error} />
      <Stack gap={4} mt={6}>
        {data?.items.map((entry, at) => (
          <Entry key={at} entry={entry} />
        ))}
      </Stack>
    </details>
  );
}

function Entry({ entry: { at, by, reason, session, attendance } }: { entry: SessionEntry }) {
  const { training: w, language } = useWords();
  const format = useShortFormat(useMe().zone);
  const names = useNames();
  const name = (id: string) => names(id) ?? id;
  const what = attendance
    ? attendance.attended
      ? w.wasThere(name(attendance.person))
      : w.wasNotThere(name(attendance.person))
    : session && `${w.states[session.state]}, ${formatDate(language, session.date)}: ${session.content}`;
  return (
    <Text size="sm">
      {w.changedBy(format(at), name(by))}: {what}
      {reason && (
        <Text span inherit c="dimmed">
          {" "}
          ({reason})
        </Text>
      )}
    </Text>
  );
}
