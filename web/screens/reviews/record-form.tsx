import {
  Button,
  Fieldset,
  Group,
  MultiSelect,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { reviewInputs } from "./inputs.ts";
import type { Review } from "../../../src/areas/reviews/contract.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { peopleQuery } from "../../session.ts";
import { recordFrom, valuesOf } from "./record-values.ts";
import { useReviewed } from "./reviews-query.ts";

/** The record, to be written in the meeting; what was typed stays when the server says no. */
export function RecordForm({ review, touched }: { review: Review; touched: (unsaved: boolean) => void }) {
  const { reviews: w } = useWords();
  const reviewed = useReviewed();
  const { data } = useQuery(peopleQuery);
  const people = (data?.items ?? [])
    .filter(({ disabled }) => !disabled)
    .map(({ id, name }) => ({ value: id, label: name }));
  const form = useForm({ initialValues: valuesOf(review), onValuesChange: () => touched(true) });
  const saving = useMutation({
    mutationFn: async () =>
      ask("PUT /reviews/:period", {
        params: { period: review.period },
        body: { version: review.version, record: recordFrom(form.values, review.report.version) },
      }),
    onSuccess: async (changed) => {
      touched(false);
      await reviewed(changed);
    },
  });
  return (
    <form onSubmit={form.onSubmit(() => saving.mutate())} noValidate>
      <Stack gap="md">
        <Fieldset legend={w.meeting}>
          <Stack gap="sm">
            <TextInput type="date" label={w.meetingOn} {...form.getInputProps("meetingOn")} />
            <Select
              label={w.chair}
              data={people}
              searchable
              {...form.getInputProps("chairId")}
              value={form.values.chairId || null}
            />
            <MultiSelect
              label={w.attendees}
              description={w.quorum(review.team.quorum)}
              data={people}
              searchable
              {...form.getInputProps("attendees")}
            />
            <MultiSelect label={w.absent} data={people} searchable {...form.getInputProps("absent")} />
          </Stack>
        </Fieldset>
        <Fieldset legend={w.agenda}>
          <Text size="sm" c="dimmed">
            {w.agendaHint}
          </Text>
          <Stack gap="sm">
            {reviewInputs.map((input) => (
              <Textarea
                key={input}
                label={w.inputs[input]}
                autosize
                minRows={1}
                {...form.getInputProps(`inputs.${input}`)}
              />
            ))}
          </Stack>
        </Fieldset>
        <Textarea
          label={w.discussion}
          description={w.discussionHint}
          autosize
          minRows={4}
          {...form.getInputProps("discussion")}
        />
        <Fieldset legend={w.decisions}>
          <Stack gap="sm">
            {form.values.decisions.map((_, index) => (
              // A decision has no other name than its place.
              // oxlint-disable-next-line react/no-array-index-key
              <div key={index}>
                <Textarea
                  label={w.decision(index + 1)}
                  autosize
                  {...form.getInputProps(`decisions.${index}`)}
                />
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => form.removeListItem("decisions", index)}
                >
                  {w.removeDecision(index + 1)}
                </Button>
              </div>
            ))}
            <Group>
              <Button variant="light" size="compact-sm" onClick={() => form.insertListItem("decisions", "")}>
                {w.addDecision}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
        <Textarea
          label={`${w.policyChange} (${w.optional})`}
          autosize
          {...form.getInputProps("policyChange")}
        />
        <Textarea
          label={`${w.trainingNeeds} (${w.optional})`}
          autosize
          {...form.getInputProps("trainingNeeds")}
        />
        <TextInput type="date" label={`${w.nextOn} (${w.optional})`} {...form.getInputProps("nextOn")} />
        <ProblemNote error={saving.error} />
        <Button type="submit" loading={saving.isPending} style={{ alignSelf: "flex-start" }}>
          {w.save}
        </Button>
      </Stack>
    </form>
  );
}
