import { ActionIcon, Checkbox, Group, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { TaxonomyEntry } from "../../../src/organisation/office/taxonomies/contract.ts";
import { useWords } from "../../language.tsx";

/** One code with its two names. Its own letters are chosen once; before it is saved, it can be taken back. */
export function CodeRow({
  entry,
  fresh,
  change,
  remove,
}: {
  entry: TaxonomyEntry;
  fresh: boolean;
  change: (to: Partial<TaxonomyEntry>) => void;
  remove: () => void;
}) {
  const { i, t } = useWords();
  const { code, active } = entry;
  return (
    <Group gap="xs" align="center" className="code-row">
      {fresh ? (
        <TextInput
          aria-label={i.code}
          placeholder={i.code}
          title={i.codeHint}
          value={code}
          w={190}
          onChange={(event) => change({ code: event.currentTarget.value })}
        />
      ) : (
        <Text w={190} size="sm" style={{ overflowWrap: "anywhere" }} {...(!active && { c: "dimmed" })}>
          {code}
        </Text>
      )}
      {(["en", "de"] as const).map((language) => (
        <TextInput
          key={language}
          flex={1}
          miw={150}
          aria-label={i.nameIn(language === "en" ? i.english : i.german, code)}
          value={entry[language]}
          onChange={(event) => change({ [language]: event.currentTarget.value })}
        />
      ))}
      <Checkbox
        label={i.active}
        aria-label={i.offered(code)}
        checked={active}
        onChange={(event) => change({ active: event.currentTarget.checked })}
      />
      {fresh && (
        <ActionIcon variant="default" size="lg" aria-label={t.field.removeMeasure} onClick={remove}>
          <IconTrash size={18} />
        </ActionIcon>
      )}
    </Group>
  );
}
