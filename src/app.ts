import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Access } from "./engine/database/outside.ts";
import type { Desk } from "./record/desk.ts";
import type { MailOut } from "./channels/email/sending.ts";
import type { JobHandlers } from "./engine/queue/queue.ts";
import type { Settings } from "./settings.ts";
import { auditPackOperations } from "./areas/audit-packs/contract.ts";
import { auditPackHandlers } from "./areas/audit-packs/operations.ts";
import { openNightly } from "./areas/backup/nightly.ts";
import { mailOperations } from "./channels/email/contract.ts";
import { mailHandlers } from "./channels/email/operations.ts";
import { openParser } from "./channels/email/parsing-apart.ts";
import { openScanner } from "./record/content/scanning.ts";
import { openMailRoom, type MailRoom } from "./channels/email/room.ts";
import { openMailOut } from "./channels/email/sending.ts";
import { watch, type Watch } from "./channels/email/imap/watching.ts";
import { ownCertificate } from "./channels/email/own-certificate.ts";
import { listenForMail } from "./channels/email/smtp.ts";
import { complaintOperations } from "./casework/complaints/contract.ts";
import { investigationOperations } from "./casework/complaints/investigation/contract.ts";
import { investigationHandlers } from "./casework/complaints/investigation/operations.ts";
import { issueOperations } from "./casework/complaints/issues/contract.ts";
import { issueHandlers } from "./casework/complaints/issues/operations.ts";
import { complaintHandlers } from "./casework/complaints/operations.ts";
import { unsearchable } from "./casework/complaints/queries/hidden.ts";
import { fillProgrammes } from "./casework/complaints/searchable.ts";
import { keysOf } from "./record/content/office-keys.ts";
import { openDatabase } from "./engine/database/database.ts";
import { openTypesetter } from "./engine/typesetting/typesetting.ts";
import { officeHandlers } from "./organisation/operations.ts";
import { mount } from "./faces/http/api.ts";
import { auditPacks } from "./faces/http/audit-packs.ts";
import { deskApp } from "./faces/http/desk-app.ts";
import { dossiers } from "./faces/http/dossiers.ts";
import { downloads } from "./faces/http/downloads.ts";
import { reportDocuments } from "./faces/http/report-documents.ts";
import { reporting } from "./engine/database/reporting.ts";
import { withoutWords } from "./engine/database/without-words.ts";
import { health } from "./faces/http/health.ts";
import { closeServer, openServer } from "./faces/http/server.ts";
import { signingIn } from "./faces/http/signing-in.ts";
import { refuseUnwritable } from "./faces/http/unwritable.ts";
import { trainingFiles } from "./faces/http/training-files.ts";
import { improvementOperations } from "./areas/improvement/contract.ts";
import { improvementHandlers } from "./areas/improvement/operations.ts";
import { jobHandlers } from "./faces/jobs/handlers.ts";
import { letterOperations } from "./casework/letters/contract.ts";
import { letterHandlers } from "./casework/letters/operations.ts";
import { officeOperations } from "./organisation/office/contract.ts";
import { taxonomyOperations } from "./organisation/office/taxonomies/contract.ts";
import { taxonomyHandlers } from "./organisation/office/taxonomies/operations.ts";
import { publicPages } from "./faces/pages/routes.tsx";
import { openCalendars } from "./organisation/policies/calendar.ts";
import { policyOperations } from "./organisation/policies/contract.ts";
import { policyHandlers } from "./organisation/policies/operations.ts";
import { participantOperations } from "./areas/participants/contract.ts";
import { participantHandlers } from "./areas/participants/operations.ts";
import { paymentOperations } from "./casework/payments/contract.ts";
import { paymentHandlers } from "./casework/payments/operations.ts";
import { reportOperations } from "./areas/reports/contract.ts";
import { reportHandlers } from "./areas/reports/operations.ts";
import { openPolicies, publishSeedPolicy } from "./organisation/policies/publication.ts";
import { openQueue, type Queue } from "./engine/queue/queue.ts";
import { reviewOperations } from "./areas/reviews/contract.ts";
import { reviewHandlers } from "./areas/reviews/operations.ts";
import { routingOperations } from "./casework/routing/contract.ts";
import { routingTable } from "./casework/routing/people.ts";
import { routingHandlers } from "./casework/routing/operations.ts";
import { fileReviewOperations } from "./areas/file-reviews/contract.ts";
import { fileReviewHandlers } from "./areas/file-reviews/operations.ts";
import { surveyOperations } from "./areas/surveys/contract.ts";
import { surveyHandlers } from "./areas/surveys/operations.ts";
import { staffOperations } from "./organisation/staff/contract.ts";
import { staffHandlers } from "./organisation/staff/operations.ts";
import { trainingOperations } from "./areas/training/contract.ts";
import { openGate } from "./areas/training/gate.ts";
import { openSearch } from "./record/search/search.ts";
import { givenClock, openClock, type Clock, type Machine } from "./engine/timekeeping/clock.ts";
import { trainingHandlers } from "./areas/training/operations.ts";

