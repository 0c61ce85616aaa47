import type { Rule } from "../../core/calendar/due.ts";
import type { FindingOutcome } from "../../core/complaint/events.ts";
import type { PublicProposal, PublicStatus } from "../../casework/complaints/queries/public-status.ts";
import type { Site } from "./site.ts";
import { inWords } from "../../core/policy/render.ts";
import { formatCents, formatDate, formatInstant } from "../../texts/catalogue.ts";
import { asHeading } from "../../texts/point.ts";
import { domain } from "../../texts/domain.ts";
import { Choices, Mistakes, TextField } from "./fields.tsx";
import { Contacts, Frame } from "./frame.tsx";

export type Answer = { decision?: string; words?: string };
export type Shown = { errors: { field: string; text: string }[]; notice?: string | undefined };

/** Exactly the proposal that was sent, and the four answers to it; one page, no account, no script. */
export function DecisionPage({
  site,
  status,
  token,
  answer,
  shown,
}: {
  site: Site;
  status: PublicStatus;
  token: string;
  answer: Answer;
  shown: Shown;
}) {
  const { words, path } = site;
  const { proposal, reference } = status;
  const page = `/s/${token}/decision`;
  return (
    <Frame site={site} title={words.decision.title(reference)} page={page}>
      <h1>{words.decision.title(reference)}</h1>
      {shown.notice && (
        <p className="notice" role="status">
          {shown.notice}
        </p>
      )}
      {proposal ? <Proposal site={site} proposal={proposal} /> : <p>{words.decision.none}</p>}
      {proposal?.decidable && (
        <AnswerForm
          site={site}
          within={status.later.implementation}
          proposal={proposal}
          action={path(page)}
          answer={answer}
          errors={shown.errors}
        />
      )}
      {proposal && !proposal.decidable && <p className="notice">{result(site, status, proposal)}</p>}
      {!proposal?.decidable && <Contacts site={site} />}
      <p>
        <a href={path(`/s/${token}`)}>{words.decision.back}</a>
      </p>
    </Frame>
  );
}

function Proposal({ site: { words, language, policy }, proposal }: { site: Site; proposal: PublicProposal }) {
  const { explanation, measures, findings, validUntil, decidable } = proposal;
  return (
    <section className="proposal">
      {findings.length > 0 && <h2>{words.decision.findings}</h2>}
      <ul className="findings">
        {findings.map(({ allegation, outcome, reasons }) => (
          <li key={allegation}>
            <strong className="lines">{asHeading(allegation)}</strong>:{" "}
            {domain(language).finding[outcome as FindingOutcome]}. <span className="lines">{reasons}</span>
          </li>
        ))}
      </ul>
      <p className="lines">{explanation}</p>
      <h2>{words.decision.measures}</h2>
      <ul className="measures">
        {measures.map(({ id, kind, description, amountCents, dueOn, redeemableUntil }) => (
          <li key={id}>
            <strong>{domain(language).measure[kind]}</strong>
            {amountCents !== undefined && (
              <strong className="amount">{formatCents(language, amountCents)}</strong>
            )}
            <span className="lines">{description}</span>
            {dueOn && (
              <span className="hint">
                {words.decision.by} {formatDate(language, dueOn)}
              </span>
            )}
            {redeemableUntil && (
              <span className="hint">{words.decision.redeemable(formatDate(language, redeemableUntil))}</span>
            )}
          </li>
        ))}
      </ul>
      {measures.some(({ basis }) => basis === "goodwill") && (
        <p className="hint">{words.decision.goodwill}</p>
      )}
      {decidable && <p>{words.decision.valid(formatInstant(language, validUntil, policy.zone))}</p>}
    </section>
  );
}

type Asked = {
  site: Site;
  /** How long carrying it out takes, by the policy in force at receipt. */
  within: Rule;
  proposal: PublicProposal;
  action: string;
  answer: Answer;
  errors: Shown["errors"];
};

function AnswerForm({ site: { words, language }, within, proposal, action, answer, errors }: Asked) {
  const { decision, form } = words;
  const error = (name: string) => errors.find(({ field }) => field === name)?.text;
  return (
    <form method="post" action={action} noValidate>
      <Mistakes title={form.fix(errors.length)} errors={errors} />
      {/* Bound to what is shown: an answer to a proposal that was replaced meanwhile is not taken for the new one. */}
      <input type="hidden" name="proposal" value={proposal.number} />
      <Choices
        name="decision"
        legend={decision.question}
        chosen={answer.decision}
        error={error("decision")}
        choices={[
          {
            value: "accept",
            label: decision.accept,
            hint: decision.acceptHint(inWords(within, language)),
          },
          { value: "decline", label: decision.decline, hint: decision.declineHint },
          { value: "counter", label: decision.counter, hint: decision.counterHint },
          { value: "ask", label: decision.ask, hint: decision.askHint },
        ]}
      />
      <TextField
        name="words"
        label={decision.words}
        hint={decision.wordsHint}
        value={answer.words}
        error={error("words")}
        rows={4}
      />
      <button type="submit">{decision.send}</button>
    </form>
  );
}

function result(
  { words, language, policy }: Site,
  { clocks, nextProposalBy }: PublicStatus,
  { status, expired }: PublicProposal,
): string {
  const instant = (at: string | undefined) => (at ? formatInstant(language, at, policy.zone) : "–");
  if (status === "accepted")
    return words.decision.accepted(instant(clocks.findLast(({ kind }) => kind === "implementation")?.dueAt));
  if (status === "declined" && nextProposalBy) return words.decision.declined(instant(nextProposalBy));
  return expired ? words.decision.expired : words.decision.over;
}
