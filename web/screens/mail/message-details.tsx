import { List, Stack, Text, Title } from "@mantine/core";
import type { IntakeRow } from "../../../src/channels/email/contract.ts";
import { Dialog } from "../../components/dialog.tsx";
import { useShortFormat, useWords } from "../../language.tsx";
import { DecideForm, isOpen } from "./deciding.tsx";

/** What the stages found about one message, what people decided, and what can still be decided. */
export function MessageDetails({ row, onClose }: { row: IntakeRow | undefined; onClose: () => void }) {
  const { t, m } = useWords();
  const format = useShortFormat();
  const signs = useSigns();
  if (!row) return null;
  const { id, disposition, reason, decisions, dueAt, receivedAt, mailbox } = row;
  const found = signs(row.verdicts);
  return (
    <Dialog title={disposition ? t.mail.dispositions[disposition] : t.mail.none} onClose={onClose} size="lg">
      <Stack>
        <div>
          {reason && <Text>{m.reasons[reason] ?? reason}</Text>}
          <Text size="sm" c="dimmed">
            {format(receivedAt)} · {m.from} {mailbox}
          </Text>
          {isOpen(disposition) && disposition !== "discarded" && (
            <Text size="sm" c="dimmed">
              {m.due(format(dueAt))}
            </Text>
          )}
        </div>
        {found.length > 0 && (
          <List size="sm">
            {found.map((sign) => (
              <List.Item key={sign}>{sign}</List.Item>
            ))}
          </List>
        )}
        {decisions.length > 0 && (
          <section>
            <Title order={3} size="h5">
              {m.decide.earlier}
            </Title>
            {decisions.map(({ at, by, became, reason: why }) => (
              <Text key={at} size="sm">
                {format(at)} · {by} · {m.decide.became[became] ?? became}
                {why && `: ${why}`}
              </Text>
            ))}
          </section>
        )}
        {isOpen(disposition) && <DecideForm ids={[id]} onDone={onClose} />}
      </Stack>
    </Dialog>
  );
}

/** The findings worth a person's look, in words. */
function useSigns() {
  const { m } = useWords();
  return (verdicts: IntakeRow["verdicts"]): string[] => {
    const { signs } = m;
    const limits = (verdicts.limits ?? []) as string[];
    const held = ((verdicts.held ?? []) as (string | null)[]).filter((each) => each !== null).length;
    const checks =
      typeof verdicts.authentication === "object" && verdicts.authentication !== null
        ? Object.entries(verdicts.authentication)
            .map(([check, result]) => `${check.toUpperCase()} ${String(result)}`)
            .join(", ")
        : "";
    return [
      verdicts.forged === true && signs.forged,
      typeof verdicts.mentions === "string" && signs.mentions(verdicts.mentions),
      verdicts.sender === "other-address" && signs["other-address"],
      verdicts.sender === "known" && signs.known,
      limits.includes("parts-differ") && signs["parts-differ"],
      limits.includes("text-cut") && signs["text-cut"],
      limits.includes("files-left-in-raw") && signs["files-left-in-raw"],
      verdicts.sameMessageId === true && signs.sameMessageId,
      held > 0 && signs.held(held),
      Number(verdicts.controlHeaders) > 0 && signs.controlHeaders,
      checks !== "" && signs.authentication(checks),
    ].filter((sign) => typeof sign === "string");
  };
}
