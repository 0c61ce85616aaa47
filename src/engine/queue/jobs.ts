/** Every job there is: a name and its payload. Handlers live in jobs/. */
export type Jobs = {
  "send-letter": { letterId: string };
  /** A ruling is what a person decided instead. */
  "place-message": {
    intakeId: string;
    ruling?: { as: "complaint" } | { as: "reply"; complaintId: string };
  };
  "send-notice": { noticeId: string };
  "count-mailboxes": Record<string, never>;
  "follow-calendar": Record<string, never>;
  "make-backup": { night: string };
  tick: Record<string, never>;
};
export type JobName = keyof Jobs;
