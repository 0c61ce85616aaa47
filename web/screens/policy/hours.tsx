import { ActionIcon, Button, Card, Chip, Group, Stack, TextInput, Title } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { DraftFormOf } from "./draft-form.tsx";
import { useWords } from "../../language.tsx";

/** When the reception desk is open: several spans make a week. */
export function Hours({ form }: { form: DraftFormOf }) {
  const { o } = useWords();
  return (
    <Card withBorder component="section" aria-labelledby="hours">
      <Title order={2} size="h4" id="hours" mb="sm">
        {o.policy.hours}
      </Title>
      <Stack gap="sm" align="start">
        {form.values.desk.map((_, index) => (
          <Group key={index} align="end" gap="sm">
            <Chip.Group multiple {...form.getInputProps(`desk.${index}.days`)}>
              <Group gap={4} role="group" aria-label={o.policy.days}>
                {o.policy.weekday.map((name, day) => (
                  <Chip key={name} value={String(day + 1)} size="sm">
                    {name}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            <TextInput type="time" label={o.policy.opens} {...form.getInputProps(`desk.${index}.from`)} />
            <TextInput type="time" label={o.policy.closes} {...form.getInputProps(`desk.${index}.to`)} />
            {form.values.desk.length > 1 && (
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={o.policy.removeHours}
                onClick={() => form.removeListItem("desk", index)}
              >
                <IconTrash size={18} />
              </ActionIcon>
            )}
          </Group>
        ))}
        <Button
          variant="default"
          onClick={() => form.insertListItem("desk", { days: ["1"], from: "09:00", to: "12:00" })}
        >
          {o.policy.addHours}
        </Button>
        <TextInput type="time" label={o.policy.endOfDay} {...form.getInputProps("endOfBusinessDay")} />
      </Stack>
    </Card>
  );
}
