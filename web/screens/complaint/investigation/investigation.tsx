import { Accordion, Badge, Group, Title } from "@mantine/core";
import type { ComplaintView } from "../../../../src/casework/complaints/contract.ts";
import { useWords } from "../../../language.tsx";
import { Allegations } from "./allegations.tsx";
import { useInvestigation } from "./changing.ts";
import { Evidence } from "./evidence.tsx";
import { Interviews } from "./interviews.tsx";
import { Materials } from "./materials.tsx";
import type { Part } from "./part.ts";
import { Plan } from "./plan.tsx";
import { Repeats } from "./repeats.tsx";
import { Requests } from "./requests.tsx";
import { Triage } from "./triage.tsx";

const parts = {
  triage: Triage,
  allegations: Allegations,
  plan: Plan,
  requests: Requests,
  evidence: Evidence,
  interviews: Interviews,
  materials: Materials,
  repeats: Repeats,
};
type Name = keyof typeof parts;

/** How many entries a part has, so that one sees what is there before opening it. */
const counts = ({
  allegations,
  plan,
  requests,
  evidence,
  interviews,
  materials,
  repeats,
  issues,
}: Part["investigation"]) =>
  ({
    triage: 0,
    allegations: allegations.length,
    plan: plan.steps.length,
    requests: requests.length,
    evidence: evidence.length,
    interviews: interviews?.length ?? 0,
    materials: materials.length,
    repeats: repeats.length + issues.length,
  }) satisfies Record<Name, number>;

/** Policy Step 3 on one page: each part opens for itself. */
export function Investigation({ complaint }: { complaint: ComplaintView }) {
  const { i } = useWords();
  const { data: investigation } = useInvestigation(complaint);
  if (!investigation || complaint.erased) return null;
  const count = counts(investigation);
  return (
    <section aria-labelledby="investigation">
      <Title order={2} size="h4" id="investigation" mb="sm">
        {i.title}
      </Title>
      <Accordion variant="contained" multiple defaultValue={["allegations"]} order={3}>
        {(Object.keys(parts) as Name[]).map((name) => {
          const PartOf = parts[name];
          return (
            <Accordion.Item key={name} value={name}>
              <Accordion.Control>
                <Group gap="xs" justify="space-between" wrap="nowrap">
                  {i.parts[name]}
                  {count[name] > 0 && (
                    <Badge color="gray" mr="xs">
                      {count[name]}
                    </Badge>
                  )}
                </Group>
              </Accordion.Control>
              <Accordion.Panel>
                <PartOf complaint={complaint} investigation={investigation} />
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
    </section>
  );
}
