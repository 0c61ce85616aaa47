import { Alert, List } from "@mantine/core";
import type { RowProblem } from "../../src/operations.ts";
import { importWords, rowProblemWithPlace } from "../../src/texts/importing.ts";
import type { FieldProblem } from "../client.ts";
import { useWords } from "../language.tsx";

/** The lines because of which nothing of a file was imported. */
export function RowProblems({ problems }: { problems: FieldProblem[] }) {
  const { language } = useWords();
  return (
    <Alert color="red" role="alert" variant="light" title={importWords(language).nothing(problems.length)}>
      <List>
        {problems.map((problem, index) => (
          <List.Item key={index}>{rowProblemWithPlace(language, rowProblemOf(problem))}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** `3:platform` is line 3, column "platform". */
function rowProblemOf({ field, code, found }: FieldProblem): RowProblem {
  const [, line = "1", column] = /^(\d+)(?::(.*))?$/s.exec(field) ?? [];
  return {
    line: Number(line),
    code: code as RowProblem["code"],
    ...(column !== undefined && { column }),
    ...(found !== undefined && { found }),
  };
}
