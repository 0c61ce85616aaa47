import type { Desk } from "../../record/desk.ts";
import type { Nightly } from "../../areas/backup/nightly.ts";
import { raiseBackupAlarm } from "../../areas/backup/alarm.ts";
import { requeueNotices } from "../../channels/email/notices.ts";
import { followCalendar } from "../../casework/complaints/following-calendar.ts";
import { raiseAlerts } from "../../casework/alerts/alerts.ts";
import { askForCalendar } from "../../organisation/policies/calendar-task.ts";
import { raiseMailAlarms } from "../../channels/email/alarms.ts";
import { morningDigest } from "../../casework/alerts/digest.ts";
import { dailySiteCheck } from "../../organisation/policies/site-checks.ts";
import { noteSilences } from "../../casework/complaints/silence.ts";
import { remindOfActions } from "../../areas/improvement/reminders.ts";
import { reopenRecurred } from "../../areas/improvement/recurrences.ts";
import { pruneFeed } from "../../record/search/following.ts";
import { forgetRequests } from "../../casework/complaints/requests.ts";
import { makeMissingReports } from "../../areas/reports/timetable.ts";
import { openReviews, remindOfReviews } from "../../areas/reviews/opening.ts";
import { drawFiles } from "../../areas/file-reviews/drawing.ts";
import { routeComplaints } from "../../casework/routing/routing.ts";
import { remindOfTraining } from "../../areas/training/reminding.ts";
import { remindOfAnswers } from "../../areas/surveys/reminding.ts";
import { requeueLetters, requeueMessages } from "../../channels/email/requeueing.ts";

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
