import type { Case } from "./cases.ts";
import type { Course } from "./agenda.ts";
import { digestOf } from "./cases.ts";

/** From the first look to a finding on each point: policy Step 3. */
export async function* lookInto(it: Case): Course {
  const { does, owner, wait, story, says, way, chance, desk, crew } = it;
  yield wait.officeHours(1);
  if (way.unwritten)
    await does(crew.intake, { do: "acknowledge", via: "phone", at: desk.now(), reached: true });
  await does(crew.manager, {
    do: "assess",
    severity: story.severity,
    impact: way.issue ? "group" : chance.of(0.8) ? "individual" : "group",
    category: story.category,
    consumer: !chance.of(0.15),
  });
  for (const allegation of story.allegations)
    await does(owner, { do: "add-allegation", allegation, said: "customer" });
  if (way.also?.includes("declaration"))
    await does(owner, { do: "record-declaration", kind: "price_reduction", words: story.desiredOutcome });
  if (chance.of(0.1)) await does(owner, { do: "note-support-needs", needs: ["by_phone"] });
  yield wait.officeHours(6);
  await does(owner, { do: "investigate", investigatorId: owner.id, plan: says.plan });
  const issueId = way.issue?.();
  if (issueId) await does(owner, { do: "link-issue", issueId });
  await does(owner, { do: "plan-step", what: says.planStep, personId: owner.id, dueOn: it.dueIn(2) });
  await does(owner, {
    do: "request-information",
    question: says.question,
    to: says.department,
    dueOn: it.dueIn(2),
  });
  if (chance.of(0.4))
    await does(owner, {
      do: "record-call",
      direction: "out",
      reached: true,
      at: desk.now(),
      summary: says.call,
    });
  if (way.late) yield* beLate(it);
  yield wait.businessDays(1);
  await gather(it);
  if (way.also?.includes("interview")) yield* hear(it);
  yield wait.officeHours(2);
  for (const [index] of story.allegations.entries())
    await does(owner, {
      do: "record-finding",
      allegation: index + 1,
      outcome: index === 0 ? story.outcome : "partly_upheld",
      reasons: story.reasons,
      rootCause: story.rootCause,
    });
  if (way.also?.includes("declaration"))
    await does(owner, { do: "settle-declaration", declaration: 1, at: desk.now(), note: says.answer });
}

/** The proposal becomes overdue: the customer is told so, and the reason is written down. */
async function* beLate({ does, owner, wait, says, desk, dueIn, way }: Case): Course {
  yield wait.businessDays(2);
  if (!way.unwritten)
    await does(owner, {
      do: "hold",
      clock: "proposal",
      reason: "third_party",
      explanation: says.holding,
      via: "email",
      at: desk.now(),
      expectedOn: dueIn(6),
    });
  yield wait.businessDays(4);
  await does(owner, {
    do: "give-late-reason",
    clock: "proposal",
    reason: "third_party",
    explanation: says.late,
  });
}

async function gather({ does, owner, says, story, desk, chance }: Case): Promise<void> {
  await does(owner, { do: "answer-request", number: 1, at: desk.now(), answer: says.answer });
  await does(owner, { do: "finish-step", number: 1, at: desk.now(), note: says.planDone });
  await does(owner, {
    do: "add-evidence",
    title: says.evidence,
    origin: "department",
    text: says.evidenceText,
    sha256: digestOf(says.evidenceText),
  });
  if (story.programme && chance.of(0.5))
    await does(owner, {
      do: "review-material",
      course: story.programme,
      module: "2",
      version: "3.1",
      note: says.reviewed,
    });
}

/** Whoever is complained about is heard, and answers to what is said about them. */
async function* hear({ does, owner, says, wait, desk }: Case): Course {
  await does(owner, {
    do: "arrange-interview",
    as: "complained_about",
    person: "T. Rainer",
    purpose: says.purpose,
  });
  yield wait.officeHours(5);
  const at = desk.now();
  await does(owner, { do: "hold-interview", number: 1, at, present: says.present, summary: says.summary });
  await does(owner, { do: "show-interview", number: 1, at });
  await does(owner, { do: "answer-interview", number: 1, at, answer: "confirmed" });
  await does(owner, { do: "answer-interview", number: 1, at, answer: "replied", comment: says.reply });
}
