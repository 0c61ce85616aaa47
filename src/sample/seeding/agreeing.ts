import type { Case } from "./cases.ts";
import type { Course } from "./agenda.ts";
import type { Command, ProposedMeasure } from "../../core/complaint/commands.ts";

/** Proposals until there is an agreement, or none: policy Step 4. Answers the number of the one that was accepted. */
export async function* agree(it: Case): AsyncGenerator<string, number | undefined> {
  const { way, story, says, wait, does, desk, owner, chance } = it;
  yield* propose(it, 1, story.explanation, story.measures);
  if (way.fate === "withdrawn") {
    yield wait.hours(20);
    await does(owner, { do: "withdraw", via: "email", at: desk.now(), words: says.withdrawn });
    return undefined;
  }
  if (way.fate === "silent") {
    // Until the proposal has run out.
    yield wait.businessDays(22);
    await does(owner, { do: "close", outcome: "no_answer" });
    return undefined;
  }
  if (chance.of(0.15)) {
    yield wait.hours(10);
    await customerDoes(it, { do: "ask", via: via(it), at: desk.now(), words: says.ask });
  }
  let number = 1;
  if (way.fate === "countered" || way.fate === "declined" || way.fate === "deadlock") {
    yield wait.hours(24);
    const answer = { proposal: 1, via: via(it), at: desk.now() };
    await (way.fate === "countered"
      ? customerDoes(it, { do: "counter", ...answer, words: says.counter })
      : customerDoes(it, { do: "decline", ...answer, words: says.decline }));
    yield* discuss(it);
    if (way.fate === "deadlock") {
      yield* disagree(it);
      return undefined;
    }
    number = 2;
    yield* propose(it, number, says.further, more(story.measures));
  }
  yield wait.hours(30);
  await customerDoes(it, {
    do: "accept",
    proposal: number,
    via: via(it),
    at: desk.now(),
    words: says.accepted,
  });
  return number;
}

/** By their own link, or in a call that the owner writes down. */
export const via = ({ way }: Case): "phone" | "link" => (way.unwritten ? "phone" : "link");
export const customerDoes = (it: Case, command: Command) =>
  it.does(it.way.unwritten ? it.owner : it.customer, command);

/** Half as much money again. */
const more = (measures: readonly ProposedMeasure[]): ProposedMeasure[] =>
  measures.map((each) =>
    each.amountCents === undefined ? each : { ...each, amountCents: Math.round(each.amountCents * 1.5) },
  );

export async function* propose(
  it: Case,
  proposal: number,
  explanation: string,
  measures: ProposedMeasure[],
): Course {
  const { does, owner, crew, wait, desk, way } = it;
  yield wait.officeHours(3);
  // What takes longer than the promise gets a date of its own, which lies ahead whenever the story is told.
  const dated = measures.map((each) => (each.dueOn === undefined ? each : { ...each, dueOn: it.dueIn(40) }));
  await does(owner, { do: "propose", explanation, measures: dated });
  yield wait.officeHours(3);
  await does(crew.approver, { do: "approve", proposal });
  yield wait.officeHours(1);
  await does(owner, { do: "dispatch", proposal, via: way.unwritten ? "phone" : "email", at: desk.now() });
}

async function* discuss({ does, owner, says, wait, desk, way }: Case): Course {
  for (let talk = 0; talk < (way.fate === "deadlock" ? 2 : 1); talk += 1) {
    yield wait.businessDays(1);
    await does(owner, { do: "discuss", via: "phone", form: "call", at: desk.now(), summary: says.discussed });
  }
}

/** No agreement: the manager says so, and the customer is told whom to turn to. */
async function* disagree({ does, crew, says, wait, desk, owner, chance, way }: Case): Course {
  yield wait.businessDays(2);
  const conciliation = {
    body: "Universalschlichtungsstelle des Bundes",
    address: "Straßburger Str. 8, 77694 Kehl",
    url: "https://www.universalschlichtungsstelle.de",
    stance: "willing" as const,
  };
  await does(crew.manager, {
    do: "declare-deadlock",
    via: "email",
    at: desk.now(),
    reason: says.deadlock,
    conciliation,
  });
  yield wait.businessDays(6);
  const name = conciliation.body;
  await does(owner, { do: "refer", body: "conciliation_body", name, at: desk.now(), note: says.referral });
  yield wait.businessDays(3);
  // A price reduction that was declared before is the first of them.
  const declaration = way.also?.includes("declaration") ? 2 : 1;
  await does(owner, { do: "settle-declaration", declaration, at: desk.now() });
  if (chance.of(0.5)) {
    yield wait.businessDays(20);
    await does(owner, {
      do: "end-referral",
      referral: 1,
      outcome: "agreed",
      at: desk.now(),
      note: says.ended,
    });
  }
  yield wait.businessDays(2);
  await does(owner, { do: "close", outcome: "not_agreed" });
}
