import type { Site } from "./site.ts";
import { LineField, Mistakes } from "./fields.tsx";
import { Contacts, Frame } from "./frame.tsx";

type Finding = { site: Site; reference?: string | undefined; errors: { field: string; text: string }[] };

function FindForm({ site: { words, path }, reference, errors }: Finding) {
  const { find, form } = words;
  const error = (name: string) => errors.find(({ field }) => field === name)?.text;
  return (
    <form method="post" action={path("/status")} noValidate>
      <Mistakes title={form.fix(errors.length)} errors={errors} />
      <LineField
        name="reference"
        label={find.reference}
        hint={find.referenceHint}
        value={reference}
        error={error("reference")}
        autoComplete="off"
        maxLength={60}
      />
      <LineField
        name="code"
        label={find.code}
        hint={find.codeHint}
        error={error("code")}
        autoComplete="off"
        maxLength={60}
      />
      <button type="submit">{find.go}</button>
    </form>
  );
}

export const FindPage = (finding: Finding) => (
  <Frame site={finding.site} title={finding.site.words.find.title} page="/status">
    <h1>{finding.site.words.find.title}</h1>
    <p className="lead">{finding.site.words.find.lead}</p>
    <FindForm {...finding} />
  </Frame>
);

/** A wrong or expired link: what that means, and two ways on. */
export function LostPage({ site }: { site: Site }) {
  const { lost } = site.words;
  return (
    <Frame site={site} title={lost.title} page="/status">
      <h1>{lost.title}</h1>
      <p className="lead">{lost.text}</p>
      <p>{lost.again}</p>
      <FindForm site={site} errors={[]} />
      <p>{lost.contact}</p>
      <Contacts site={site} />
    </Frame>
  );
}

export function MissingPage({ site }: { site: Site }) {
  const { missing, nav } = site.words;
  return (
    <Frame site={site} title={missing.title} page="/policy">
      <h1>{missing.title}</h1>
      <p className="lead">{missing.text}</p>
      <p>
        <a href={site.path("/policy")}>{nav.policy}</a>
      </p>
    </Frame>
  );
}

/** The database is away or too busy; the page says what was kept and what to do. */
export function LaterPage({ site, unknown }: { site: Site; unknown: boolean }) {
  const { later } = site.words;
  return (
    <Frame site={site} title={later.title} page="/policy">
      <h1>{later.title}</h1>
      <p className="lead">{unknown ? later.unknown : later.nothing}</p>
      <p>{later.contact}</p>
      <Contacts site={site} />
    </Frame>
  );
}
