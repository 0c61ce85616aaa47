import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { participantWords } from "../../../src/texts/participants.ts";
import { useWords } from "../../language.tsx";
import { usePlatform } from "../../session.ts";
import { useTaxonomy } from "../../taxonomy.ts";
import { numberOf, type PlatformLines } from "./counts.ts";

/** The numbers of one platform: the whole, and as many programmes as one likes. */
export function PlatformCounts({
  platform,
  lines: { whole, programmes },
  tried,
  change,
}: {
  platform: string;
  lines: PlatformLines;
  tried: boolean;
  change: (to: PlatformLines) => void;
}) {
  const { language } = useWords();
  const w = participantWords(language);
  const name = usePlatform()(platform);
  const catalogue = useTaxonomy("programmes");
  const wrong = (text: string) => (tried && numberOf(text) === undefined ? w.invalid : undefined);
  const line = (at: number, to: Partial<PlatformLines["programmes"][number]>) =>
    change({
      whole,
      programmes: programmes.map((each, index) => (index === at ? { ...each, ...to } : each)),
    });
  return (
    <Stack gap="xs" role="group" aria-label={name}>
      <Text fw={600}>{name}</Text>
      <TextInput
        label={w.whole}
        inputMode="numeric"
        maw={200}
        value={whole}
        error={whole.trim() === "" ? undefined : wrong(whole)}
        onChange={(event) => change({ whole: event.currentTarget.value, programmes })}
      />
      {programmes.map(({ programme, number }, index) => (
        <Group key={index} gap="xs" align="start">
          <Select
            aria-label={w.programmeNumber(index + 1)}
            placeholder={w.programme}
            data={catalogue.all}
            value={programme}
            searchable
            allowDeselect={false}
            error={tried && programme === null ? w.choose : undefined}
            flex="1 1 14rem"
            onChange={(chosen) => line(index, { programme: chosen })}
          />
          <TextInput
            aria-label={w.ofProgramme(index + 1)}
            placeholder={w.number}
            inputMode="numeric"
            w={120}
            value={number}
            error={wrong(number)}
            onChange={(event) => line(index, { number: event.currentTarget.value })}
          />
          <ActionIcon
            variant="default"
            size={36}
            aria-label={w.remove(index + 1)}
            onClick={() => change({ whole, programmes: programmes.filter((_, at) => at !== index) })}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      {catalogue.all.length > 0 ? (
        <Button
          variant="light"
          size="compact-sm"
          className="chip"
          style={{ alignSelf: "flex-start" }}
          onClick={() => change({ whole, programmes: [...programmes, { programme: null, number: "" }] })}
        >
          {w.addProgramme(name)}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {w.noProgrammes}
        </Text>
      )}
    </Stack>
  );
}
