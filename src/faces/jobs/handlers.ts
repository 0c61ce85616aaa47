import type { Nightly } from "../../areas/backup/nightly.ts";
import type { MailRoom } from "../../channels/email/room.ts";
import type { MailOut } from "../../channels/email/sending.ts";
import type { Watch } from "../../channels/email/imap/watching.ts";
import type { JobHandlers } from "../../engine/queue/queue.ts";
import type { Typesetter } from "../../engine/typesetting/typesetting.ts";
import { placeOrGiveUp } from "../../channels/email/giving-up.ts";
import { openOutbox, sendLetter } from "../../channels/email/sending.ts";
import { sendNotice } from "../../channels/email/notices.ts";
import { followCalendar } from "../../casework/complaints/following-calendar.ts";
import { encloseReport } from "../../areas/reports/enclosing.ts";
import { openRestartWatch } from "../../casework/alerts/database-restarts.ts";
import { timetable } from "./timetable.ts";

/** What each job does; all of them are harmless when they run twice. */
export const jobHandlers = (
  room: MailRoom,
  mailOut: MailOut | undefined,
  watches: readonly Watch[],
  typesetter: Typesetter,
  nightly: Nightly | undefined,
  timeInDoubt: () => boolean,
): JobHandlers => {
  const { desk } = room;
  const watchDatabase = openRestartWatch(desk);
  const outbox = mailOut && openOutbox(desk, mailOut);
  return {
    "send-letter": async ({ letterId }) => outbox && sendLetter(outbox, letterId),
    "place-message": ({ intakeId, ruling }) => placeOrGiveUp(room, intakeId, ruling),
    "send-notice": ({ noticeId }) =>
      sendNotice(desk, mailOut, noticeId, (news) => encloseReport(desk, typesetter, news)),
    "count-mailboxes": async () => {
      for (const { recount } of watches) recount();
    },
    "follow-calendar": async () => void (await followCalendar(desk)),
    "make-backup": async ({ night }) => {
      // Another node may have it, and is asked at the next try.
      if (!nightly) throw new Error("this node makes no backups: BACKUP_TO is not set here");
      await nightly.run(night);
    },
    tick: async () => {
      // Whatever is due stays due: the first tick that knows the time finds it.
      if (timeInDoubt()) return;
      const failures: unknown[] = [];
      // One that fails must not keep the others from their work.
      for (const run of timetable(desk, mailOut !== undefined, nightly, watchDatabase))
        await run().catch((error) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
  };
};
