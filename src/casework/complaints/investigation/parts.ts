import type { Investigation } from "../../../core/complaint/investigation/state.ts";
import type { Told, Telling } from "./telling.ts";
import type { InvestigationView } from "./views.ts";
import { pick } from "../queries/complaint.ts";
import { fileView } from "../queries/timeline.ts";

type View<K extends keyof InvestigationView> = NonNullable<InvestigationView[K]>;

export function allegations(told: Telling, { allegations: known }: Investigation): View<"allegations"> {
  const worded = [...told("AllegationAdded"), ...told("AllegationReworded")];
  const ended = [...told("AllegationMerged"), ...told("AllegationWithdrawn")];
  return known.map(({ number, said, ended: how, mergedInto }) => {
    const about = ({ data }: { data: { allegation?: number } }) => data.allegation === number;
    const finding = told("FindingRecorded").findLast(about);
    return {
      number,
      said,
      words: worded.findLast(about)?.words.allegation ?? "",
      ...(how && { ended: how, ...pick(ended.find(about)?.words ?? {}, ["reason"]) }),
      ...(mergedInto && { mergedInto }),
      ...(finding && { finding: findingView(finding) }),
    };
  });
}

export const findingsInWords = (told: Telling): View<"findings"> =>
  told("FindingRecorded")
    .filter(({ data }) => data.allegation === undefined)
    .map((each) => ({ ...findingView(each), allegation: each.words.allegation ?? "" }));

const findingView = ({ data: { outcome, rootCause }, words, by, at }: Told<"FindingRecorded">) => ({
  outcome,
  reasons: words.reasons ?? "",
  ...(rootCause && { rootCause }),
  by,
  at,
});

export function plan(told: Telling, { plan: known }: Investigation): View<"plan"> {
  const note = told("InvestigationStarted").at(-1)?.words.plan;
  const steps = told("PlanStepAdded").map(({ data: { step: number, personId, dueOn }, words }) => {
    const doneAt = known.find((each) => each.number === number)?.doneAt;
    const done = told("PlanStepDone").find(({ data }) => data.step === number);
    return {
      number,
      what: words.what ?? "",
      personId,
      dueOn,
      ...(doneAt && { doneAt }),
      ...pick(done?.words ?? {}, ["note"]),
    };
  });
  return { ...(note && { note }), steps };
}

export const requests = (told: Telling, { requests: known }: Investigation): View<"requests"> =>
  told("InformationRequested").map(({ data: { request: number, toId, dueOn }, words, by, at }) => {
    const answeredAt = known.find((each) => each.number === number)?.answeredAt;
    const answered = told("InformationAnswered").find(({ data }) => data.request === number);
    return {
      number,
      question: words.question ?? "",
      ...(toId && { toId }),
      ...pick(words, ["to"]),
      dueOn,
      by,
      at,
      ...(answeredAt && { answeredAt }),
      ...pick(answered?.words ?? {}, ["answer"]),
    };
  });

export const evidence = (told: Telling, { evidence: known }: Investigation): View<"evidence"> =>
  told("EvidenceAdded").map(({ data: { evidence: number, kind, origin }, words, by, at, version }) => {
    const struck = known.find((each) => each.number === number)?.struck;
    const striking = struck && told("EvidenceStruck").find(({ data }) => data.evidence === number);
    const file = words["file-name:0"];
    return {
      number,
      kind,
      origin,
      title: words.title ?? "",
      ...pick(words, ["text"]),
      ...(file && { file: fileView(version, "file-name:0", file) }),
      sha256: words.sha256 ?? "",
      by,
      at,
      ...(striking && {
        struck: { reason: striking.words.reason ?? "", by: striking.by, at: striking.at },
      }),
    };
  });

export const materials = (told: Telling): View<"materials"> =>
  told("MaterialReviewed").map(({ data: { material: number }, words, by, at }) => ({
    number,
    course: words.course ?? "",
    ...pick(words, ["module", "version", "note"]),
    by,
    at,
  }));

export const interviews = (told: Telling, { interviews: known }: Investigation): View<"interviews"> =>
  told("InterviewArranged").map(({ data: { interview: number, as, personId, plannedOn }, words, at }) => {
    const { heldAt, shownAt } = known.find((each) => each.number === number) ?? {};
    const held = told("InterviewHeld").find(({ data }) => data.interview === number);
    return {
      number,
      as,
      ...(personId && { personId }),
      ...pick(words, ["person"]),
      purpose: words.purpose ?? "",
      ...(plannedOn && { plannedOn }),
      invitedAt: at,
      ...(heldAt && { heldAt }),
      ...pick(held?.words ?? {}, ["present", "summary"]),
      ...(shownAt && { shownAt }),
      answers: told("InterviewAnswered")
        .filter(({ data }) => data.interview === number)
        .map((each) => ({ answer: each.data.answer, ...pick(each.words, ["comment"]), at: each.data.at })),
    };
  });
