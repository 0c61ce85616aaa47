import type pg from "pg";
import { OutcomeUnknown } from "./trouble.ts";

/**
 * A commit whose wait for the synchronous standby is cancelled, by a time-out or an administrator, succeeds with a mere
 * warning: if the primary is lost now, so is the transaction. Whoever asked must not be told that it is safe.
 */
export function doubtingUnreplicated(client: pg.PoolClient): void {
  let unreplicated = false;
  // Named by the function of the server that says it: its words are in the server's language.
  client.on("notice", ({ routine }) => void (unreplicated ||= routine === "SyncRepWaitForLSN"));
  const query = client.query.bind(client) as (...words: unknown[]) => unknown;
  const doubting = (...words: unknown[]): unknown => {
    const answer = query(...words);
    if (!(answer instanceof Promise)) return answer;
    return answer.then((result: unknown) => {
      if (!unreplicated) return result;
      unreplicated = false;
      throw new OutcomeUnknown("stored here, but the standby did not confirm it in time");
    });
  };
  client.query = doubting as typeof client.query;
}
