import { Alert, Anchor, Badge, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { mayInOffice } from "../../../src/core/access/office.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { lettersQuery } from "./letters-query.ts";
import { Wordings } from "./wordings.tsx";
import { Writing } from "./writing.tsx";

/** One letter in one language: its text beside how it reads, and every wording that it ever had. */
export function LetterScreen() {
  const { l, t } = useWords();
  const { roles } = useMe();
  const { kind, language } = useParams({ from: "/inside/letters/$kind/$language" });
  const { data, error } = useQuery(lettersQuery);
  if (!data) return error ? <ProblemNote error={error} /> : <Text role="status">{t.app.loading}</Text>;
  const letter = data.items.find((each) => each.kind === kind && each.language === language);
  if (!letter) return <Alert color="red">{t.complaint.missing}</Alert>;
  const other = letter.language === "de" ? "en" : "de";
  const readOnly = !mayInOffice(roles, "change-settings");
  const title = `${t.mail.kinds[letter.kind]}, ${l.language[letter.language]}`;
  return (
    <Stack gap="lg" maw={1400}>
      <div>
        <Group gap="sm">
          <ScreenTitle>{title}</ScreenTitle>
          <Badge color={letter.problems.length > 0 ? "red" : letter.builtIn ? "gray" : "teal"}>
            {letter.builtIn ? l.builtIn : l.changed(letter.version)}
          </Badge>
        </Group>
        <Group gap="md">
          <Anchor component={Link} to="/letters">
            {l.all}
          </Anchor>
          <Anchor component={Link} to={`/letters/${kind}/${other}`}>
            {l.language[other]}
          </Anchor>
        </Group>
      </div>
      {letter.problems.length > 0 && <Alert color="red">{l.notUsed}</Alert>}
      {readOnly && <Alert color="gray">{l.readOnly}</Alert>}
      <Writing key={`${kind} ${language}`} letter={letter} readOnly={readOnly} />
      <Wordings letter={letter} readOnly={readOnly} />
    </Stack>
  );
}
