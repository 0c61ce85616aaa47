import { createHash } from "node:crypto";
import type { Person, Staff } from "../../core/access/access.ts";
import type { Calendar } from "../../core/calendar/calendar.ts";
import type { Command, Receipt } from "../../core/complaint/commands.ts";
import type { Stage } from "../../core/complaint/state.ts";
import type { Desk } from "../../record/desk.ts";
import type { Chance } from "./chance.ts";
import type { Story } from "./stories.ts";
import { handle, receive } from "../../casework/complaints/handle.ts";
import { firstWords } from "../../casework/complaints/summary.ts";
import { channels, names } from "./stories.ts";
import { sayings } from "./sayings.ts";
import { waitingFrom } from "./waiting.ts";

/** Who works on synthetic complaints. */
export type Crew = { intake: Staff; handlers: readonly Staff[]; approver: Staff; manager: Staff };

export const fates = [
  "agreed",
  "countered",
  "declined",
  "deadlock",
  "withdrawn",
  "not_solved",
  "silent",
  "no_answer",
] as const;
/** What becomes of a complaint if nobody stops it. */
export type Fate = (typeof fates)[number];

/** How one of them goes; `until` is the stage at which it is left, `late` lets a promise be missed. */
export type Way = {
  story: Story;
  fate: Fate;
  until?: Stage;
  late?: boolean;
  /** Nobody can write to them: told by phone or in person alone. */
  unwritten?: boolean;
  /** What happens besides. */
  also?: readonly ("interview" | "declaration" | "repeat" | "conflict")[];
  /** How far a refund comes on the payment list before it is left. */
  payment?: "entered" | "released" | "cancelled";
  /** When it is released at the earliest. */
  releasedFrom?: string;
  /** The systemic issue that it belongs to, once somebody has named it. */
  issue?: () => string | undefined;
};

export type Kit = {
  desk: Desk;
  calendar: Calendar;
  chance: Chance;
  crew: Crew;
  /** Whom a conflict of interest is about, where there is one. */
  about: string;
  /** Language → who complained last and has an address, so that some complain again. */
  regulars: Map<string, { customer: Receipt["complainant"]; id: string }>;
  /** What was refused, by its code: then that complaint is left as it is. */
  refused: (what: string) => void;
};

/** A synthetic complaint in somebody's hands. */
export type Case = ReturnType<typeof caseOf>;

/** Ends the course of one complaint: a customer or a timer was faster. */
export class Refused extends Error {}
/** Ends the course of one complaint where its way says so. */
export class Left extends Error {}

export function caseOf(kit: Kit, way: Way, id: string, owner: Staff) {
  const { desk, chance, calendar } = kit;
  const { story, until } = way;
  const customer: Person = { kind: "customer", complaintId: id };
  const stage = async () =>
    (await desk.db.selectFrom("complaint").select("stage").where("id", "=", id).executeTakeFirstOrThrow())
      .stage as Stage;
  return {
    ...kit,
    way,
    story,
    id,
    owner,
    customer,
    says: sayings[story.language],
    wait: waitingFrom(desk.now, calendar, chance),
    stage,
    /** Carries out one command. @throws Refused, Left */
    does: async (who: Person, command: Command): Promise<void> => {
      const outcome = await handle(desk, who, id, command);
      if (!("kind" in outcome) || outcome.kind !== "recorded")
        throw new Refused(`${command.do}: ${"refused" in outcome ? outcome.refused : outcome.kind}`);
      if (until && (await stage()) === until) throw new Left();
    },
    /** A date so many business days from today, for steps and tasks. */
    dueIn: (days: number) => waitingFrom(desk.now, calendar, chance).businessDays(days).slice(0, 10),
  };
}

/** Its id, and that of an earlier one by the same person. */
export type Taken = { id: string; before?: string };

/** Takes a complaint down as the person at the desk does, or as the form and the mail room would. */
export async function takeDown(kit: Kit, way: Way): Promise<Taken> {
  const { desk, chance, crew, regulars } = kit;
  const { story } = way;
  const channel = way.unwritten ? chance.one(["phone", "in_person", "post"] as const) : chance.one(channels);
  const byItself = channel === "web" || channel === "email";
  const who: Person = byItself ? { kind: "system", id: "web-form" } : crew.intake;
  const again = way.also?.includes("repeat") && !way.unwritten ? regulars.get(story.language) : undefined;
  const customer = again?.customer ?? complainantOf(way, chance);
  const received = await receive(desk, who, {
    platform: chance.of(0.6) ? "ctterra" : "cleantech",
    channel,
    receivedAt: desk.now(),
    complainant: customer,
    subject: { kind: story.subject, ...(story.programme && { programme: story.programme }) },
    category: story.category,
    summary: firstWords(story.statement),
    statement: story.statement,
    desiredOutcome: story.desiredOutcome,
  });
  if (!("kind" in received) || received.kind !== "recorded")
    throw new Error(`a synthetic complaint was refused: ${JSON.stringify(received)}`);
  const id = received.complaintId;
  if (customer.email) regulars.set(story.language, { customer, id });
  return { id, ...(again && { before: again.id }) };
}

function complainantOf({ story, unwritten }: Way, chance: Chance): Receipt["complainant"] {
  const { language } = story;
  const name = chance.one(names);
  const plain = name
    .split(" ")[0]!
    .normalize("NFKD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
  const phone = `+49 30 2312${String(chance.below(10_000)).padStart(4, "0")}`;
  if (unwritten) return { name, phone, preferredContact: "phone", language };
  const email = `${plain}.${chance.below(100_000)}@customer.example`;
  return { name, email, ...(chance.of(0.4) && { phone }), language };
}

/** Whoever the routing table has given it to meanwhile. */
export async function ownerOf({ desk, crew }: Kit, id: string): Promise<Staff | undefined> {
  const row = await desk.db
    .selectFrom("complaint")
    .select("owner_id")
    .where("id", "=", id)
    .executeTakeFirst();
  return [...crew.handlers, crew.manager].find((each) => each.id === row?.owner_id);
}

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");
