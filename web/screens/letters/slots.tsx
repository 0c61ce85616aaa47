import { Button, Group, Text, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconPlus } from "@tabler/icons-react";
import { useId } from "react";
import type { LetterTemplate } from "../../../src/casework/letters/contract.ts";
import { slotInWords } from "../../../src/texts/letter-templates.ts";
import { useWords } from "../../language.tsx";
import type { SlotView } from "./inserting.ts";

type Given = {
  letter: LetterTemplate;
  /** Subject and text as they are typed now. */
  text: string;
  choose: (slot: SlotView) => void;
};

/** What the letter must say and may say; a click puts it where the cursor is. */
export function Slots({ letter, text, choose }: Given) {
  const { l } = useWords();
  const must = letter.slots.filter(({ name }) => letter.mandatory.includes(name));
  const may = letter.slots.filter(({ name }) => !letter.mandatory.includes(name));
  return (
    <div>
      <Text size="sm" c="dimmed">
        {l.slotsHint}
      </Text>
      <Chips heading={l.mandatory} slots={must} text={text} choose={choose} mandatory />
      <Chips heading={l.optional} slots={may} text={text} choose={choose} />
    </div>
  );
}

function Chips({
  heading,
  slots,
  text,
  choose,
  mandatory = false,
}: Omit<Given, "letter"> & { heading: string; slots: SlotView[]; mandatory?: boolean }) {
  const { l, language } = useWords();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Text size="sm" fw={600} mt="xs" mb={6} id={id}>
        {heading}
      </Text>
      <Group gap={6}>
        {slots.map((slot) => {
          const there = text.includes(`{${slot.name}}`);
          const missing = mandatory && !there;
          return (
            <Button
              key={slot.name}
              size="compact-sm"
              className="chip"
              variant={missing ? "light" : "default"}
              color={missing ? "red" : "gray"}
              leftSection={
                missing ? (
                  <IconAlertTriangle size={14} aria-hidden />
                ) : there ? (
                  <IconCheck size={14} aria-hidden />
                ) : (
                  <IconPlus size={14} aria-hidden />
                )
              }
              title={`{${slot.name}}`}
              onClick={() => choose(slot)}
            >
              {slotInWords(language, slot.name)}
              <VisuallyHidden>, {there ? l.present : mandatory ? l.missing : l.optional}</VisuallyHidden>
            </Button>
          );
        })}
      </Group>
    </div>
  );
}
