import type { Course } from "./agenda.ts";
import type { Kit, Taken, Way } from "./cases.ts";
import { agree, propose } from "./agreeing.ts";
import { carryOut, followUp } from "./carrying-out.ts";
import { caseOf, Left, ownerOf, Refused, takeDown } from "./cases.ts";
import { lookInto } from "./looking-into.ts";
import { waitingFrom } from "./waiting.ts";

/** One complaint from its receipt to as far as its way and the present let it come, by the real commands. */
export async function* lifeOf(kit: Kit, way: Way, taken?: Taken): Course {
  try {
    yield* wholeLife(kit, way, taken ?? (await takeDown(kit, way)));
  } catch (error) {
    if (error instanceof Refused) kit.refused(error.message);
    else if (!(error instanceof Left)) throw error;
  }
}

async function* wholeLife(kit: Kit, way: Way, { id, before }: Taken): Course {
  if (way.until === "received") return;
  if (way.until === "acknowledged") return;
  yield waitingFrom(kit.desk.now, kit.calendar, kit.chance).officeHours(2);
  const routed = await ownerOf(kit, id);
  const it = caseOf(kit, way, id, routed ?? kit.chance.one(kit.crew.handlers));
  const { wait, says, does, stage } = it;
  if (!routed) await does(kit.crew.manager, { do: "assign", ownerId: it.owner.id });
  if (before) await does(kit.crew.intake, { do: "confirm-repeat", kind: "repeat_of", of: before });
  if (way.also?.includes("conflict")) {
    await does(kit.crew.intake, { do: "name-conflict", personId: kit.about });
    await does(kit.crew.intake, { do: "note", note: says.conflict });
  }
  yield* lookInto(it);
  let proposal = yield* agree(it);
  if (proposal === undefined) return;
  yield* carryOut(it, proposal);
  yield* followUp(it, proposal);
  if (way.fate !== "not_solved" || (await stage()) === "closed") return;
  // "Not solved" opened it again, with a new promise.
  yield wait.officeHours(4);
  await does(it.owner, { do: "note", note: says.note });
  proposal += 1;
  const measures = [{ kind: "correction" as const, description: says.again }];
  yield* propose(it, proposal, says.again, measures);
  yield wait.hours(20);
  await does(it.customer, { do: "accept", proposal, via: "link", at: kit.desk.now() });
  yield* carryOut({ ...it, story: { ...it.story, measures } }, proposal);
  yield* followUp(it, proposal);
}
