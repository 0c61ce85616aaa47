import type { Consequences } from "../journal/journal.ts";
import type { Desk } from "./desk.ts";
import { letterAfter } from "../core/complaint/letters.ts";
import { issueLink } from "../content/tokens.ts";
import { makeFindable } from "./findable.ts";
import { queueLetter } from "./letters.ts";
import { tellNews } from "./news.ts";

/** What follows from new facts, once and in their own transaction. */
export const react =
  (desk: Desk): Consequences["react"] =>
  async (tx, complaintId, steps, events) => {
    for (const [index, { fact, state }] of steps.entries()) {
      if (fact.type === "Received") await issueLink(tx, desk.keys, complaintId, fact.recordedAt);
      const kind = letterAfter(fact);
      if (kind && state.reachableBy.includes("email"))
        await queueLetter(tx, desk, { complaintId, version: fact.version, kind });
      await tellNews(tx, desk, complaintId, steps[index]!);
      await makeFindable(tx, complaintId, steps[index]!, events[index]!);
    }
  };
