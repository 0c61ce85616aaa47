import type { Desk } from "../complaints/desk.ts";
import type { Nightly } from "../backup/nightly.ts";
import { raiseBackupAlarm } from "../backup/alarm.ts";
import { requeueNotices } from "../channels/email/notices.ts";
import { followCalendar } from "../complaints/following-calendar.ts";
import { raiseAlerts } from "../escalation/alerts.ts";
import { askForCalendar } from "../escalation/calendar-task.ts";
import { raiseMailAlarms } from "../escalation/mail-alarms.ts";
import { morningDigest } from "../escalation/digest.ts";
import { dailySiteCheck } from "../escalation/site-checks.ts";
import { noteSilences } from "../complaints/silence.ts";
import { remindOfActions } from "../improvement/reminders.ts";
import { reopenRecurred } from "../improvement/recurrences.ts";
import { pruneFeed } from "../search/following.ts";
import { forgetRequests } from "../complaints/requests.ts";
import { makeMissingReports } from "../reports/timetable.ts";
import { openReviews, remindOfReviews } from "../reviews/opening.ts";
import { drawFiles } from "../file-reviews/drawing.ts";
import { routeComplaints } from "../routing/routing.ts";
import { remindOfTraining } from "../training/reminding.ts";
import { remindOfAnswers } from "../surveys/reminding.ts";
import { requeueLetters, requeueMessages } from "../channels/email/requeueing.ts";

/**
 * Every timer on one page. Each minute looks for work whose stored instant has passed, so a missed minute, an outage
 * or a second node changes nothing but the moment.
 */
export const timetable = (
  desk: Desk,
  mailGoesOut: boolean,
  nightly: Nightly | undefined,
  watchDatabase: () => Promise<void>,
): (() => Promise<unknown>)[] => [
  () => (mailGoesOut ? requeueLetters(desk) : Promise.resolve()),
  () => (mailGoesOut ? requeueNotices(desk) : Promise.resolve()),
  () => requeueMessages(desk),
  () => followCalendar(desk),
  () => routeComplaints(desk),
  () => noteSilences(desk),
  () => raiseAlerts(desk),
  () => raiseMailAlarms(desk),
  watchDatabase,
  () => nightly?.schedule() ?? Promise.resolve(),
  () => (nightly ? raiseBackupAlarm(desk, nightly.proves) : Promise.resolve()),
  () => morningDigest(desk),
  () => dailySiteCheck(desk),
  () => askForCalendar(desk),
  () => makeMissingReports(desk),
  () => remindOfTraining(desk),
  () => remindOfAnswers(desk),
  () => drawFiles(desk),
  () => openReviews(desk),
  () => remindOfReviews(desk),
  () => reopenRecurred(desk),
  () => remindOfActions(desk),
  () => forgetRequests(desk),
  () => pruneFeed(desk.db),
];
