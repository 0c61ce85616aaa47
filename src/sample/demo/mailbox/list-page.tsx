import type { Site } from "../../../faces/pages/site.ts";
import type { Kept } from "./keeping.ts";
import { Frame } from "../../../faces/pages/frame.tsx";
import { formatInstant } from "../../../texts/catalogue.ts";
import { demoWords } from "../../../texts/demo.ts";

export const readers = ["customers", "staff", "everybody"] as const;
export type Readers = (typeof readers)[number];

type Listed = {
  site: Site;
  mails: readonly Kept[];
  of: Readers;
  all: number;
  next?: number | undefined;
  sent: boolean;
};

/** What arrived, the latest first. */
export function ListPage({ site, mails, of, all, next, sent }: Listed) {
  const words = demoWords(site.language);
  const here = "/demo/mailbox";
  return (
    <Frame site={site} title={words.title} page={here}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {sent && (
        <p className="notice" role="status">
          {words.sent}
        </p>
      )}
      <p>
        <a className="button" href={site.path(`${here}/write`)}>
          {words.write}
        </a>
      </p>
      <nav className="tabs" aria-label={words.shown}>
        {readers.map((each) => (
          <a
            key={each}
            href={site.path(each === readers[0] ? here : `${here}?of=${each}`)}
            aria-current={each === of ? "page" : undefined}
          >
            {words.of[each]}
          </a>
        ))}
      </nav>
      <p className="hint">{words.count(all)}</p>
      {mails.length === 0 && <p>{words.none}</p>}
      <ul className="mails">
        {mails.map(({ id, to, subject, at }) => (
          <li key={id}>
            <a href={site.path(`${here}/${id}`)}>{subject || words.noSubject}</a>
            <span className="hint">
              {words.to} {to} · {formatInstant(site.language, at, site.policy.zone)}
            </span>
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <p>
          <a href={site.path(`${here}?of=${of}&before=${next}`)}>{words.older}</a>
        </p>
      )}
    </Frame>
  );
}
