import type { Site } from "./site.ts";
import { privacyNotice } from "../../texts/privacy.ts";
import { Contacts, Frame } from "./frame.tsx";

/** To where the privacy link of a letter leads. */
export function PrivacyPage({ site }: { site: Site }) {
  const { language, policy } = site;
  const { organisation } = policy;
  const { title, lead, controller, parts } = privacyNotice(language);
  return (
    <Frame site={site} title={title} page="/privacy">
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <h2>{controller}</h2>
      <p className="lines">
        {[
          organisation.name,
          organisation.street,
          `${organisation.postcode} ${organisation.city}, ${organisation.countryName[language]}`,
        ].join("\n")}
      </p>
      <Contacts site={site} />
      {parts.map(({ heading, paragraphs = [], list = [] }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {list.length > 0 && (
            <ul>
              {list.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Frame>
  );
}
