import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { App } from "../../app.ts";
import type { Access } from "../../engine/database/outside.ts";
import type { Settings } from "../../settings.ts";
import { openApp } from "../../app.ts";
import { isoInstant } from "../../core/calendar/opening-hours.ts";
import { seedPolicy } from "../../organisation/policies/seed.ts";
import { fill, keptMailDays, monthsTold } from "./filling.ts";
import { jobsAtOnce } from "./jobs-at-once.ts";
import { openMailbox, type Mailbox } from "./mailbox/keeping.ts";
import { mailboxPages } from "./mailbox/routes.tsx";

type Parts = {
  access: Access;
  settings: Settings;
  log: Logger;
  /** How many complaints the year has; nothing when it is there already. */
  complaints: number | undefined;
  passed: (month: string) => void;
  /** The clock; another in tests, because the year must come out right on every day on which it can end. */
  present?: () => string;
};

export type Demo = {
  app: App;
  mailbox: Mailbox;
  /** What the year asked for and was refused; nothing, if all goes well. */
  refused: string[];
  /** The HTTP side with the mailbox page, and the listener for mail. */
  serve: () => Promise<{ server: FastifyInstance; mailPort: number | undefined }>;
  stop: () => Promise<void>;
};

const clockOfToday = () => isoInstant(Temporal.Now.instant());

/** The whole system with a mailbox of its own; where its year is not there yet, the clock goes through it first. */
export async function openDemo({
  access,
  settings,
  log,
  complaints,
  passed,
  present = clockOfToday,
}: Parts): Promise<Demo> {
  const mailbox = await openMailbox(join(settings.data.folder, "mailbox"));
  const end = present();
  let told: string | undefined = complaints === undefined ? undefined : beginning(end);
  const clock = { now: () => told ?? present(), set: (instant: string) => void (told = instant) };
  const from = isoInstant(Temporal.Instant.from(end).subtract({ hours: keptMailDays * 24 }));
  let atOnce: ReturnType<typeof jobsAtOnce> | undefined;
  const app = await openApp({
    access,
    settings: { ...settings, mail: { ...settings.mail, out: `smtp://127.0.0.1:${mailbox.port}` } },
    log,
    now: clock.now,
    ...(complaints !== undefined && {
      // News of long ago, which nobody reads, need not be sent.
      queueing: (real) =>
        (atOnce = jobsAtOnce(real, (name) => name === "send-notice" && clock.now() < from)).queue,
    }),
  });
  const refused =
    atOnce && complaints !== undefined
      ? await fill({ app, clock, atOnce, complaints, end, from, passed })
      : [];
  atOnce?.end();
  told = undefined;
  return {
    app,
    mailbox,
    refused,
    serve: async () => {
      const { mailPort } = await app.work();
      const server = await app.server();
      const { listen } = settings.mail;
      const mailIn = listen && mailPort !== undefined ? { host: listen.host, port: mailPort } : undefined;
      await server.register(mailboxPages(app.desk, mailbox, mailIn));
      return { server, mailPort };
    },
    stop: async () => {
      await app.stop();
      await mailbox.close();
    },
  };
}

/** Before the first month that is told, so that the policy is in force when it begins. */
const beginning = (end: string) =>
  isoInstant(
    Temporal.Instant.from(end)
      .toZonedDateTimeISO(seedPolicy.zone)
      .subtract({ months: monthsTold - 1 })
      .with({ day: 1 })
      .withPlainTime("06:00")
      .toInstant(),
  );
