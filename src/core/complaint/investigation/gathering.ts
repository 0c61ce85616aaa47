import type { Circumstances, Command, Refusal } from "../commands.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Complaint } from "../state.ts";
import { present } from "../receiving.ts";

type Doing<D extends Command["do"]> = Extract<Command, { do: D }>;

/** Policy Step 3 gathers information: a plan says what, who and by when. */
export function planStep(
  { what, personId, dueOn }: Doing<"plan-step">,
  { conflicts, investigation: { plan } }: Complaint,
): ComplaintEvent[] | Refusal {
  if (conflicts.includes(personId)) return { refused: "conflict-of-interest", field: "personId" };
  return [{ type: "PlanStepAdded", data: { step: plan.length + 1, personId, dueOn }, words: { what } }];
}

export function finishStep(
  { number, at, note }: Doing<"finish-step">,
  { investigation: { plan } }: Complaint,
): ComplaintEvent[] | Refusal {
  const step = plan.find((each) => each.number === number);
  if (!step) return { refused: "unknown-step" };
  if (step.doneAt) return { refused: "step-done" };
  return [{ type: "PlanStepDone", data: { step: number, at }, words: present({ note }) }];
}

/** Whoever is complained about is heard in an interview and not asked as a colleague. */
export function requestInformation(
  { question, dueOn, toId, to }: Doing<"request-information">,
  { conflicts, investigation: { requests } }: Complaint,
): ComplaintEvent[] | Refusal {
  if (!toId && !to) return { refused: "nobody-asked", field: "to" };
  if (toId && conflicts.includes(toId)) return { refused: "conflict-of-interest", field: "toId" };
  const data = { request: requests.length + 1, ...(toId && { toId }), dueOn };
  return [{ type: "InformationRequested", data, words: { question, ...present({ to }) } }];
}

export function answerRequest(
  { number, at, answer }: Doing<"answer-request">,
  { investigation: { requests } }: Complaint,
): ComplaintEvent[] | Refusal {
  const request = requests.find((each) => each.number === number);
  if (!request) return { refused: "unknown-request" };
  if (request.answeredAt) return { refused: "request-answered" };
  return [{ type: "InformationAnswered", data: { request: number, at }, words: { answer } }];
}

/** Never changed afterwards; what should not count is struck, and stays readable. */
export function addEvidence(
  command: Doing<"add-evidence">,
  { investigation: { evidence } }: Complaint,
  { actor: by }: Circumstances,
): ComplaintEvent[] {
  const { title, origin, sha256 } = command;
  const data = { evidence: evidence.length + 1, origin, by };
  return "file" in command
    ? [
        {
          type: "EvidenceAdded",
          data: { ...data, kind: "file" },
          words: { title, sha256 },
          files: [command.file],
        },
      ]
    : [
        {
          type: "EvidenceAdded",
          data: { ...data, kind: "text" },
          words: { title, text: command.text, sha256 },
        },
      ];
}

export function strikeEvidence(
  { number, reason }: Doing<"strike-evidence">,
  { investigation: { evidence } }: Complaint,
  { actor: by }: Circumstances,
): ComplaintEvent[] | Refusal {
  const found = evidence.find((each) => each.number === number);
  if (!found) return { refused: "unknown-evidence" };
  if (found.struck) return { refused: "evidence-struck" };
  return [{ type: "EvidenceStruck", data: { evidence: number, by }, words: { reason } }];
}

/** Policy Step 3: "reviewing training materials"; which version, so that a later one is not blamed. */
export const reviewMaterial = (
  { course, module, version, note }: Doing<"review-material">,
  { investigation: { materials } }: Complaint,
  { actor: by }: Circumstances,
): ComplaintEvent[] => [
  {
    type: "MaterialReviewed",
    data: { material: materials + 1, by },
    words: { course, ...present({ module, version, note }) },
  },
];
