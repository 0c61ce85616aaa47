import type { Policy } from "../../core/policy/policy.ts";
import type { ChangedLine, Piece } from "../../texts/comparing.ts";
import type { Site } from "./site.ts";
import { formatDate } from "../../texts/catalogue.ts";
import { Frame } from "./frame.tsx";

/** What a version changed, readable also without colours and aloud. */
export function ChangesPage({
  site,
  earlier,
  later,
  lines,
}: {
  site: Site;
  earlier: Policy;
  later: Policy;
  lines: ChangedLine[];
}) {
  const { words, path, language } = site;
  const touched = lines.filter((line) => line.some(({ change }) => change));
  const title = words.policy.changesTitle(later.version, earlier.version);
  return (
    <Frame site={site} title={title} page={`/policy/versions/${later.version}/changes`}>
      <h1>{title}</h1>
      <p className="hint">
        {words.policy.version(later.version, formatDate(language, later.lastUpdated))} ·{" "}
        <a href={path("/policy/versions")}>{words.policy.versions}</a>
      </p>
      <p>{touched.length === 0 ? words.policy.unchanged : words.policy.changedLines(touched.length)}</p>
      <article className="changes">
        {lines.map((line, index) => (
          <p key={index} className={line.some(({ change }) => change) ? "touched" : "hint"}>
            {line.map((piece, at) => (
              <Changed key={at} piece={piece} words={words} />
            ))}
          </p>
        ))}
      </article>
    </Frame>
  );
}

function Changed({ piece: { text, change }, words }: { piece: Piece; words: Site["words"] }) {
  if (!change) return text;
  const Mark = change === "added" ? "ins" : "del";
  return (
    <>
      <span className="aloud">{change === "added" ? words.policy.added : words.policy.removed} </span>
      <Mark>{text}</Mark>{" "}
    </>
  );
}
