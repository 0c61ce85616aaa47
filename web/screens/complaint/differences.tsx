import { Badge, Group, Stack, Text } from "@mantine/core";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { formatCents, formatDate } from "../../../src/texts/catalogue.ts";
import { useWords } from "../../language.tsx";

type Changes = NonNullable<ComplaintView["proposals"][number]["changes"]>;
type Compared = NonNullable<Changes["measures"][number]["is"]>;

const colour = { added: "green", removed: "red", changed: "blue" } as const;

/** What this round offers otherwise than the one before; told by word and not by colour alone. */
export function Differences({ changes: { since, measures, totalCents } }: { changes: Changes }) {
  const { money, language } = useWords();
  return (
    <details className="why" open>
      <summary>{money.differences(since)}</summary>
      <Stack gap={6} mt={6}>
        {measures.length === 0 && <Text size="sm">{money.noDifferences}</Text>}
        {measures.map(({ change, was, is }, index) => (
          <Group key={index} gap="xs" align="start" wrap="nowrap">
            <Badge color={colour[change]} variant="light" style={{ flexShrink: 0 }}>
              {money.change[change]}
            </Badge>
            <div>
              {was && <Measure measure={was} gone />}
              {is && <Measure measure={is} />}
            </div>
          </Group>
        ))}
        {totalCents.was !== totalCents.is && (
          <Text size="sm">
            {money.totals(formatCents(language, totalCents.was), formatCents(language, totalCents.is))}
          </Text>
        )}
      </Stack>
    </details>
  );
}

function Measure({ measure, gone = false }: { measure: Compared; gone?: boolean }) {
  const { d, money, language } = useWords();
  const { kind, description, amountCents, basis, dueOn, redeemableUntil } = measure;
  const said = [
    d.measure[kind],
    amountCents !== undefined && formatCents(language, amountCents),
    basis && d.basis[basis],
    dueOn && formatDate(language, dueOn),
    redeemableUntil && `${money.redeemableUntil}: ${formatDate(language, redeemableUntil)}`,
  ].filter(Boolean);
  const text = `${said.join(" · ")}: ${description}`;
  return (
    <Text size="sm" {...(gone && { c: "dimmed" })} component={gone ? "del" : "ins"} className="compared">
      {text}
    </Text>
  );
}
