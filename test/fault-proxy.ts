import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A line to a server that breaks as a test wants it to. */
export type FaultProxy = {
  port: number;
  /** Ends every connection after so many bytes from the server; undefined lets all pass. */
  cutAfter: (bytes: number | undefined) => void;
  /** Lets connections stand open and say nothing. */
  stall: (stalled: boolean) => void;
  /** Ends what is open now. */
  cut: () => void;
  connections: () => number;
  stop: () => Promise<void>;
};

/** To a port of this machine, or to a unix socket. */
export async function openFaultProxy(target: number | string): Promise<FaultProxy> {
  let limit: number | undefined;
  let stalled = false;
  let count = 0;
  const open = new Set<Socket>();
  const server = createServer((inner) => {
    count += 1;
    const outer = typeof target === "string" ? connect(target) : connect(target, "127.0.0.1");
    let passed = 0;
    const end = () => {
      inner.destroy();
      outer.destroy();
      open.delete(inner);
    };
    open.add(inner);
    inner.on("data", (bytes: Buffer) => void (stalled || outer.write(bytes)));
    outer.on("data", (bytes: Buffer) => {
      if (stalled) return;
      const rest = limit === undefined ? bytes.length : Math.max(0, limit - passed);
      passed += bytes.length;
      inner.write(bytes.subarray(0, rest));
      if (rest < bytes.length) end();
    });
    for (const socket of [inner, outer]) socket.on("error", end).on("close", end);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (bytes) => void (limit = bytes),
    stall: (value) => void (stalled = value),
    cut: () => {
      for (const socket of open) socket.destroy();
    },
    connections: () => count,
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
