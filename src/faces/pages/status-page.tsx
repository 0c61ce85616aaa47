import type { PublicStatus } from "../../casework/complaints/queries/public-status.ts";
import type { Site } from "./site.ts";
import { formatDate, formatInstant } from "../../texts/catalogue.ts";
import { domain } from "../../texts/domain.ts";
import { Contacts, Frame } from "./frame.tsx";
import { Path } from "./path.tsx";

/** Where a complaint stands, for the person who made it. */
export function StatusPage({ site, status, token }: { site: Site; status: PublicStatus; token: string }) {
  const { words, language, policy, path } = site;
  const { proposal, stage, nextProposalBy } = status;
  return (
    <Frame site={site} title={words.status.title(status.reference)} page={`/s/${token}`}>
      <h1>{words.status.title(status.reference)}</h1>
      <p className="stage">
        <span className="badge">{domain(language).stage[stage]}</span> {words.status.now[stage]}
      </p>
      {nextProposalBy && (
        <p>{words.status.newProposal(formatInstant(language, nextProposalBy, policy.zone))}</p>
      )}
      {status.held && (
        <p className="notice">
          {words.status.held(
            domain(language).clock[status.held.clock],
            formatDate(language, status.held.expectedOn),
          )}{" "}
          {status.held.explanation}
        </p>
      )}
      {proposal && (
        <p>
          <a className={proposal.decidable ? "button" : "button quiet"} href={path(`/s/${token}/decision`)}>
            {proposal.decidable ? words.status.answer : words.status.see}
          </a>
        </p>
      )}
      {status.followUpOpen && (
        <p>
          <a className="button" href={path(`/s/${token}/follow-up`)}>
            {words.status.solved}
          </a>
        </p>
      )}
      <h2>{words.status.path}</h2>
      <Path site={site} status={status} />
      <h2>{words.status.said}</h2>
      {status.erased && <p>{words.status.erased}</p>}
      {status.messages
        .filter((message) => message.words)
        .map((message) => (
          <figure key={message.at} className="said">
            <figcaption className="hint">{formatInstant(language, message.at, policy.zone)}</figcaption>
            <blockquote className="lines">{message.words}</blockquote>
            {message.quoted && (
              <details>
                <summary className="hint">{words.status.quoted}</summary>
                <blockquote className="lines">{message.quoted}</blockquote>
              </details>
            )}
          </figure>
        ))}
      <p className="hint">{words.status.contact}</p>
      <Contacts site={site} />
      <p className="hint">{words.status.who}</p>
    </Frame>
  );
}
