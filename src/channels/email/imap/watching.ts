import type { ImapFlow } from "imapflow";
import type { Desk } from "../../../record/desk.ts";
import type { ImapAccount } from "./account.ts";
import { bell } from "./bell.ts";
import { beginNumbering, collect } from "./collecting.ts";
import { connect, failureOf } from "./connecting.ts";
import { count } from "./counting.ts";
import { tokens } from "./oauth.ts";
import { setState, type MailboxState } from "./state.ts";

export type Watch = {
  /** Compares the whole folder with the ledger now. */
  recount: () => void;
  stop: () => Promise<void>;
};

/** In milliseconds. Asking too often with a wrong password locks the account: six times an hour at most. */
export const usualPauses = { look: 4 * 60_000, recount: 24 * 3_600_000, first: 1_000, longest: 600_000 };

/**
 * Collects from one mailbox until stopped: all that is missing at first, then whatever the server announces. A lost
 * connection, a restart of the server, a month offline and a new numbering all end in the same comparison.
 */
export function watch(
  desk: Desk,
  account: ImapAccount,
  report: (error: Error) => void,
  pauses = usualPauses,
): Watch {
  const ended = new AbortController();
  const { signal } = ended;
  const door = bell();
  const token = account.oauth && tokens(account.oauth);
  let client: ImapFlow | undefined;
  let recountAt = 0;

  const stay = async (connection: ImapFlow) => {
    connection.on("exists", door.ring).on("close", door.ring);
    await setState(desk, account, "collecting");
    await beginNumbering(desk, connection, account);
    let next = 1;
    recountAt = 0;
    while (!signal.aborted && connection.usable) {
      const whole = performance.now() >= recountAt;
      next = await collect(desk, connection, account, whole ? 1 : next);
      if (whole) {
        await count(desk, connection, account);
        recountAt = performance.now() + pauses.recount;
      }
      await setState(desk, account, "connected");
      // Ended by our next command, by the server, or with the connection.
      void connection.idle().catch(() => {});
      await door.heard(pauses.look);
      if (!signal.aborted && connection.usable) await connection.noop();
    }
  };

  /** False when the database is away. */
  const noted = (state: MailboxState, code?: string) =>
    setState(desk, account, state, code).then(
      () => true,
      () => false,
    );
  const databaseIsBack = async () => {
    while (!signal.aborted && !(await noted("waiting"))) await door.heard(pauses.first);
  };

  const run = async () => {
    await databaseIsBack();
    let failures = 0;
    while (!signal.aborted) {
      try {
        client = await connect(account, token);
        failures = 0;
        await stay(client);
      } catch (error) {
        const { state, code } = failureOf(error);
        failures = state === "refused" ? 20 : failures + 1;
        if (!signal.aborted) {
          report(error as Error);
          if (!(await noted(state, code))) {
            // Not the mailbox's fault: it is asked again as soon as there is somewhere to put its messages.
            await databaseIsBack();
            failures = 0;
          }
        }
      } finally {
        client?.close();
      }
      if (!signal.aborted) await door.heard(Math.min(pauses.first * 2 ** failures, pauses.longest));
    }
  };
  const running = run().catch(report);
  return {
    recount: () => {
      recountAt = 0;
      door.ring();
    },
    stop: async () => {
      ended.abort();
      door.ring();
      client?.close();
      await running;
    },
  };
}
