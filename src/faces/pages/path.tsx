import type { PublicStatus } from "../../casework/complaints/queries/public-status.ts";
import type { ClockView } from "../../casework/complaints/contract.ts";
import type { Site } from "./site.ts";
import { inWords } from "../../core/policy/render.ts";
import { explainInWords } from "../../texts/explaining.ts";
import { formatInstant } from "../../texts/catalogue.ts";

type State = "done" | "now" | "late" | "later" | "void";
type Milestone = { key: string; label: string; state: State; when: string; why?: string };

/** The five promises in their order: what is done, what is due when, and what depends on the customer's answer. */
export function Path({ site, status }: { site: Site; status: PublicStatus }) {
  return (
    <ol className="path" aria-label={site.words.status.path}>
      {milestones(site, status).map(({ key, label, state, when, why }) => (
        <li key={key} className={state}>
          <strong>{label}</strong> <span>{when}</span>
          {why && (
            <details>
              <summary>{site.words.policy.why}</summary>
              <p className="hint">{why}</p>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function milestones(
  { words, policy, language }: Site,
  { clocks, receivedAt, later }: PublicStatus,
): Milestone[] {
  const { steps, doneOn, within, afterAcceptance, afterImplementation } = words.status;
  const instant = (at: string) => formatInstant(language, at, policy.zone);
  const latest = (kind: ClockView["kind"]) => clocks.findLast((clock) => clock.kind === kind);
  const promised = (
    key: "acknowledgement" | "proposal" | "implementation" | "follow_up",
    otherwise: string,
  ): Milestone => {
    const clock = latest(key);
    return clock
      ? {
          key,
          label: steps[key],
          ...told(clock, words.status, instant),
          ...(!clock.metAt &&
            clock.status !== "not_applicable" && {
              why: explainInWords(language, clock.why, policy.zone),
            }),
        }
      : { key, label: steps[key], state: "later", when: otherwise };
  };
  return [
    { key: "receipt", label: steps.receipt, state: "done", when: doneOn(instant(receivedAt)) },
    promised("acknowledgement", ""),
    promised("proposal", ""),
    promised("implementation", within(inWords(later.implementation, language), afterAcceptance)),
    promised("follow_up", within(inWords(later.followUp, language), afterImplementation)),
  ];
}

function told(
  clock: ClockView,
  words: Site["words"]["status"],
  instant: (at: string) => string,
): { state: State; when: string } {
  const { status, metAt, dueAt } = clock;
  if (status === "not_applicable") return { state: "void", when: words.void };
  if (metAt)
    return {
      state: "done",
      when: status === "met" ? words.doneOn(instant(metAt)) : words.lateDone(instant(metAt)),
    };
  return status === "missed"
    ? { state: "late", when: words.late(instant(dueAt)) }
    : { state: "now", when: words.dueBy(instant(dueAt)) };
}
