import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Access } from "./outside.ts";
import { findBinaries } from "./binaries.ts";
import { openClient } from "./client.ts";
import { environment, initialise, own } from "./initialising.ts";
import { setAsideLocks } from "./lock-files.ts";
import { canReach } from "./reach.ts";
import { keepRunning, type ServerNews } from "./watching.ts";
import { unlessThere } from "./roles.ts";
import { Unusable } from "./unusable.ts";
import { serverUser, type ServerUser } from "./server-user.ts";
import { socketFolder } from "./socket-folder.ts";

export type Embedded = Access & {
  stop: () => Promise<void>;
  /** Tells whoever starts meanwhile that this server will soon be stopped: it waits, and starts one of its own. */
  leaving: () => void;
  socket: string;
};

type Options = {
  folder: string;
  settings?: Record<string, string>;
  /** Hears which files of an earlier server were set aside. */
  setAside?: (file: string) => void;
  /** Hears when the server ended unasked and was started again. */
  news?: (news: ServerNews) => void;
};

/** Messages of a postmaster that is still going, or of its last moments: worth waiting for, never a file to delete. */
const stillThere =
  /is being stopped|lock file .* already exists|pre-existing shared memory block|could not bind Unix|is another postmaster/i;

/** Starts our own PostgreSQL on a unix socket only, with `peer` authentication: no port, no password. */
export async function startEmbedded(options: Options, patience = 30_000): Promise<Embedded> {
  const start = () => startPatiently(options, patience);
  const first = await start();
  const { news = () => {} } = options;
  return { ...first, stop: keepRunning(first, start, news) };
}

type Started = Embedded & { exited: Promise<unknown> };

async function startPatiently(options: Options, patience: number): Promise<Started> {
  const until = performance.now() + patience;
  for (let wait = 50; ; wait = Math.min(wait * 2, 1000)) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (!stillThere.test((error as Error).message) || performance.now() > until) throw error;
      await pause(wait);
    }
  }
}

async function startOnce({ folder, settings = {}, setAside }: Options): Promise<Started> {
  const user = serverUser();
  const data = join(folder, "data");
  const socket = socketFolder(folder, user);
  const connection = { host: socket, port: 5432, database: "redress" };
  const access = {
    owner: { ...connection, user: "redress_owner" },
    app: { ...connection, user: "redress_app" },
    socket,
  };
  const mark = join(folder, "leaving");
  // A command beside a running Redress uses the server that is there, and leaves it running.
  if ((await refusal(access.app)) === undefined) {
    if (existsSync(mark)) throw new Unusable(`the Redress in ${folder} is being stopped`);
    return { ...access, ...watchOther(access.app), leaving: () => {} };
  }
  const { postgres, initdb } = await findBinaries(user);
  // Others may pass through on the way to their own folder, and see nothing.
  mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
  for (const each of [folder, socket]) own(each, user);
  if (!canReach(folder, user))
    throw new Unusable(
      `the user ${user.name}, as whom PostgreSQL runs, cannot enter ${folder}: set REDRESS_DATA to another folder`,
    );
  for (const file of initialise(initdb, data, user)) setAside?.(file);
  for (const file of setAsideLocks(data, socket)) setAside?.(file);
  rmSync(mark, { force: true });
  const server = run(postgres, data, socket, settings, user);
  await answers(socket, server);
  await prepare(socket);
  const stop = async () => {
    if (server.child.exitCode !== null || server.child.signalCode !== null) return;
    server.child.kill("SIGINT");
    await server.exited;
  };
  const leaving = () => writeFileSync(mark, "");
  return { ...access, stop, leaving, exited: server.exited };
}

/** In milliseconds: so often is asked whether the server of another process is still there. */
const interval = 500;

/** When the other process ends it takes its server along, and this one has to start its own. */
function watchOther(app: pg.PoolConfig): { stop: () => Promise<void>; exited: Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const watch = async () => {
    while (!signal.aborted) {
      await pause(interval, undefined, { signal, ref: false }).catch(() => {});
      if (!signal.aborted && (await isGone(app))) return;
    }
  };
  return { stop: async () => stopping.abort(), exited: watch() };
}

/** Why nobody could connect; nothing when somebody could. */
async function refusal(config: pg.PoolConfig): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await (await openClient(config)).end();
    return undefined;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

async function isGone(config: pg.PoolConfig): Promise<boolean> {
  // Whoever is full or on its way down still answers.
  return ["ENOENT", "ECONNREFUSED"].includes((await refusal(config))?.code ?? "");
}

type Server = { child: ChildProcess; exited: Promise<unknown>; said: string[] };

function run(
  postgres: string,
  data: string,
  socket: string,
  settings: Record<string, string>,
  user: ServerUser,
): Server {
  const chosen = {
    listen_addresses: "",
    unix_socket_directories: socket,
    port: "5432",
    shared_buffers: "128MB",
    ...settings,
  };
  const args = ["-D", data, ...Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  // With setpriv the server ends when we are killed; without it, it would go on alone and be waited for at the next start.
  const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].find(existsSync);
  const drop = user.drop ? ["--reuid", String(user.uid), "--regid", String(user.gid), "--clear-groups"] : [];
  const [command, ...rest] = setpriv
    ? [setpriv, "--pdeathsig", "INT", ...drop, postgres, ...args]
    : [postgres, ...args];
  const identity = !setpriv && user.drop ? { uid: user.uid, gid: user.gid } : {};
  const child = spawn(command, rest, {
    ...identity,
    cwd: data,
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const said: string[] = [];
  child.stderr?.on("data", (text) => said.length < 200 && said.push(String(text)));
  const exited = new Promise((resolve) => child.once("exit", resolve));
  return { child, exited, said };
}

async function answers(socket: string, { child, said }: Server): Promise<void> {
  const until = performance.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ host: socket, port: 5432, user: "postgres", database: "postgres" });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (child.exitCode !== null || performance.now() > until)
        throw new Error(
          `the embedded PostgreSQL did not start: ${said.join("")} ${(error as Error).message}`,
          { cause: error },
        );
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Our roles and database, made once. */
async function prepare(socket: string): Promise<void> {
  const client = await openClient({ host: socket, port: 5432, user: "postgres", database: "postgres" });
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'redress'");
    if (rowCount) return;
    // The database comes last: whoever is cut before it begins again.
    for (const statement of [
      "create role redress_owner login createrole createdb",
      "create role redress_app login noinherit",
      "create role redress_erase nologin",
      "grant redress_erase to redress_app",
    ])
      await unlessThere(client, statement);
    await client.query("create database redress owner redress_owner");
  } finally {
    await client.end();
  }
}
