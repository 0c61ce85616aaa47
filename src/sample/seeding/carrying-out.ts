import type { Case } from "./cases.ts";
import type { Course } from "./agenda.ts";
import { names } from "./stories.ts";
import { via, customerDoes } from "./agreeing.ts";

/** The account of German bank's own documentation: no customer has it. */
const iban = "DE89370400440532013000";

/** What was agreed is done: policy Step 5. Money goes by the payment list, which somebody else orders and books. */
export async function* carryOut(it: Case, proposal: number): Course {
  const { does, owner, wait, story, desk, crew, way, says, stage } = it;
  yield wait.officeHours(8);
  const measures = story.measures.map((measure, index) => ({ ...measure, id: `${proposal}.${index + 1}` }));
  await does(owner, {
    do: "assign-measure",
    measure: measures[0]!.id,
    ownerId: owner.id,
    dueOn: it.dueIn(2),
  });
  for (const { id } of measures.filter(({ kind }) => kind === "refund")) {
    let payment = crypto.randomUUID();
    const payee = it.chance.one(names);
    const enter = () => does(owner, { do: "enter-payment", payment, measure: id, payee, iban });
    await enter();
    if (way.payment === "entered") return;
    if (way.payment === "cancelled") {
      yield wait.officeHours(2);
      await does(crew.approver, { do: "cancel-payment", payment, reason: says.cancelled });
      payment = crypto.randomUUID();
      await enter();
    }
    yield wait.officeHours(2);
    if (way.releasedFrom) yield way.releasedFrom;
    await does(crew.approver, { do: "release-payment", payment });
  }
  if (way.payment === "released") return;
  for (const { id } of measures.filter(({ kind, dueOn }) => kind !== "refund" && !dueOn)) {
    yield wait.officeHours(way.late ? 40 : 5);
    await does(owner, { do: "implement", measure: id, at: desk.now() });
  }
  // Until the bank has paid.
  for (let day = 0; day < 8 && (await stage()) === "accepted"; day += 1) yield wait.businessDays(1);
  if ((await stage()) !== "implemented") return;
  yield wait.businessDays(4);
  await does(owner, {
    do: way.unwritten ? "follow-up" : "dispatch-follow-up",
    via: way.unwritten ? "phone" : "email",
    at: desk.now(),
  });
}

/** Whether it is solved: policy Step 6. */
export async function* followUp(it: Case, proposal: number): Course {
  const { does, owner, wait, way, says, desk, chance, stage } = it;
  if ((await stage()) !== "implemented") return;
  if (way.fate === "no_answer") {
    // Asked twice; the timers ask again.
    yield wait.businessDays(12);
    await does(owner, { do: "close", outcome: "no_answer" });
    return;
  }
  yield wait.hours(30);
  const solved = way.fate !== "not_solved" || proposal > 1;
  const score = () => (solved ? chance.one([3, 4, 4, 5, 5] as const) : chance.one([1, 2] as const));
  await customerDoes(it, {
    do: "answer-follow-up",
    via: via(it),
    at: desk.now(),
    solved,
    words: solved ? says.solved : says.notSolved,
    ...(chance.of(0.7) && { satisfaction: { handling: score(), result: score() } }),
  });
  if (!solved) return;
  yield wait.businessDays(1);
  await does(owner, { do: "close", outcome: "resolved" });
}
