import type { PublicStatus } from "../../casework/complaints/queries/public-status.ts";
import type { Site } from "./site.ts";
import { formatInstant } from "../../texts/catalogue.ts";
import { Frame } from "./frame.tsx";
import { Path } from "./path.tsx";

type Received = { site: Site; status: PublicStatus; token: string; code: string; qr: string };

/** The receipt after the form: everything an acknowledgement says, to keep or print. */
export function ReceivedPage({ site, status, token, code, qr }: Received) {
  const { words, language, policy, path } = site;
  const { form } = words;
  return (
    <Frame site={site} title={form.thanks} page={`/s/${token}/received`}>
      <h1>{form.thanks}</h1>
      <div className="receipt">
        <dl>
          <dt>{form.reference}</dt>
          <dd className="big">{status.reference}</dd>
          <dt>{form.code}</dt>
          <dd className="big">{code}</dd>
          <dt>{form.received}</dt>
          <dd>{formatInstant(language, status.receivedAt, policy.zone)}</dd>
        </dl>
        <div className="qr" role="img" aria-label={form.qr} dangerouslySetInnerHTML={{ __html: qr }} />
      </div>
      <p>{form.keep}</p>
      <p>
        {status.reachableBy.includes("email")
          ? form.byEmail
          : status.reachableBy.length === 0
            ? form.noContact
            : ""}
      </p>
      <h2>{form.next}</h2>
      <Path site={site} status={status} />
      <p>
        <a className="button" href={path(`/s/${token}`)}>
          {form.toStatus}
        </a>
      </p>
    </Frame>
  );
}
