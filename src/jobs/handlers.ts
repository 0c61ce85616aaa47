import type { Desk } from "../complaints/desk.ts";
import type { MailOut } from "../channels/email/sending.ts";
import type { JobHandlers } from "../queue/queue.ts";
import { placeOrGiveUp } from "../channels/email/giving-up.ts";
import { sendLetter } from "../channels/email/sending.ts";
import { timetable } from "./timetable.ts";

/** What each job does; all of them are harmless when they run twice. */
export const jobHandlers = (desk: Desk, mailOut: MailOut | undefined): JobHandlers => ({
  "send-letter": ({ letterId }) => sendLetter(desk, mailOut, letterId),
  "place-message": ({ intakeId }) => placeOrGiveUp(desk, intakeId),
  tick: async () => {
    for (const run of timetable(desk, mailOut !== undefined)) await run();
  },
});
