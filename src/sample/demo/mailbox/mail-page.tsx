import type { Email } from "postal-mime";
import type { Site } from "../../../faces/pages/site.ts";
import type { Kept } from "./keeping.ts";
import { Frame } from "../../../faces/pages/frame.tsx";
import { formatInstant } from "../../../texts/catalogue.ts";
import { demoWords } from "../../../texts/demo.ts";
import { LinkedText } from "./linked-text.tsx";

/** One mail as its reader sees it: in text, which every letter of Redress has. */
export function MailPage({ site, kept, mail }: { site: Site; kept: Kept; mail: Email }) {
  const words = demoWords(site.language);
  const subject = kept.subject || words.noSubject;
  return (
    <Frame site={site} title={subject} page={`/demo/mailbox/${kept.id}`}>
      <p>
        <a href={site.path("/demo/mailbox")}>{words.back}</a>
      </p>
      <h1>{subject}</h1>
      <dl>
        <dt>{words.from}</dt>
        <dd>{[mail.from?.name, `<${kept.from}>`].filter(Boolean).join(" ")}</dd>
        <dt>{words.to}</dt>
        <dd>{kept.to}</dd>
        <dt>{words.at}</dt>
        <dd>{formatInstant(site.language, kept.at, site.policy.zone)}</dd>
        {mail.attachments.length > 0 && (
          <>
            <dt>{words.files}</dt>
            <dd>{mail.attachments.map(({ filename }) => filename).join(", ")}</dd>
          </>
        )}
      </dl>
      <LinkedText text={mail.text ?? ""} />
      <p>
        <a href={`/demo/mailbox/${kept.id}/raw`} download>
          {words.raw}
        </a>
      </p>
    </Frame>
  );
}

/** Of a mail that made room for later ones. */
export function GonePage({ site }: { site: Site }) {
  const words = demoWords(site.language);
  return (
    <Frame site={site} title={words.title} page="/demo/mailbox">
      <h1>{words.title}</h1>
      <p className="lead">{words.gone}</p>
      <p>
        <a href={site.path("/demo/mailbox")}>{words.back}</a>
      </p>
    </Frame>
  );
}
