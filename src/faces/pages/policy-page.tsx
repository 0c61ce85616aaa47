import type { Calendar } from "../../core/calendar/calendar.ts";
import type { Schedule } from "../../core/calendar/opening-hours.ts";
import type { Block, Policy, Section } from "../../core/policy/policy.ts";
import type { Published } from "../../organisation/policies/publication.ts";
import type { Site } from "./site.ts";
import { nextOpening, openAt } from "../../core/calendar/opening-hours.ts";
import { renderPolicy } from "../../core/policy/render.ts";
import { formatDate, formatInstant } from "../../texts/catalogue.ts";
import { Frame } from "./frame.tsx";

/** The published policy, word for word from its data; `shown` may be an older version than the one in force. */
export function PolicyPage({
  site,
  shown,
  calendar,
  now,
}: {
  site: Site;
  shown: Policy;
  calendar: Calendar;
  now: string;
}) {
  const { words, language, path, policy } = site;
  const { title, sections } = renderPolicy(shown, language);
  const current = shown.version === policy.version;
  return (
    <Frame site={site} title={title} page={current ? "/policy" : `/policy/versions/${shown.version}`}>
      <h1>{title}</h1>
      <p className="hint">
        {words.policy.version(shown.version, formatDate(language, shown.lastUpdated))} ·{" "}
        <a href={path("/policy/versions")}>{words.policy.versions}</a>
      </p>
      {current ? (
        <p className="open">
          <Desk site={site} calendar={calendar} now={now} />{" "}
          <a className="button quiet" href={path("/complain")}>
            {words.policy.start}
          </a>
        </p>
      ) : (
        <p className="notice">
          {words.policy.older} <a href={path("/policy")}>{words.policy.latest}</a>
        </p>
      )}
      <PolicyText sections={sections} site={site} />
    </Frame>
  );
}

const PolicyText = ({ sections, site }: { sections: Section[]; site: Site }) => (
  <article>
    {sections.map((section) => (
      <PolicySection key={section.id} section={section} site={site} />
    ))}
  </article>
);

/** The same text without what surrounds it, for a platform's own page; links lead to Redress. */
export function PolicyFragment({
  site,
  calendar,
  now,
  url,
}: {
  site: Site;
  calendar: Calendar;
  now: string;
  url: string;
}) {
  const { words, language, path, policy } = site;
  const { title, sections } = renderPolicy(policy, language);
  return (
    <div lang={language} data-policy-version={policy.version}>
      <h1>{title}</h1>
      <p>
        {words.policy.version(policy.version, formatDate(language, policy.lastUpdated))} ·{" "}
        <a href={`${url}${path("/policy")}`}>{words.policy.whole}</a>
      </p>
      <p>
        <Desk site={site} calendar={calendar} now={now} />{" "}
        <a href={`${url}${path("/complain")}`}>{words.policy.start}</a>
      </p>
      <PolicyText sections={sections} site={site} />
    </div>
  );
}

function Desk({
  site: { policy, words, language },
  calendar,
  now,
}: {
  site: Site;
  calendar: Calendar;
  now: string;
}) {
  const { desk, phone } = policy.channels;
  const opens = (schedule: Schedule) =>
    formatInstant(language, nextOpening(calendar, schedule, now), policy.zone);
  const open = openAt(calendar, desk, now);
  const answered = phone.hours && openAt(calendar, phone.hours, now);
  return (
    <span>
      {open ? words.policy.open : words.policy.opens(opens(desk))}
      {phone.hours && ` ${answered ? words.policy.answered : words.policy.answers(opens(phone.hours))}`}
    </span>
  );
}

function PolicySection({ section, site }: { section: Section; site: Site }) {
  return (
    <section aria-labelledby={section.id}>
      <h2 id={section.id}>{section.heading}</h2>
      <Blocks blocks={section.blocks} site={site} />
      {section.steps?.map(({ id, heading, blocks }) => (
        <section key={id} aria-labelledby={id}>
          <h3 id={id}>{heading}</h3>
          <Blocks blocks={blocks} site={site} />
        </section>
      ))}
    </section>
  );
}

function Blocks({ blocks, site }: { blocks: Block[]; site: Site }) {
  return blocks.map((block, index) =>
    "list" in block ? (
      <ul key={index}>
        {block.list.map((line) => (
          <li key={line}>
            <Linked text={line} policy={site.policy} />
          </li>
        ))}
      </ul>
    ) : (
      <p key={index} className="lines">
        <Linked text={block.paragraph} policy={site.policy} />
      </p>
    ),
  );
}

/** Makes the policy's own addresses and numbers into links: only what stands in its data, never what merely looks like one. */
function Linked({ text, policy }: { text: string; policy: Policy }) {
  const { channels, contacts, organisation } = policy;
  const targets = new Map([
    ...[channels.email, contacts.trainingPrograms, contacts.escalations].map(
      (email) => [email, `mailto:${email}`] as const,
    ),
    [channels.phone.display, `tel:${channels.phone.e164}`],
    [organisation.website, organisation.website],
  ]);
  const found = [...targets.keys()].find((each) => text.includes(each));
  if (found === undefined) return text;
  const [before, ...after] = text.split(found);
  return (
    <>
      {before}
      <a href={targets.get(found)}>{found}</a>
      {after.join(found)}
    </>
  );
}

export function VersionsPage({ site, versions, now }: { site: Site; versions: Published[]; now: string }) {
  const { words, language, path, policy } = site;
  const since = (instant: string) =>
    formatDate(
      language,
      Temporal.Instant.from(instant).toZonedDateTimeISO(policy.zone).toPlainDate().toString(),
    );
  return (
    <Frame site={site} title={words.policy.versionsTitle} page="/policy/versions">
      <h1>{words.policy.versionsTitle}</h1>
      <ul className="versions">
        {versions.map(({ version, effectiveFrom }) => (
          <li key={version}>
            <a href={path(`/policy/versions/${version}`)}>{words.policy.numbered(version)}</a> ·{" "}
            {effectiveFrom > now
              ? words.policy.coming(since(effectiveFrom))
              : words.policy.from(since(effectiveFrom))}
            {version > 1 && (
              <>
                {" "}
                · <a href={path(`/policy/versions/${version}/changes`)}>{words.policy.changes}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Frame>
  );
}
