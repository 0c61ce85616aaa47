import type { Desk } from "../complaints/desk.ts";
import type { MailOut } from "../channels/email/sending.ts";
import type { JobHandlers } from "../queue/queue.ts";
import { placeOrGiveUp } from "../channels/email/giving-up.ts";
import { sendLetter } from "../channels/email/sending.ts";
import { sendNotice } from "../channels/email/notices.ts";
import { followCalendar } from "../complaints/following-calendar.ts";
import { timetable } from "./timetable.ts";

/** What each job does; all of them are harmless when they run twice. */
export const jobHandlers = (desk: Desk, mailOut: MailOut | undefined): JobHandlers => ({
  "send-letter": ({ letterId }) => sendLetter(desk, mailOut, letterId),
  "place-message": ({ intakeId }) => placeOrGiveUp(desk, intakeId),
  "send-notice": ({ noticeId }) => sendNotice(desk, mailOut, noticeId),
  "follow-calendar": async () => void (await followCalendar(desk)),
  tick: async () => {
    const failures: unknown[] = [];
    // One that fails must not keep the others from their work.
    for (const run of timetable(desk, mailOut !== undefined))
      await run().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  },
});
