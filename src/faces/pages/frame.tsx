import type { ReactNode } from "react";
import type { Site } from "./site.ts";
import { stylePath } from "./style.ts";

type Framed = { site: Site; title: string; page: string; children: ReactNode };

/** What surrounds every public page: the platform's name and colour, the three pages, the other language. */
export function Frame({ site, title, page, children }: Framed) {
  const { words, platform, policy, language, path } = site;
  const other = language === "en" ? "de" : "en";
  const link = (to: string, label: string) => (
    <a href={path(to)} aria-current={to === page ? "page" : undefined}>
      {label}
    </a>
  );
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${platform.name}`}</title>
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        <link rel="stylesheet" href={stylePath(platform)} />
      </head>
      <body>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <header>
          <a className="name" href={path("/policy")}>
            {platform.name}
          </a>
          <a className="language" href={path(page, other)} hrefLang={other} lang={other}>
            {words.other}
          </a>
          <nav aria-label={words.menu}>
            {link("/policy", words.nav.policy)}
            {link("/complain", words.nav.complain)}
            {link("/status", words.nav.status)}
          </nav>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer>
          <p>
            {words.foot(policy.organisation.name)} {link("/privacy", words.nav.privacy)}
          </p>
        </footer>
      </body>
    </html>
  );
}

/** The ways to reach a person, from the policy: written once, linked everywhere. */
export function Contacts({ site: { policy } }: { site: Site }) {
  const { email, phone } = policy.channels;
  return (
    <ul className="contacts">
      <li>
        <a href={`mailto:${email}`}>{email}</a>
      </li>
      <li>
        <a href={`tel:${phone.e164}`}>{phone.display}</a>
      </li>
    </ul>
  );
}
