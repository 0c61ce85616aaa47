import type { ReactNode } from "react";

type Labelled = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: string | undefined;
};

const described = ({ name, hint, error }: Labelled) => ({
  id: name,
  name,
  "aria-invalid": error ? true : undefined,
  "aria-describedby":
    [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined,
});

/** A control with its label, its hint and what is wrong with it, read together. */
function Field({ about, children }: { about: Labelled; children: ReactNode }) {
  const { name, label, hint, error, optional } = about;
  return (
    <div className="field">
      <label htmlFor={name}>
        {label} {optional && <span className="optional">({optional})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

type Line = Labelled & {
  value?: string | undefined;
  type?: string;
  autoComplete?: string;
  maxLength?: number;
  /** Offered while one types, by the browser itself; anything else can be written too. */
  suggestions?: readonly string[];
};

export const LineField = ({
  value,
  type = "text",
  autoComplete,
  maxLength,
  suggestions = [],
  ...about
}: Line) => (
  <Field about={about}>
    <input
      {...described(about)}
      type={type}
      defaultValue={value ?? ""}
      autoComplete={autoComplete}
      maxLength={maxLength}
      list={suggestions.length > 0 ? `${about.name}-suggestions` : undefined}
    />
    {suggestions.length > 0 && (
      <datalist id={`${about.name}-suggestions`}>
        {suggestions.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    )}
  </Field>
);

export const TextField = ({
  value,
  rows = 6,
  required,
  ...about
}: Labelled & { value?: string | undefined; rows?: number; required?: boolean }) => (
  <Field about={about}>
    <textarea {...described(about)} rows={rows} defaultValue={value ?? ""} aria-required={required} />
  </Field>
);

export const FileField = (about: Labelled) => (
  <Field about={about}>
    <input {...described(about)} type="file" multiple />
  </Field>
);

type Choice = { value: string; label: string; hint?: string };

/** One question, a few answers, each as large as a thumb. */
export function Choices({
  name,
  legend,
  choices,
  chosen,
  error,
}: {
  name: string;
  legend: string;
  choices: Choice[];
  chosen?: string | undefined;
  error?: string | undefined;
}) {
  return (
    <fieldset className="choices" id={name} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {error && (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {choices.map(({ value, label, hint }) => (
        <label key={value} className="choice">
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>
            <strong>{label}</strong>
            {hint && <span className="hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** All mistakes on top, each a link to its field. */
export function Mistakes({ title, errors }: { title: string; errors: { field: string; text: string }[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="mistakes" role="alert">
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field + text}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
