import { z } from "zod";
import { ComplaintView } from "../contract.ts";
import {
  Completion,
  InterviewAnswer,
  InterviewRecord,
  IssueLink,
  IssueRemoval,
  Merger,
  NewAllegation,
  NewCall,
  NewEvidence,
  NewInterview,
  NewMaterial,
  NewPlanStep,
  NewRepeat,
  NewRequest,
  Presentation,
  Reason,
  RequestAnswer,
  SupportNeeds,
  Wording,
  fileLimit,
} from "./bodies.ts";
import { InvestigationView, RepeatCandidate } from "./views.ts";

export type { InvestigationView, RepeatCandidate } from "./views.ts";

const params = z.object({ id: z.string().max(60) });
const one = params.extend({ n: z.coerce.number().int().positive().max(100_000) });
const add = <B extends z.ZodType>(summary: string, body: B) =>
  ({ summary, params, body, ok: ComplaintView, creates: true }) as const;
const to = <B extends z.ZodType>(summary: string, body: B) =>
  ({ summary, params: one, body, ok: ComplaintView, creates: true }) as const;

export const investigationOperations = {
  "GET /complaints/:id/investigation": {
    summary: "Triage and investigation; interviews only for investigator, owner and approver",
    params,
    ok: InvestigationView,
  },
  "POST /complaints/:id/allegations": add("Name an allegation", NewAllegation),
  "POST /complaints/:id/allegations/:n/wording": to("Reword it, until there is a finding on it", Wording),
  "POST /complaints/:id/allegations/:n/merger": to("Merge it into another", Merger),
  "POST /complaints/:id/allegations/:n/withdrawal": to("Withdraw it", Reason),
  "POST /complaints/:id/plan": add("Plan a step: what, who, by when", NewPlanStep),
  "POST /complaints/:id/plan/:n/completion": to("Record that a planned step is done", Completion),
  "POST /complaints/:id/requests": add("Ask a colleague or a department for information", NewRequest),
  "POST /complaints/:id/requests/:n/answer": to("Record the answer", RequestAnswer),
  "POST /complaints/:id/evidence": {
    ...add("Add a file or a text as evidence; its SHA-256 is counted here", NewEvidence),
    bodyLimit: Math.ceil(fileLimit * 1.4),
  },
  "POST /complaints/:id/evidence/:n/striking": to("Strike it with a reason; it stays readable", Reason),
  "POST /complaints/:id/materials": add("Record which training material was reviewed", NewMaterial),
  "POST /complaints/:id/interviews": add("Invite somebody to an interview", NewInterview),
  "POST /complaints/:id/interviews/:n/record": to("Write down the interview", InterviewRecord),
  "POST /complaints/:id/interviews/:n/presentation": to(
    "The interviewee was shown the summary",
    Presentation,
  ),
  "POST /complaints/:id/interviews/:n/answer": to(
    "The interviewee confirmed or commented, or replied to the complaint",
    InterviewAnswer,
  ),
  "POST /complaints/:id/calls": add("Record a call with the customer", NewCall),
  "POST /complaints/:id/support-needs": add("What the customer needs to take part", SupportNeeds),
  "GET /complaints/:id/repeats": {
    summary: "Complaints of the 12 months around it that this one may repeat, each with the reasons",
    params,
    ok: z.object({ items: z.array(RepeatCandidate) }),
  },
  "POST /complaints/:id/repeats": add("Confirm that it repeats an earlier complaint", NewRepeat),
  "POST /complaints/:id/issues": add("Link it to a systemic issue", IssueLink),
  "POST /complaints/:id/issues/removal": add("Take it out of a systemic issue", IssueRemoval),
} as const;
