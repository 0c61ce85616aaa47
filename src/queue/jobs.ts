/** Every job there is: a name and its payload. Handlers live in jobs/. */
export type Jobs = {
  "send-letter": { letterId: string };
  "place-message": { intakeId: string };
  "send-notice": { noticeId: string };
  "follow-calendar": Record<string, never>;
  tick: Record<string, never>;
};
export type JobName = keyof Jobs;
