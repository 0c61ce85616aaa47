import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";
import { openDatabase } from "../src/engine/database/database.ts";
import { addKey } from "../src/organisation/staff/api-keys.ts";
import { freePort } from "./free-port.ts";
import type { TestDatabase } from "./database.ts";

/** A node as operators run it: a process of its own, on a port of its own. */
export type Node = {
  port: number;
  start: () => Promise<void>;
  signal: (name: "SIGTERM" | "SIGKILL") => void;
  /** Answers when the process has ended. */
  ended: () => Promise<void>;
};

/** How often the proxy asks whether a node is ready, and how long a node waits for that, in milliseconds. */
const interval = 200;
const delay = 1_000;

/** Nodes on one database, which they reach through its unix socket. */
export function nodesOn(database: TestDatabase, folder: string, ports: readonly number[]): Node[] {
  const { host, database: name } = database.owner;
  return ports.map((port) => {
    let child: ChildProcess | undefined;
    let gone: Promise<unknown> = Promise.resolve();
    return {
      port,
      start: async () => {
        child = spawn(process.execPath, [join(import.meta.dirname, "../bin/redress.mjs"), "all"], {
          env: {
            PATH: process.env.PATH,
            DATABASE_URL: `postgres://postgres@localhost/${name}?host=${encodeURIComponent(String(host))}`,
            REDRESS_DATA: folder,
            PORT: String(port),
            MAIL_IN_LISTEN: "off",
            SHUTDOWN_DELAY: String(delay / 1000),
            LOG_LEVEL: "warn",
          },
          stdio: ["ignore", "pipe", "inherit"],
        });
        gone = once(child, "exit");
        for await (const line of createInterface({ input: child.stdout! })) {
          if (line.startsWith("{")) process.stderr.write(`${line}\n`);
          if (line.startsWith("Redress is ready")) return void child.stdout!.resume();
        }
        throw new Error("the node did not start");
      },
      signal: (signal) => void child?.kill(signal),
      ended: async () => void (await gone),
    };
  });
}

/**
 * What an ordinary proxy does: keeps connections, asks /readyz, takes a node that says 503 out, and sends a request once
 * more only when it was never sent, or is a GET.
 */
export async function openProxy(ports: readonly number[]) {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set<number>();
  let turn = 0;
  const next = (tried: ReadonlySet<number>) => {
    const open = [...ready].filter((port) => !tried.has(port));
    return open[(turn += 1) % open.length];
  };
  const forward = (
    asked: IncomingMessage,
    body: Buffer,
    reply: ServerResponse,
    tried = new Set<number>(),
  ) => {
    const port = next(tried);
    if (port === undefined) return void reply.writeHead(502).end();
    const { method, url, headers } = asked;
    const outgoing = request({ port, host: "127.0.0.1", method, path: url, headers, agent }, (answer) => {
      reply.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(reply);
      answer.on("error", () => reply.destroy());
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      if (reply.headersSent) return void reply.destroy();
      if (error.code === "ECONNREFUSED" || method === "GET")
        return forward(asked, body, reply, tried.add(port));
      reply.writeHead(502).end();
    });
    outgoing.end(body);
  };
  const server = createServer((asked, reply) => {
    const chunks: Buffer[] = [];
    asked.on("data", (chunk: Buffer) => chunks.push(chunk));
    asked.on("end", () => forward(asked, Buffer.concat(chunks), reply));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const look = async (port: number) => {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined);
    if (answer?.ok) ready.add(port);
    else ready.delete(port);
    await answer?.arrayBuffer();
  };
  const looking = setInterval(() => void Promise.all(ports.map(look)), interval);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ready: async (port: number) => {
      while (!ready.has(port)) await pause(50);
    },
    close: () => {
      clearInterval(looking);
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

export type Tally = { created: number; read: number; restarts: number; failed: string[] };

/** Restarts each of two nodes so many times, one after another, while complaints are created and read through the proxy. */
export async function rollingRestarts(database: TestDatabase, rounds: number): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "redress-rolling-"));
  const db = openDatabase(database.app);
  const key = await addKey(db, { name: "load", roles: ["intake"] }, Temporal.Now.instant().toString());
  const ports = [await freePort(), await freePort()];
  const nodes = nodesOn(database, folder, ports);
  const proxy = await openProxy(ports);
  const tally: Tally = { created: 0, read: 0, restarts: 0, failed: [] };
  try {
    await Promise.all(nodes.map((node) => node.start()));
    await Promise.all(ports.map((port) => proxy.ready(port)));
    const loading = new AbortController();
    const ask = async (path: string, body?: object) => {
      const answer = await fetch(`${proxy.url}/api/v1${path}`, {
        headers: { authorization: `Bearer ${key}`, ...(body && { "content-type": "application/json" }) },
        ...(body && { method: "POST", body: JSON.stringify(body) }),
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    const repeat = async (what: "created" | "read", path: string, body?: object) => {
      for (; !loading.signal.aborted; await pause(100)) {
        const status = await ask(path, body).catch((error: Error) => inspect(error));
        if (status === (body ? 201 : 200)) tally[what] += 1;
        else tally.failed.push(`${what}: ${status}`);
      }
    };
    const load = [1, 2, 3, 4].flatMap((each) => [
      repeat("created", "/complaints", complaint(`Customer ${each}`)),
      repeat("read", "/complaints?limit=5"),
    ]);
    for (let round = 0; round < rounds; round += 1)
      for (const node of nodes) {
        node.signal("SIGTERM");
        await node.ended();
        await node.start();
        await proxy.ready(node.port);
        tally.restarts += 1;
      }
    loading.abort();
    await Promise.all(load);
    const kept = await db
      .selectFrom("complaint")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    if (kept.count !== tally.created) tally.failed.push(`${tally.created} acknowledged, ${kept.count} kept`);
    return tally;
  } finally {
    proxy.close();
    for (const node of nodes) node.signal("SIGTERM");
    await Promise.all(nodes.map((node) => node.ended()));
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

const complaint = (name: string) => ({
  platform: "ctterra",
  channel: "phone",
  complainant: { name },
  subject: { kind: "other" },
  statement: "Nobody called back.",
});
