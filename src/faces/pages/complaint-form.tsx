import type { Filled, FormError } from "../../channels/web-form/form.ts";
import type { Site } from "./site.ts";
import { subjectKinds } from "../../core/complaint/events.ts";
import { domain } from "../../texts/domain.ts";
import { Choices, FileField, LineField, Mistakes, TextField } from "./fields.tsx";
import { Contacts, Frame } from "./frame.tsx";

/** The public form. Only the statement is needed; whatever was typed is still there after a mistake. */
export function ComplaintForm({
  site,
  programmes,
  filled,
  errors,
}: {
  site: Site;
  /** Names from the catalogue, to be suggested. */
  programmes: readonly string[];
  filled: Filled;
  errors: FormError[];
}) {
  const { words, language, path } = site;
  const { form } = words;
  const texts = errors.map(({ field, code }) => ({ field, text: words.errors[code] }));
  const error = (name: string) => texts.find(({ field }) => field === name)?.text;
  const { optional } = form;
  return (
    <Frame site={site} title={errors.length > 0 ? `⚠ ${form.title}` : form.title} page="/complain">
      <h1>{form.title}</h1>
      <p className="lead">{form.lead}</p>
      <Mistakes title={form.fix(errors.length)} errors={texts} />
      <form method="post" action={path("/complain")} encType="multipart/form-data" noValidate>
        <input type="hidden" name="key" value={filled.key} />
        <Choices
          name="about"
          legend={form.about}
          chosen={filled.about}
          error={error("about")}
          choices={subjectKinds.map((value) => ({ value, label: domain(language).subject[value] }))}
        />
        <LineField
          name="programme"
          label={form.programme}
          optional={optional}
          value={filled.programme}
          error={error("programme")}
          suggestions={programmes}
        />
        <TextField
          name="statement"
          label={form.statement}
          hint={form.statementHint}
          value={filled.statement}
          error={error("statement")}
          rows={9}
          required
        />
        <TextField
          name="desiredOutcome"
          label={form.desired}
          optional={optional}
          value={filled.desiredOutcome}
          error={error("desiredOutcome")}
          rows={3}
        />
        <LineField
          name="name"
          label={form.name}
          optional={optional}
          value={filled.name}
          error={error("name")}
          autoComplete="name"
        />
        <LineField
          name="email"
          type="email"
          label={form.email}
          optional={optional}
          hint={form.emailHint}
          value={filled.email}
          error={error("email")}
          autoComplete="email"
        />
        <LineField
          name="phone"
          type="tel"
          label={form.phone}
          optional={optional}
          value={filled.phone}
          error={error("phone")}
          autoComplete="tel"
        />
        <FileField
          name="files"
          label={form.files}
          optional={optional}
          hint={form.filesHint}
          error={error("files")}
        />
        <div className="trap" aria-hidden="true">
          <label htmlFor="website">{form.trap}</label>
          <input id="website" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <button type="submit">{form.send}</button>
      </form>
      <p className="hint">{form.privacy}</p>
      <Contacts site={site} />
    </Frame>
  );
}
