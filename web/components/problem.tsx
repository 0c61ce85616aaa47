import { Alert, Anchor, List } from "@mantine/core";
import { correctionInWords, fieldInWords } from "../../src/texts/correcting.ts";
import { policyWords } from "../../src/texts/policy.ts";
import { withCents } from "../../src/texts/refusing.ts";
import { reviewWords } from "../../src/texts/reviews.ts";
import { domain } from "../../src/texts/domain.ts";
import { Problem } from "../client.ts";
import { useWords } from "../language.tsx";
import { RowProblems } from "./row-problems.tsx";

/** What the server refused, in the reader's language: what happened, what was kept and what to do. */
export function ProblemNote({ error }: { error: unknown }) {
  const { t, language } = useWords();
  if (!error) return null;
  const problem = error instanceof Problem ? error : new Problem(0, { code: "offline" });
  if (problem.code === "rows-invalid") return <RowProblems problems={problem.errors} />;
  return (
    <Alert
      color="red"
      role="alert"
      variant="light"
      title={problem.errors.length > 0 ? t.error.fix : undefined}
    >
      {problem.errors.length > 0 &&
      !(problem.code in domain(language).refusal) &&
      !(problem.code in policyWords(language).conflict) ? (
        <List>
          {problem.errors.map(({ field, code, message }) => (
            <List.Item key={field + message}>
              {fieldInWords(language, field)}: {correctionInWords(language, code, message)}
            </List.Item>
          ))}
        </List>
      ) : (
        inWords(problem, language, t)
      )}
      {problem.code === "sign-in-first" && (
        <div>
          <Anchor href="/desk/sign-in" target="_blank">
            {t.error.signInTab}
          </Anchor>
        </div>
      )}
    </Alert>
  );
}

function inWords(
  { code, message, errors, cents }: Problem,
  language: "en" | "de",
  t: ReturnType<typeof useWords>["t"],
): string {
  const refusals: Record<string, string> = domain(language).refusal;
  const refusal = refusals[code];
  // Which ones stand in the way: "allegations.2" is number 2.
  const named = errors.flatMap(({ field }) => /^allegations\.(\d+)$/.exec(field)?.[1] ?? []);
  if (refusal && named.length > 0) return `${refusal} (${named.join(", ")})`;
  if (code === "offline") return t.error.offline;
  if (code === "stale") return t.complaint.stale;
  if (code === "unknown") return t.complaint.missing;
  const problems: Record<string, string> = { ...t.problem, ...policyWords(language).conflict };
  if (refusal) return withCents(language, refusal, cents);
  const said = problems[code] ?? message;
  const inputs: Record<string, string> = reviewWords(language).inputs;
  const which =
    code in policyWords(language).conflict ? errors.map(({ field }) => inputs[field] ?? field) : [];
  return which.length > 0 ? `${said} ${which.join(", ")}` : said;
}
