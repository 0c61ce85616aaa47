import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../../language.tsx";
import { useTaxonomy } from "../../../taxonomy.ts";
import { StepForm } from "../step-form.tsx";
import type { Part } from "./part.ts";
import { SupportNeeds } from "./support-needs.tsx";

const colour = { low: "gray", normal: "blue", high: "orange", urgent: "red" } as const;

/** How urgent, what about, what the customer wants and needs. */
export function Triage({ complaint, investigation }: Part) {
  const { i, d, t } = useWords();
  const categories = useTaxonomy("categories");
  const programmes = useTaxonomy("programmes");
  const [open, setOpen] = useState(false);
  const { severity, impact, priority, category, desiredOutcome } = investigation;
  const lines = [
    severity && [i.severity, d.severity[severity]],
    impact && [i.impact, i.names.impact[impact]],
    category && [i.category, categories.label(category)],
    complaint.programme && [t.complaint.programme, programmes.label(complaint.programme)],
    desiredOutcome && [i.desiredOutcome, desiredOutcome],
  ].filter((line): line is string[] => Array.isArray(line));
  return (
    <Stack gap="sm">
      {priority ? (
        <Group gap="xs">
          <Text>{i.priority}</Text>
          <Badge color={colour[priority]}>{i.names.priority[priority]}</Badge>
        </Group>
      ) : (
        <Text c="dimmed">{i.notAssessed}</Text>
      )}
      <dl className="facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="words">{value}</dd>
          </div>
        ))}
      </dl>
      {investigation.may.includes("assess") && (
        <div>
          <Button size="compact-sm" variant="light" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t.step.assessment}
          </Button>
          {open && <StepForm step="assessment" complaint={complaint} done={() => setOpen(false)} />}
        </div>
      )}
      <SupportNeeds complaint={complaint} investigation={investigation} />
    </Stack>
  );
}
