import type { PublicStatus } from "../../casework/complaints/queries/public-status.ts";
import type { Site } from "./site.ts";
import { formatInstant } from "../../texts/catalogue.ts";
import { satisfactionWords } from "../../texts/satisfaction.ts";
import { Choices, Mistakes, TextField } from "./fields.tsx";
import { Contacts, Frame } from "./frame.tsx";
import { SatisfactionForm } from "./satisfaction-form.tsx";

type Asked = {
  site: Site;
  status: PublicStatus;
  token: string;
  words?: string;
  errors: { field: string; text: string }[];
};

/** One question after the work is done; "no" opens the complaint again. */
export function FollowUpPage({ site, status, token, words: said, errors }: Asked) {
  const { words, path, language, policy } = site;
  const { followUp, form } = words;
  const page = `/s/${token}/follow-up`;
  const reopened = status.stage === "under_investigation" && status.clocks.some(({ round }) => round > 0);
  const proposalBy = status.clocks.findLast(({ kind }) => kind === "proposal")?.dueAt;
  const answered = status.stage === "followed_up" || status.stage === "closed";
  return (
    <Frame site={site} title={followUp.title} page={page}>
      <h1>{followUp.title}</h1>
      {status.followUpOpen ? (
        <form method="post" action={path(page)} noValidate>
          <p className="lead">{followUp.lead(status.reference)}</p>
          <Mistakes title={form.fix(errors.length)} errors={errors} />
          <Choices
            name="solved"
            legend={followUp.title}
            error={errors.find(({ field }) => field === "solved")?.text}
            choices={[
              { value: "yes", label: followUp.yes },
              { value: "no", label: followUp.no, hint: followUp.noHint },
            ]}
          />
          <TextField
            name="words"
            label={followUp.words}
            optional={form.optional}
            value={said}
            error={errors.find(({ field }) => field === "words")?.text}
            rows={4}
          />
          <button type="submit">{followUp.send}</button>
        </form>
      ) : (
        <>
          <p className="notice" role="status">
            {answered
              ? followUp.thanksYes
              : reopened && proposalBy
                ? followUp.thanksNo(formatInstant(language, proposalBy, policy.zone))
                : followUp.notNow}
          </p>
          {status.satisfaction === "asked" && <SatisfactionForm site={site} token={token} />}
          {status.satisfaction === "given" && (
            <p className="notice" role="status">
              {satisfactionWords(language).thanks}
            </p>
          )}
          <Contacts site={site} />
        </>
      )}
      <p>
        <a href={path(`/s/${token}`)}>{words.decision.back}</a>
      </p>
    </Frame>
  );
}
