import type { Socket } from "node:net";
import pg from "pg";

type Queried = { connection: { stream: Socket } };

/**
 * Runs a start that dies at its Nth statement: before it is said, and with all its connections, as a killed process does.
 * Answers whether it came to that.
 */
export async function cutAtStatement(statement: number, start: () => Promise<unknown>): Promise<boolean> {
  const say = pg.Client.prototype.query as (this: pg.Client, ...words: unknown[]) => unknown;
  const open = new Set<Socket>();
  let said = 0;
  const saying = function (this: pg.Client, ...words: unknown[]): unknown {
    const { stream } = (this as unknown as Queried).connection;
    // What hears nobody ends the process; this one is to be dead and not to end the test.
    if (!open.has(stream)) this.on("error", () => {});
    open.add(stream);
    said += 1;
    if (said >= statement) for (const each of open) each.destroy();
    return say.apply(this, words);
  };
  pg.Client.prototype.query = saying as typeof pg.Client.prototype.query;
  try {
    await start();
    return said >= statement;
  } catch (error) {
    if (said < statement) throw error;
    return true;
  } finally {
    pg.Client.prototype.query = say as typeof pg.Client.prototype.query;
  }
}
