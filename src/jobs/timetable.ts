import type { Desk } from "../complaints/desk.ts";
import { forgetRequests } from "../complaints/requests.ts";
import { requeueLetters, requeueMessages } from "../channels/email/requeueing.ts";

/**
 * Every timer on one page. Each minute looks for work whose stored instant has passed, so a missed minute, an outage
 * or a second node changes nothing but the moment.
 */
export const timetable = (desk: Desk, mailGoesOut: boolean): (() => Promise<unknown>)[] => [
  () => (mailGoesOut ? requeueLetters(desk) : Promise.resolve()),
  () => requeueMessages(desk),
  () => forgetRequests(desk),
];
