import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Asks at the terminal, without showing what is typed; undefined where there is nobody to ask. */
export async function askFor(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const silent = new Writable({ write: (_bytes, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(`${question}: `);
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
