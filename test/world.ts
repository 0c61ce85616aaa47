import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { openApp, type App } from "../src/app.ts";
import type { Role } from "../src/core/access/access.ts";
import type { Desk } from "../src/record/desk.ts";
import { addKey } from "../src/organisation/staff/api-keys.ts";
import { addPerson } from "../src/organisation/staff/accounts.ts";
import { freePort } from "./free-port.ts";
import { ownSettings } from "./own-settings.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

/** A letter as the customer's mail server got it. */
export type Received = Email & { envelopeTo: string[]; raw: string };

/** A whole Redress of its own: a real database, a real mail server to send to, and a clock that a story moves. */
export type World = {
  app: App;
  desk: Desk;
  database: TestDatabase;
  /** What a second node of the same Redress would be opened with. */
  parts: Omit<Parameters<typeof openApp>[0], "now">;
  server: FastifyInstance;
  now: () => string;
  /** Moves the clock to an instant written with its offset, or by a duration. */
  at: (instant: string | Temporal.DurationLike) => void;
  /** Runs every job that is ready. */
  settle: () => Promise<void>;
  /** What has arrived at the customers' mail server so far. */
  letters: Received[];
  /** The latest of them with these words in its subject. */
  letter: (subject: RegExp) => Received;
  /** What that server answers to the next messages. */
  refuse: { with: number | undefined };
  /** A colleague with these roles, who asks over the API. */
  colleague: (name: string, ...roles: Role[]) => Promise<Colleague>;
  close: () => Promise<void>;
};

// The tests read answers of every shape; each reads just the fields that it asserts.
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = { status: number; body: any; headers: Record<string, unknown> };
export type Colleague = {
  id: string;
  get: (path: string) => Promise<Answer>;
  post: (path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;
  put: (path: string, body: object) => Promise<Answer>;
  /** What shows the server who asks. */
  headers: { authorization: string };
};

export async function openWorld({
  mailOut = true,
  start = "2026-10-03T10:00:00+02:00",
  browser = false,
  database: given = undefined as TestDatabase | undefined,
} = {}): Promise<World> {
  const database = given ?? (await freshDatabase());
  const folder = mkdtempSync(join(tmpdir(), "redress-world-"));
  const sink = await openSink();
  let now = Temporal.Instant.from(start);
  const port = browser ? await freePort("localhost") : 0;
  const url = browser ? `http://localhost:${port}` : "http://redress.test";
  const settings = ownSettings({
    folder,
    url,
    port,
    ...(mailOut && { out: `smtp://127.0.0.1:${sink.port}` }),
  });
  const tell = () => now.toString({ fractionalSecondDigits: 3 });
  const parts = { access: database, settings, log: pino({ level: "silent" }) };
  const app = await openApp({ ...parts, now: tell });
  const server = await app.server();
  if (browser) await server.listen({ host: "localhost", port });
  const settle = async () => {
    await app.desk.queue.settle(app.jobs);
    await sink.read();
  };
  return {
    app,
    desk: app.desk,
    database,
    parts,
    server,
    now: tell,
    at: (to) => void (now = typeof to === "string" ? Temporal.Instant.from(to) : now.add(to)),
    settle,
    letters: sink.letters,
    letter: (subject) => {
      const found = sink.letters.findLast((letter) => subject.test(letter.subject ?? ""));
      if (!found)
        throw new Error(
          `no letter about ${subject}; there are: ${sink.letters.map((letter) => letter.subject).join(", ")}`,
        );
      return found;
    },
    refuse: sink.refuse,
    colleague: (name, ...roles) => hire(app, server, tell(), name, roles),
    close: async () => {
      await app.stop();
      await sink.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function hire(
  { desk }: App,
  server: FastifyInstance,
  now: string,
  name: string,
  roles: Role[],
): Promise<Colleague> {
  const person = await addPerson(desk.db, { email: `${name.toLowerCase()}@office.test`, name, roles }, now);
  if ("refused" in person) throw new Error(person.refused);
  const key = await addKey(desk.db, { name, roles }, now);
  // The key acts as the person, so that a story can speak of one colleague.
  await desk.db.updateTable("api_key").set({ id: person.id }).where("name", "=", name).execute();
  const ask = async (
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body && { payload: JSON.stringify(body) }),
    });
    return {
      status: answer.statusCode,
      body: String(answer.headers["content-type"]).includes("json")
        ? answer.json()
        : answer.body || undefined,
      headers: answer.headers,
    };
  };
  return {
    id: person.id,
    headers: { authorization: `Bearer ${key}` },
    get: (path) => ask("GET", path),
    post: (path, body = {}, headers = {}) => ask("POST", path, body, headers),
    put: (path, body) => ask("PUT", path, body),
  };
}

async function openSink() {
  const letters: Received[] = [];
  const arrived: { to: string[]; raw: Buffer }[] = [];
  const refuse: World["refuse"] = { with: undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (refuse.with !== undefined)
          return done(Object.assign(new Error("refused for the story"), { responseCode: refuse.with }));
        arrived.push({ to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", () => resolve()));
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    refuse,
    read: async () => {
      for (const { to, raw } of arrived.splice(0))
        letters.push({ ...(await PostalMime.parse(raw)), envelopeTo: to, raw: raw.toString() });
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
