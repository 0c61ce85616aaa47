import type { File } from "../events.ts";
import type { EvidenceOrigin, InterviewAnswer, Interviewee, RepeatKind, SaidBy } from "./facts.ts";

/** A file, or a text that was read out or copied; the digest of its bytes comes from outside, because the core cannot count. */
export type NewEvidence = {
  do: "add-evidence";
  title: string;
  origin: EvidenceOrigin;
  sha256: string;
} & ({ text: string } | { file: File });

/** What is asked of the investigation and of the triage before it. */
export type InvestigationCommand =
  | { do: "add-allegation"; allegation: string; said: SaidBy }
  | { do: "reword-allegation"; number: number; allegation: string }
  | { do: "merge-allegation"; number: number; into: number; reason: string }
  | { do: "withdraw-allegation"; number: number; reason: string }
  | { do: "plan-step"; what: string; personId: string; dueOn: string }
  | { do: "finish-step"; number: number; at: string; note?: string }
  | { do: "request-information"; question: string; dueOn: string; toId?: string; to?: string }
  | { do: "answer-request"; number: number; at: string; answer: string }
  | NewEvidence
  | { do: "strike-evidence"; number: number; reason: string }
  | { do: "review-material"; course: string; module?: string; version?: string; note?: string }
  | {
      do: "arrange-interview";
      as: Interviewee;
      /** A colleague by id; `person` says who it is where it is somebody from outside. */
      personId?: string;
      person?: string;
      purpose: string;
      plannedOn?: string;
    }
  | { do: "hold-interview"; number: number; at: string; present: string; summary: string }
  | { do: "show-interview"; number: number; at: string }
  | { do: "answer-interview"; number: number; at: string; answer: InterviewAnswer; comment?: string }
  | { do: "record-call"; direction: "in" | "out"; reached: boolean; at: string; summary?: string }
  | { do: "note-support-needs"; needs: string[]; note?: string }
  | { do: "confirm-repeat"; kind: RepeatKind; of: string; reason?: string }
  | { do: "link-issue"; issueId: string }
  | { do: "unlink-issue"; issueId: string; reason: string };

export const investigationRefusals = [
  "unknown-allegation",
  "allegation-ended",
  "allegation-has-finding",
  "allegation-into-itself",
  "allegation-without-finding",
  "unknown-step",
  "step-done",
  "nobody-asked",
  "unknown-request",
  "request-answered",
  "unknown-evidence",
  "evidence-struck",
  "nobody-named",
  "unknown-interview",
  "interview-held",
  "interview-not-held",
  "interview-not-shown",
  "interview-answered",
  "no-right-of-reply",
  "repeat-of-itself",
  "already-linked",
  "not-linked",
] as const;