export type App = {
  desk: Desk;
  clock: Clock;
  jobs: JobHandlers;
  room: MailRoom;
  /** The mailboxes that are collected from here. */
  watches: Watch[];
  /** The HTTP side, built and not yet listening. */
  server: () => Promise<FastifyInstance>;
  /** Jobs and incoming mail; answers the port where mail is taken in. */
  work: () => Promise<{ mailPort: number | undefined }>;
  /**
   * Takes nothing new, finishes what is under way within `patience` milliseconds, cuts off the rest, which the log then
   * says, and gives jobs back to the queue. Ends also when the database does not answer.
   */
  stop: (patience?: number) => Promise<void>;
};

type Parts = {
  access: Access;
  settings: Settings;
  log: Logger;
  /** The time of a story; without it, the machine's. */
  now?: () => string;
  machine?: Machine;
  /** Another way to queue jobs; the demo, which tells a year in a minute, does them at once. */
  queueing?: (real: Queue) => Queue;
};

/** The whole system, composed by hand, in reading order. */
export async function openApp({ access, settings, log, now: told, machine, queueing }: Parts): Promise<App> {
  const report = (error: Error) => log.error(withoutWords(error), "failed");
  const db = openDatabase(access.app);
  const keys = await keysOf(db, settings.data.keys).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  const real = await openQueue(access.app, reporting(log));
  const queue = queueing?.(real) ?? real;
  const clock = told ? givenClock(told) : await openClock(db, log, machine);
  const { now } = clock;
  await publishSeedPolicy(db, now());
  const policies = openPolicies(db);
  const { url, metricsToken, shutdownDelay } = settings.http;
  const desk: Desk = {
    db,
    keys,
    queue,
    ...policies,
    ...openCalendars(db),
    ...openGate(db, policies.policyAt),
    management: async (on = db) => (await routingTable(on)).management,
    now,
    url,
    search: openSearch(access.app, keys, unsearchable),
    scan: settings.mail.clamav && openScanner(settings.mail.clamav),
  };
  await fillProgrammes(desk);

  const mailOut: MailOut | undefined =
    settings.mail.out === undefined ? undefined : openMailOut(settings.mail.out, settings.mail.dkim);
  const watches: Watch[] = [];
  const { receivers } = settings.mail;
  const room = openMailRoom(desk, openParser(), receivers);
  const typesetter = openTypesetter();
  const { folder, lock, opener } = settings.backup;
  const nightly =
    folder === undefined || lock === undefined
      ? undefined
      : openNightly({ desk, owner: access.owner, keys: settings.data.keys, folder, lock, opener, log });
  const jobs = jobHandlers(room, mailOut, watches, typesetter, nightly, clock.inDoubt);
  const stopping = new AbortController();
  /** Whatever takes requests or messages in: closes when called, cuts off what is left after `over`, answers how much. */
  const doors: ((over: AbortSignal) => Promise<number>)[] = [];

  const server = async () => {
    const app = await openServer(log, stopping.signal);
    health(app, db, metricsToken, clock, stopping.signal);
    await app.register(async (api) => {
      refuseUnwritable(api);
      mount(api, desk, "complaints", complaintOperations, complaintHandlers(desk));
      mount(api, desk, "policies", policyOperations, policyHandlers(desk));
      mount(api, desk, "routing", routingOperations, routingHandlers(desk));
      mount(api, desk, "office", officeOperations, officeHandlers(desk));
      mount(api, desk, "taxonomies", taxonomyOperations, taxonomyHandlers(desk));
      mount(api, desk, "investigation", investigationOperations, investigationHandlers(desk));
      mount(api, desk, "issues", issueOperations, issueHandlers(desk));
      mount(api, desk, "improvement", improvementOperations, improvementHandlers(desk));
      mount(api, desk, "reviews", reviewOperations, reviewHandlers(desk));
      mount(api, desk, "staff", staffOperations, staffHandlers({ ...desk, mailOut: mailOut !== undefined }));
      mount(api, desk, "participants", participantOperations, participantHandlers(desk));
      mount(api, desk, "training", trainingOperations, trainingHandlers(desk));
      mount(api, desk, "file-reviews", fileReviewOperations, fileReviewHandlers(desk));
      mount(api, desk, "surveys", surveyOperations, surveyHandlers(desk));
      mount(api, desk, "payments", paymentOperations, paymentHandlers(desk));
      mount(api, desk, "reports", reportOperations, reportHandlers(desk));
      mount(api, desk, "audit-packs", auditPackOperations, auditPackHandlers(desk));
      mount(api, desk, "letters", letterOperations, letterHandlers(desk));
      mount(api, desk, "mail", mailOperations, mailHandlers(desk, mailOut !== undefined));
      downloads(api, desk);
      trainingFiles(api, desk);
      dossiers(api, desk, typesetter);
      reportDocuments(api, desk, typesetter);
      auditPacks(api, desk, typesetter);
    });
    await app.register(async (door) => {
      refuseUnwritable(door);
      signingIn(door, desk);
    });
    await app.register(deskApp);
    await app.register(publicPages(desk));
    doors.push(async (over) => {
      await pause(shutdownDelay);
      return closeServer(app, over);
    });
    return app;
  };

  const work = async () => {
    await queue.start(jobs);
    const { listen, tls = await ownCertificate(settings.data.keys) } = settings.mail;
    const listener = listen && (await listenForMail(desk, { ...listen, tls }, report));
    if (listener) doors.push(listener.stop);
    watches.push(...settings.mail.imap.map((account) => watch(desk, account, report)));
    return { mailPort: listener?.port };
  };

  const stop = async (patience = 30_000) => {
    stopping.abort();
    const over = new AbortController();
    const late = new Promise((resolve) => over.signal.addEventListener("abort", resolve));
    const timer = setTimeout(() => over.abort(), shutdownDelay + patience);
    const others = Promise.all([nightly?.stop(), queue.rest(), ...watches.map((each) => each.stop())]);
    const cut = await Promise.all(doors.map((close) => close(over.signal)));
    await Promise.race([others, late]);
    clearTimeout(timer);
    clock.stop();
    const connections = cut.reduce((sum, each) => sum + each, 0);
    const jobs = queue.inHand();
    if (connections + jobs > 0)
      log.warn({ connections, jobs }, "stopping: connections cut off, jobs given back to the queue");
    const close = async () => {
      await queue.stop();
      mailOut?.close();
      await room.parser.close();
      await typesetter.close();
      await desk.search.close();
      await db.destroy();
    };
    // A database that does not answer keeps nobody here.
    await Promise.race([close(), pause(Math.min(patience, 5_000), undefined, { ref: false })]);
  };
  return { desk, clock, jobs, room, watches, server, work, stop };
}
