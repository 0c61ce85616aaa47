import type { Site } from "./site.ts";
import { scores } from "../../core/complaint/satisfaction.ts";
import { satisfactionWords } from "../../texts/satisfaction.ts";

/** Two questions on the page where the customer already is; either may be left out, and so may the form. */
export function SatisfactionForm({ site, token }: { site: Site; token: string }) {
  const words = satisfactionWords(site.language);
  return (
    <form method="post" action={site.path(`/s/${token}/satisfaction`)} aria-labelledby="satisfaction">
      <h2 id="satisfaction">{words.ask}</h2>
      <p className="hint">{words.askHint}</p>
      {(["handling", "result"] as const).map((name) => (
        <Scale key={name} name={name} legend={words[name]} names={words.scale} />
      ))}
      <p className="answers">
        <button type="submit">{words.send}</button>
        <a className="button quiet" href={site.path(`/s/${token}`)}>
          {words.skip}
        </a>
      </p>
    </form>
  );
}

type Asked = { name: string; legend: string; names: Record<(typeof scores)[number], string> };

/** Five answers side by side, each as large as a thumb; the ends are named for the eye, every one for the ear. */
const Scale = ({ name, legend, names }: Asked) => (
  <fieldset className="scale">
    <legend>{legend}</legend>
    {scores.map((score) => (
      <label key={score} className="choice">
        <input type="radio" name={name} value={score} aria-label={`${score}, ${names[score]}`} />
        <span aria-hidden="true">{score}</span>
      </label>
    ))}
    <span className="hint" aria-hidden="true">
      1 {names[1]}
    </span>
    <span className="hint" aria-hidden="true">
      5 {names[5]}
    </span>
  </fieldset>
);
