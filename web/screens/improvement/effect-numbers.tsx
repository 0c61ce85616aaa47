import { Stack, Table, Text } from "@mantine/core";
import type { ActionDetails, CheckResult, CheckSoFar } from "../../../src/areas/improvement/contract.ts";
import { useShortDate, useWords } from "../../language.tsx";

type Given = {
  check: NonNullable<ActionDetails["check"]>;
  counted: Pick<CheckSoFar, "before" | "after" | "undetermined">;
  judgement: Pick<CheckResult, "basis" | "byDays" | "byParticipants" | "ifAllCounted"> | undefined;
};

/** The numbers behind a verdict: both stretches, both ways to count, and what could turn it. */
export function EffectNumbers({ check, counted, judgement }: Given) {
  const { improvement: w, language } = useWords();
  const day = useShortDate();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  // Parts of months are counted by their days, so that a fraction may be left.
  const people = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const effect = judgement && (judgement.byParticipants ?? judgement.byDays);
  return (
    <Stack gap={6}>
      <Table
        aria-label={w.effect}
        verticalSpacing={4}
        horizontalSpacing={6}
        fz="sm"
        style={{ hyphens: "auto" }}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.period}</Table.Th>
            <Table.Th ta="right">{w.complaintsColumn}</Table.Th>
            <Table.Th ta="right">{w.participants}</Table.Th>
            <Table.Th ta="right">{w.days}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(["before", "after"] as const).map((side) => {
            const { complaints, participants, days } = counted[side];
            return (
              <Table.Tr key={side}>
                <Table.Th scope="row" fw={400}>
                  {w[side]}
                  <Text size="xs" c="dimmed">
                    {day(check[side].from)} – {day(check[side].to)}
                  </Text>
                </Table.Th>
                <Table.Td ta="right">{number.format(complaints)}</Table.Td>
                <Table.Td ta="right">
                  {participants === undefined ? w.notKnown : people.format(participants)}
                </Table.Td>
                <Table.Td ta="right">{number.format(days)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>

      {effect && judgement && (
        <>
          <Text size="sm">{w.basis[judgement.basis]}</Text>
          <Text size="sm">
            {effect.rateRatio === undefined
              ? w.noRatio(fine.format(effect.p))
              : w.numbers(
                  fine.format(effect.rateRatio),
                  fine.format(effect.interval.lower),
                  effect.interval.upper === undefined ? w.open_end : fine.format(effect.interval.upper),
                  fine.format(effect.p),
                )}{" "}
            {effect.mostToShow === undefined ? w.neverShown : w.mostToShow(effect.mostToShow)}
          </Text>
        </>
      )}
      {counted.undetermined > 0 && (
        <Text size="sm" fw={600}>
          {w.undetermined(counted.undetermined)}{" "}
          {judgement?.ifAllCounted && w.ifAll(w.verdict[judgement.ifAllCounted])}
        </Text>
      )}
    </Stack>
  );
}
