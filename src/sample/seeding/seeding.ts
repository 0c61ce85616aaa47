import type { Command, Receipt } from "../../core/complaint/commands.ts";
import type { Desk } from "../../record/desk.ts";
import type { Tx } from "../../engine/database/database.ts";
import { handle, receive } from "../../casework/complaints/handle.ts";
import { firstWords } from "../../casework/complaints/summary.ts";
import { channels, names, stories } from "./stories.ts";
import { seeded, type Chance } from "./chance.ts";

type Size = { complaints: number; months: number };

const owner = "5eed0000-0000-4000-8000-000000000001";
const approver = "5eed0000-0000-4000-8000-000000000002";

/** Makes complaints with a past, by the real commands and at the times they would have had. No letter leaves. */
export async function seedComplaints(
  desk: Desk,
  { complaints, months }: Size,
  progress: (done: number) => void,
): Promise<number> {
  const chance = seeded(complaints);
  const end = Temporal.Instant.from(desk.now());
  const span = months * 30 * 24 * 60;
  await seedPeople(desk);
  for (let n = 0; n < complaints; n += 1) {
    const receivedAt = end.subtract({
      minutes: Math.floor(((complaints - n) / complaints) * span) + chance.below(60),
    });
    await desk.db.transaction().execute((tx) => oneLife(tx, desk, chance, receivedAt, end));
    if (n % 50 === 49) progress(n + 1);
  }
  return complaints;
}

async function seedPeople({ db, now }: Desk): Promise<void> {
  const people = [
    { id: owner, email: "sample.owner@example.invalid", name: "Sam Ample", roles: ["handler", "intake"] },
    { id: approver, email: "sample.approver@example.invalid", name: "Ada Prover", roles: ["manager"] },
  ];
  await db
    .insertInto("person")
    .values(people.map((person) => ({ ...person, created_at: now() })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** One complaint from receipt to as far as chance and the present let it come. */
async function oneLife(
  tx: Tx,
  desk: Desk,
  chance: Chance,
  receivedAt: Temporal.Instant,
  end: Temporal.Instant,
): Promise<void> {
  let at = receivedAt;
  const now = () => at.toString({ fractionalSecondDigits: 3 });
  // Letters are written down as sent, and no job is queued: nobody of these exists.
  const quiet: Desk = { ...desk, now, queue: { ...desk.queue, add: async () => {} } };
  const story = chance.one(stories);
  const received = await receive(quiet, { kind: "system", id: "seed" }, receiptOf(story, chance, now()), {
    tx,
  });
  if (!("kind" in received) || received.kind !== "recorded")
    throw new Error("a synthetic complaint was refused");
  const { complaintId } = received;
  for (const { hours, command } of course(story, chance)) {
    at = at.add({ minutes: Math.max(1, Math.floor(hours * 60)) });
    if (Temporal.Instant.compare(at, end) >= 0) break;
    const asked = command(now());
    const outcome = await handle(
      quiet,
      { kind: "system", id: asked.do === "approve" ? approver : owner },
      complaintId,
      asked,
      { tx },
    );
    if (!("kind" in outcome) || outcome.kind !== "recorded")
      throw new Error(`a synthetic ${asked.do} was refused: ${JSON.stringify(outcome)}`);
  }
  await tx
    .updateTable("letter")
    .set((row) => ({ state: "accepted", accepted_at: row.ref("created_at"), attempts: 1 }))
    .where("complaint_id", "=", complaintId)
    .where("state", "=", "queued")
    .execute();
}

function receiptOf(
  story: (typeof stories)[number],
  chance: Chance,
  receivedAt: string,
): Omit<Receipt, "do" | "reference"> {
  const name = chance.one(names);
  const number = chance.below(100_000);
  return {
    platform: chance.one(["ctterra", "cleantech"]),
    channel: chance.one(channels),
    receivedAt,
    complainant: {
      name,
      email: `${name
        .split(" ")[0]!
        .normalize("NFKD")
        .replace(/[^A-Za-z]/g, "")
        .toLowerCase()}.${number}@example.invalid`,
      language: story.language,
    },
    subject: { kind: story.subject, ...(story.programme && { programme: story.programme }) },
    category: story.category,
    summary: firstWords(story.statement),
    statement: story.statement,
  };
}

type Turn = { hours: number; command: (at: string) => Command };

/** What usually happens, with the delays and detours that also happen. */
function course(story: (typeof stories)[number], chance: Chance): Turn[] {
  const says = (command: (at: string) => Command, hours: number): Turn => ({
    hours: hours * (0.5 + chance.part()),
    command,
  });
  const proposing = (n: number): Turn[] => [
    says(() => ({ do: "propose", explanation: "…", measures: story.measures }), 6),
    says(() => ({ do: "approve", proposal: n }), 3),
    says((at) => ({ do: "dispatch", proposal: n, via: "email", at }), 1),
    says((at) => ({ do: "confirm-delivery", proposal: n, at }), 0.1),
  ];
  const turns: Turn[] = [
    says((at) => ({ do: "acknowledge", via: "email", at, reached: true }), 0.2),
    says(() => ({ do: "assign", ownerId: owner }), 4),
    says(() => ({ do: "investigate", investigatorId: owner, plan: "…" }), 8),
    says(() => ({ do: "record-finding", allegation: "…", outcome: story.outcome, reasons: "…" }), 30),
    ...proposing(1),
  ];
  if (chance.of(0.05)) return [...turns, says((at) => ({ do: "withdraw", via: "email", at }), 20)];
  let last = 1;
  if (chance.of(0.2)) {
    turns.push(
      says((at) => ({ do: "decline", proposal: 1, via: "link", at, words: "…" }), 30),
      ...proposing(2),
    );
    last = 2;
  }
  turns.push(says((at) => ({ do: "accept", proposal: last, via: "link", at }), 30));
  for (let n = 1; n <= story.measures.length; n += 1)
    turns.push(says((at) => ({ do: "implement", measure: `${last}.${n}`, at }), chance.of(0.1) ? 150 : 20));
  const solved = !chance.of(0.06);
  turns.push(
    says((at) => ({ do: "dispatch-follow-up", via: "email", at }), 60),
    says((at) => ({ do: "answer-follow-up", via: "link", at, solved }), 20),
  );
  return solved ? [...turns, says(() => ({ do: "close", outcome: "resolved" }), 10)] : turns;
}
