import type { Consequences } from "../../record/journal/journal.ts";
import type { Desk } from "../../record/desk.ts";
import { letterAfter } from "../../core/complaint/letters.ts";
import { issueLinks } from "../../record/content/tokens.ts";
import { feed } from "../../record/search/following.ts";
import { queueLetters } from "./letters.ts";
import { tellNews } from "./news.ts";

/** What follows from new facts, once and in their own transaction. */
export const react =
  (desk: Desk): Consequences["react"] =>
  async (tx, changes) => {
    const all = changes.flatMap(({ complaintId, steps }) => steps.map((step) => ({ complaintId, ...step })));
    const begun = all.flatMap(({ complaintId, fact }) =>
      fact.type === "Received" ? [{ complaintId, at: fact.recordedAt }] : [],
    );
    await issueLinks(tx, desk.keys, begun);
    const owed = all.flatMap(({ complaintId, fact, state }) => {
      const kind = letterAfter(fact);
      return kind && state.reachableBy.includes("email")
        ? [{ complaintId, version: fact.version, kind }]
        : [];
    });
    await queueLetters(tx, desk, owed);
    for (const each of all) await tellNews(tx, desk, each.complaintId, each);
    await feed(
      tx,
      changes.map(({ complaintId }) => complaintId),
    );
  };
