import { ActionIcon, Button, Card, Fieldset, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { DraftFormOf } from "./draft-form.tsx";
import { useWords } from "../../language.tsx";
import { RuleField } from "./rule-field.tsx";

/** As many as a policy may have of each. */
const most = 5;

/** When a customer who is silent is asked again, counted from the letter that asked first. */
export function Reminders({ form }: { form: DraftFormOf }) {
  const { o } = useWords();
  return (
    <Card withBorder component="section" aria-labelledby="reminders">
      <Title order={2} size="h4" id="reminders">
        {o.policy.reminders}
      </Title>
      <Text c="dimmed" mb="md">
        {o.policy.remindersHint}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {(["proposal", "followUp"] as const).map((kind) => (
          <Fieldset key={kind} legend={o.policy.reminded[kind]}>
            <Stack gap="sm" align="stretch">
              {form.values.reminders[kind].length === 0 && <Text c="dimmed">{o.policy.noReminder}</Text>}
              {form.values.reminders[kind].map((_, index) => (
                <Group key={index} gap="xs" align="end" wrap="nowrap">
                  <RuleField
                    form={form}
                    path={`reminders.${kind}.${index}`}
                    label={o.policy.reminderAfter(index + 1)}
                  />
                  <ActionIcon
                    variant="default"
                    size="lg"
                    aria-label={o.policy.removeReminder(o.policy.reminded[kind], index + 1)}
                    onClick={() => form.removeListItem(`reminders.${kind}`, index)}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                </Group>
              ))}
              {form.values.reminders[kind].length < most && (
                <Button
                  variant="default"
                  style={{ alignSelf: "flex-start" }}
                  onClick={() => form.insertListItem(`reminders.${kind}`, { count: 5, unit: "businessDays" })}
                >
                  {o.policy.addReminder}
                </Button>
              )}
            </Stack>
          </Fieldset>
        ))}
      </SimpleGrid>
    </Card>
  );
}
