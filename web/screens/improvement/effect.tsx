import { Badge, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ActionDetails } from "../../../src/areas/improvement/contract.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useShortDate, useWords } from "../../language.tsx";
import { useTaxonomy } from "../../taxonomy.ts";
import { soFarQuery } from "./actions-query.ts";
import { EffectNumbers } from "./effect-numbers.tsx";

type Given = {
  action: ActionDetails;
  check: NonNullable<ActionDetails["check"]>;
  effectiveOn: string;
};

/** What is compared, and what is found: frozen once it was checked, so far until then. */
export function EffectOf({ action, check, effectiveOn }: Given) {
  const { improvement: w } = useWords();
  const day = useShortDate();
  const { target, window, checkFrom, checkDueOn } = check;
  const causes = useTaxonomy("root-causes");
  const programmes = useTaxonomy("programmes");
  const categories = useTaxonomy("categories");
  const recorded = action.verdict && action.history.findLast(({ result }) => result)?.result;
  return (
    <Stack gap="xs">
      <Text>{w.plan(day(effectiveOn), day(checkFrom), day(checkDueOn))}</Text>
      <Text size="sm" c="dimmed">
        {[
          causes.label(target.rootCause),
          target.programme && programmes.label(target.programme),
          target.category && categories.label(target.category),
          w.planned[window.unit](window.length),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {recorded ? (
        <>
          <Verdict verdict={recorded.verdict} label={w.atCheck} />
          <EffectNumbers check={check} counted={recorded} judgement={recorded} />
        </>
      ) : (
        <SoFar action={action} check={check} />
      )}
    </Stack>
  );
}

function SoFar({ action, check }: Pick<Given, "action" | "check">) {
  const { improvement: w } = useWords();
  const { data, error } = useQuery(soFarQuery(action));
  if (!data) return <ProblemNote error={error} />;
  return (
    <>
      {data.judgement && <Verdict verdict={data.judgement.verdict} label={w.soFar} />}
      <EffectNumbers check={check} counted={data} judgement={data.judgement} />
    </>
  );
}

const colour = { effective: "teal", not_shown: "gray", ineffective: "red" } as const;

function Verdict({ verdict, label }: { verdict: keyof typeof colour; label: string }) {
  const { improvement: w } = useWords();
  return (
    <div>
      <Group gap="xs">
        <Text fw={600}>{label}:</Text>
        <Badge color={colour[verdict]}>{w.verdict[verdict]}</Badge>
      </Group>
      <Text size="sm">{w.verdictLead[verdict]}</Text>
    </div>
  );
}
