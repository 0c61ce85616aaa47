import { Stack, Text } from "@mantine/core";
import type { ReviewRecord } from "../../../src/areas/reviews/contract.ts";
import { useShortDate, useWords } from "../../language.tsx";
import { useNames } from "../../session.ts";
import { Part } from "../../components/part.tsx";

/** The record as it was written, to read and to print. */
export function RecordShown({ record }: { record: ReviewRecord }) {
  const { reviews: w } = useWords();
  const names = useNames();
  const day = useShortDate();
  const named = (ids: readonly string[]) => ids.map((id) => names(id) ?? id).join(", ");
  const facts: [string, string | undefined][] = [
    [w.meetingOn, record.meetingOn && day(record.meetingOn)],
    [w.chair, record.chairId && named([record.chairId])],
    [w.attendees, named(record.attendees)],
    [w.absent, named(record.absent)],
    [w.report, w.reportVersion(record.reportVersion)],
  ];
  const texts: [string, string | undefined][] = [
    ...record.inputs.map(({ input, note }): [string, string] => [w.inputs[input], note]),
    [w.discussion, record.discussion],
    ...record.decisions.map((text, index): [string, string] => [w.decision(index + 1), text]),
    [w.policyChange, record.policyChange],
    [w.trainingNeeds, record.trainingNeeds],
    [w.nextOn, record.nextOn && day(record.nextOn)],
  ];
  return (
    <Part title={w.meeting}>
      <Stack gap="xs">
        <dl className="facts">
          {[...facts, ...texts]
            .filter(([, said]) => said)
            .map(([label, said]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Text className="words">{said}</Text>
                </dd>
              </div>
            ))}
        </dl>
      </Stack>
    </Part>
  );
}
