import type { Review, ReviewRecord } from "../../../src/areas/reviews/contract.ts";
import { reviewInputs, type ReviewInput } from "./inputs.ts";

/** The record as a form holds it: every field there, empty while nothing was said. */
export type Values = {
  meetingOn: string;
  chairId: string;
  attendees: string[];
  absent: string[];
  inputs: Record<ReviewInput, string>;
  discussion: string;
  decisions: string[];
  policyChange: string;
  trainingNeeds: string;
  nextOn: string;
};

export function valuesOf({ record, team }: Pick<Review, "record" | "team">): Values {
  const note = (input: ReviewInput) => record?.inputs.find((each) => each.input === input)?.note ?? "";
  return {
    meetingOn: record?.meetingOn ?? "",
    chairId: record?.chairId ?? team.chairId ?? "",
    attendees: [...(record?.attendees ?? [])],
    absent: [...(record?.absent ?? [])],
    inputs: Object.fromEntries(reviewInputs.map((input) => [input, note(input)])) as Values["inputs"],
    discussion: record?.discussion ?? "",
    decisions: [...(record?.decisions ?? [])],
    policyChange: record?.policyChange ?? "",
    trainingNeeds: record?.trainingNeeds ?? "",
    nextOn: record?.nextOn ?? "",
  };
}

/** What was said, about the version of the report that is shown; what was left empty was not said. */
export function recordFrom(values: Values, reportVersion: number): ReviewRecord {
  const said = (text: string) => (text.trim() === "" ? undefined : text);
  return {
    reportVersion,
    meetingOn: said(values.meetingOn),
    chairId: said(values.chairId ?? ""),
    attendees: values.attendees,
    absent: values.absent,
    inputs: reviewInputs.flatMap((input) => {
      const note = said(values.inputs[input]);
      return note ? [{ input, note }] : [];
    }),
    discussion: said(values.discussion),
    decisions: values.decisions.filter((decision) => decision.trim() !== ""),
    policyChange: said(values.policyChange),
    trainingNeeds: said(values.trainingNeeds),
    nextOn: said(values.nextOn),
  };
}
