import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Asks at the terminal, without showing what is typed; undefined where there is nobody to ask, or who answers nothing. */
export async function askFor(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const silent = new Writable({ write: (_bytes, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(`${question}: `);
  try {
    return await Promise.race([terminal.question(""), once(terminal, "close").then(() => undefined)]);
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
