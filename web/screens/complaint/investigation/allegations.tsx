import { Group, Stack, Text } from "@mantine/core";
import { domain } from "../../../../src/texts/domain.ts";
import { useWords } from "../../../language.tsx";
import { useTaxonomy } from "../../../taxonomy.ts";
import { Adding } from "./adding.tsx";
import { useChanging } from "./changing.ts";
import { ByWhom, Entry } from "./entry.tsx";
import { optionsOf, useFields } from "./fields.ts";
import type { Part } from "./part.ts";

type Allegation = Part["investigation"]["allegations"][number];
const colour = {
  upheld: "red",
  partly_upheld: "orange",
  not_upheld: "green",
  not_determinable: "gray",
} as const;

/** Each allegation with its finding; what has none holds the proposal back. */
export function Allegations({ complaint, investigation }: Part) {
  const { i } = useWords();
  const change = useChanging(complaint);
  const { text, few } = useFields(complaint);
  const { allegations, may } = investigation;
  return (
    <Stack gap="sm">
      {allegations.length === 0 && <Text c="dimmed">{i.noAllegation}</Text>}
      <ul className="entries">
        {allegations.map((allegation) => (
          <One key={allegation.number} {...{ allegation, complaint, investigation }} />
        ))}
      </ul>
      {may.includes("add-allegation") && (
        <Adding
          label={i.addAllegation}
          fields={[text("allegation", i.allegation), few("said", i.said, optionsOf(i.names.said))]}
          send={(values) => change("POST /complaints/:id/allegations", values)}
        />
      )}
    </Stack>
  );
}

function One({ allegation, complaint, investigation }: Part & { allegation: Allegation }) {
  const { i, d } = useWords();
  const { number, words, said, finding, ended, mergedInto, reason } = allegation;
  const state = finding
    ? d.finding[finding.outcome]
    : ended === "merged"
      ? i.merged(mergedInto!)
      : ended
        ? i.withdrawn
        : i.noFinding;
  const color = finding ? colour[finding.outcome] : ended ? "gray" : "blue";
  return (
    <Entry number={number} words={words} badge={state} color={color} ended={ended !== undefined}>
      <Text size="sm" c="dimmed">
        {i.saidBy(i.names.said[said])}
        {reason && ` · ${reason}`}
      </Text>
      {finding && <FindingOf finding={finding} />}
      {!ended && <Acts {...{ allegation, complaint, investigation }} />}
    </Entry>
  );
}

function FindingOf({ finding }: { finding: NonNullable<Allegation["finding"]> }) {
  const { i } = useWords();
  const causes = useTaxonomy("root-causes");
  return (
    <>
      <Text className="words" size="sm" mt={4}>
        {finding.reasons}
      </Text>
      {finding.rootCause && (
        <Text size="sm">
          {i.rootCause}: {causes.label(finding.rootCause)}
        </Text>
      )}
      <ByWhom {...finding} />
    </>
  );
}

function Acts({ allegation, complaint, investigation }: Part & { allegation: Allegation }) {
  const { i, language } = useWords();
  const change = useChanging(complaint);
  const { text, few, many } = useFields(complaint);
  const causes = useTaxonomy("root-causes");
  const { number, finding, words } = allegation;
  const { may, allegations } = investigation;
  const others = allegations
    .filter((each) => !each.ended && each.number !== number)
    .map((each) => ({ value: String(each.number), label: `${i.number(each.number)} ${each.words}` }));
  return (
    <Group gap={4} align="start">
      {complaint.nextSteps.includes("findings") && (
        <Adding
          small
          label={finding ? i.reviseFinding : i.recordFinding}
          fields={[
            few("outcome", i.recordFinding, optionsOf(domain(language).finding)),
            text("reasons", i.reason),
            many("rootCause", i.rootCause, causes.offered, false),
          ]}
          send={(values) => change("POST /complaints/:id/findings", { ...values, allegation: number })}
        />
      )}
      {!finding && may.includes("reword-allegation") && (
        <Adding
          small
          label={i.reword}
          fields={[{ ...text("allegation", i.allegation), initial: words }]}
          send={(values) => change("POST /complaints/:id/allegations/:n/wording", values, number)}
        />
      )}
      {!finding && others.length > 0 && may.includes("merge-allegation") && (
        <Adding
          small
          label={i.merge}
          fields={[many("into", i.mergeInto, others), text("reason", i.reason)]}
          send={({ into, reason }) =>
            change("POST /complaints/:id/allegations/:n/merger", { into: Number(into), reason }, number)
          }
        />
      )}
      {!finding && may.includes("withdraw-allegation") && (
        <Adding
          small
          label={i.withdraw}
          fields={[text("reason", i.reason)]}
          send={(values) => change("POST /complaints/:id/allegations/:n/withdrawal", values, number)}
        />
      )}
    </Group>
  );
}
