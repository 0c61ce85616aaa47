import { Anchor, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { LetterTemplate } from "../../../src/casework/letters/contract.ts";
import { languages } from "../../../src/texts/catalogue.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { lettersQuery } from "./letters-query.ts";

/** Every letter that a customer can get, in both languages, and whether somebody worded it otherwise. */
export function LettersScreen() {
  const { l, t } = useWords();
  const { data, error } = useQuery(lettersQuery);
  const kinds = [...new Set(data?.items.map(({ kind }) => kind))];
  const find = (kind: string, language: string) =>
    data?.items.find((each) => each.kind === kind && each.language === language);
  return (
    <Stack maw={760}>
      <ScreenTitle>{l.title}</ScreenTitle>
      <Text c="dimmed">{l.lead}</Text>
      <ProblemNote error={error} />
      <ScrollArea tabIndex={0} role="region" aria-label={l.title}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{l.letter}</Table.Th>
              {languages.map((language) => (
                <Table.Th key={language} scope="col">
                  {l.language[language]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kinds.map((kind) => (
              <Table.Tr key={kind}>
                <Table.Th scope="row" fw={600}>
                  {t.mail.kinds[kind]}
                </Table.Th>
                {languages.map((language) => (
                  <Table.Td key={language}>
                    <ToLetter letter={find(kind, language)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Stack>
  );
}

function ToLetter({ letter }: { letter: LetterTemplate | undefined }) {
  const { l, t } = useWords();
  if (!letter) return null;
  const { kind, language, builtIn, version, problems } = letter;
  const state = builtIn ? l.builtIn : l.changed(version);
  const shown = problems.length > 0 ? `${state} (${l.unused})` : state;
  return (
    <Anchor
      component={Link}
      to={`/letters/${kind}/${language}`}
      fw={builtIn ? 400 : 650}
      aria-label={`${t.mail.kinds[kind]}, ${l.language[language]}: ${shown}`}
    >
      {shown}
    </Anchor>
  );
}
