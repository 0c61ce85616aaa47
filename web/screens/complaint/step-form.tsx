import { Button, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { tell } from "../../components/tell.ts";
import { Problem } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { StepField } from "./step-field.tsx";
import { ProposalForm } from "./proposal-form.tsx";
import { useStepFields } from "./step-fields.ts";
import { takeStep } from "./taking-steps.ts";

type Step = ComplaintView["nextSteps"][number];
type Values = Record<string, string>;

/** The form of one step. What was typed stays when the server says no. */
export function StepForm({
  step,
  complaint,
  done,
}: {
  step: Step;
  complaint: ComplaintView;
  done: () => void;
}) {
  const { t } = useWords();
  const fields = useStepFields(step, complaint);
  const { take, error, taking } = useStep(step, complaint, done);
  const shownFor = (values: Values) => fields.filter(({ when }) => !when || when(values));
  const form = useForm<Values>({
    initialValues: Object.fromEntries(fields.map(({ name, initial }) => [name, initial ?? ""])),
    // A choice that nobody made must not be recorded as one of its answers: the browser itself checks neither radios nor pickers.
    validate: (values) =>
      Object.fromEntries(
        shownFor(values)
          .filter(({ name, required }) => required && !values[name]?.trim())
          .map(({ name }) => [name, t.field.missing]),
      ),
  });
  if (step === "proposals") return <ProposalForm take={take} taking={taking} error={error} />;
  const verb =
    step === "approval"
      ? t.field.approve
      : step === "dispatch" || step === "holding-letter"
        ? t.field.send
        : t.field.save;
  return (
    <form onSubmit={form.onSubmit((values) => take(values))}>
      <Stack gap="sm">
        <ProblemNote error={error} />
        {step === "approval" && <Text c="dimmed">{t.field.approvalHint}</Text>}
        {shownFor(form.values).map((field) => (
          <StepField key={field.name} field={field} {...form.getInputProps(field.name)} />
        ))}
        <Button type="submit" loading={taking} style={{ alignSelf: "flex-start" }}>
          {verb}
        </Button>
      </Stack>
    </form>
  );
}

function useStep(step: Step, complaint: ComplaintView, done: () => void) {
  const { t } = useWords();
  const { zone } = useMe();
  const queryClient = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: (values: object) => takeStep(step, complaint, values as Record<string, string>, zone),
    onSuccess: (changed) => {
      queryClient.setQueriesData<ComplaintView>({ queryKey: ["complaint"] }, (shown) =>
        shown?.id === changed.id ? changed : shown,
      );
      void queryClient.invalidateQueries({ queryKey: ["register"] });
      tell(t.complaint.saved);
      done();
    },
    onError: (problem) => {
      if (problem instanceof Problem && problem.code === "stale")
        void queryClient.invalidateQueries({ queryKey: ["complaint"] });
    },
  });
  return { take: mutate, error, taking: isPending };
}
