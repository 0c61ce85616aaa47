import type { Site } from "../../../faces/pages/site.ts";
import { LineField, Mistakes, TextField } from "../../../faces/pages/fields.tsx";
import { Frame } from "../../../faces/pages/frame.tsx";
import { demoWords } from "../../../texts/demo.ts";

export const parts = ["name", "address", "subject", "text"] as const;
export type Written = Record<(typeof parts)[number], string>;

type Writing = { site: Site; written: Written; open: boolean; errors: { field: string; text: string }[] };

/** A mail to the demo, as a customer writes it. */
export function WritePage({ site, written, open, errors }: Writing) {
  const words = demoWords(site.language);
  const error = (name: string) => errors.find(({ field }) => field === name)?.text;
  const page = "/demo/mailbox/write";
  return (
    <Frame site={site} title={words.write} page={page}>
      <p>
        <a href={site.path("/demo/mailbox")}>{words.back}</a>
      </p>
      <h1>{words.write}</h1>
      <p className="lead">{open ? words.writeLead : words.closed}</p>
      {open && (
        <form method="post" action={site.path(page)} noValidate>
          <Mistakes title={site.words.form.fix(errors.length)} errors={errors} />
          <LineField
            name="name"
            label={words.name}
            value={written.name}
            error={error("name")}
            maxLength={200}
          />
          <LineField
            name="address"
            label={words.address}
            hint={words.addressHint}
            type="email"
            value={written.address}
            error={error("address")}
            maxLength={254}
          />
          <LineField
            name="subject"
            label={words.subject}
            value={written.subject}
            error={error("subject")}
            maxLength={200}
          />
          <TextField name="text" label={words.text} value={written.text} error={error("text")} rows={8} />
          <button type="submit">{words.send}</button>
        </form>
      )}
    </Frame>
  );
}
