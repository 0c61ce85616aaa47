export const saidBy = ["customer", "staff"] as const;
/** In whose words an allegation stands. */
export type SaidBy = (typeof saidBy)[number];

export const evidenceOrigins = ["customer", "staff", "department", "third_party", "public"] as const;
export type EvidenceOrigin = (typeof evidenceOrigins)[number];

export const interviewees = ["staff", "complained_about", "customer", "witness", "expert"] as const;
/** As what somebody is asked; who is complained about has a right of reply. */
export type Interviewee = (typeof interviewees)[number];

export const interviewAnswers = ["confirmed", "commented", "replied", "no_reply"] as const;
/** What came back: on the summary (confirmed, commented), or on what is said about the person (replied, or did not want to). */
export type InterviewAnswer = (typeof interviewAnswers)[number];

export const repeatKinds = ["duplicate_of", "repeat_of"] as const;
/** The same complaint once more, or the same trouble again. */
export type RepeatKind = (typeof repeatKinds)[number];

/** The facts of triage and investigation. Type → [what the chain keeps, the names of its encrypted words]. */
export type InvestigationFacts = {
  AllegationAdded: [{ allegation: number; said: SaidBy; by: string }, "allegation"];
  AllegationReworded: [{ allegation: number; by: string }, "allegation"];
  AllegationMerged: [{ allegation: number; into: number; by: string }, "reason"];
  AllegationWithdrawn: [{ allegation: number; by: string }, "reason"];
  PlanStepAdded: [{ step: number; personId: string; dueOn: string }, "what"];
  PlanStepDone: [{ step: number; at: string }, "note"];
  /** To a colleague by id, or to whomever the words name: a department, a supplier. */
  InformationRequested: [{ request: number; toId?: string; dueOn: string }, "to" | "question"];
  InformationAnswered: [{ request: number; at: string }, "answer"];
  /** The digest is a word: a bare digest in the chain would still recognise a short text after its erasure. */
  EvidenceAdded: [
    { evidence: number; kind: "file" | "text"; origin: EvidenceOrigin; by: string },
    "title" | "text" | "sha256",
  ];
  EvidenceStruck: [{ evidence: number; by: string }, "reason"];
  MaterialReviewed: [{ material: number; by: string }, "course" | "module" | "version" | "note"];
  InterviewArranged: [
    { interview: number; as: Interviewee; personId?: string; plannedOn?: string; by: string },
    "person" | "purpose",
  ];
  InterviewHeld: [{ interview: number; at: string; by: string }, "present" | "summary"];
  InterviewShown: [{ interview: number; at: string }, never];
  InterviewAnswered: [{ interview: number; at: string; answer: InterviewAnswer }, "comment"];
  /** A call with the customer; one that reached nobody is an attempt. */
  CallRecorded: [{ direction: "in" | "out"; reached: boolean; at: string; by: string }, "summary"];
  SupportNeedsNoted: [{ needs: string[]; by: string }, "note"];
  RepeatConfirmed: [{ kind: RepeatKind; of: string; by: string }, "reason"];
  IssueLinked: [{ issueId: string; by: string }, never];
  IssueUnlinked: [{ issueId: string; by: string }, "reason"];
};
