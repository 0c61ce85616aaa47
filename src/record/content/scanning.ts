import { once } from "node:events";
import { connect } from "node:net";

/** The name of what a virus scanner found in a file, or nothing. @throws when the scanner does not answer */
export type Scan = (bytes: Uint8Array) => Promise<string | undefined>;

const patience = 60_000;
const chunk = 1 << 20;

/** Asks clamd over its socket (protocol command INSTREAM): each chunk with its length before it, and a zero at the end. */
export function openScanner(where: { host: string; port: number } | { path: string }): Scan {
  return async (bytes) => {
    const socket = connect({ ...where, timeout: patience });
    socket.on("timeout", () => socket.destroy(new Error("the virus scanner does not answer")));
    try {
      await once(socket, "connect");
      const answer = once(socket.setEncoding("utf8"), "data");
      socket.write("zINSTREAM\0");
      for (let at = 0; at < bytes.length; at += chunk) {
        const part = bytes.subarray(at, at + chunk);
        socket.write(lengthOf(part.length));
        socket.write(part);
      }
      socket.write(lengthOf(0));
      const [said] = (await answer) as [string];
      const found = /^stream: (.+) FOUND/.exec(said)?.[1];
      if (!found && !said.startsWith("stream: OK")) throw new Error("the virus scanner refused the file");
      return found?.slice(0, 100);
    } finally {
      socket.destroy();
    }
  };
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
