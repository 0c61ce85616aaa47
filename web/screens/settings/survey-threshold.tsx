import { Group, NumberInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { SurveyThreshold } from "../../../src/areas/surveys/contract.ts";
import { surveyWords } from "../../../src/texts/surveys.ts";
import { ask } from "../../client.ts";
import { useWords } from "../../language.tsx";
import { Setting } from "./setting.tsx";
import { useSaving } from "./use-saving.ts";

export function LowAnswers() {
  const { data } = useQuery({
    queryKey: ["setting", "survey-threshold"],
    queryFn: () => ask("GET /office/survey-threshold", {}),
  });
  return data ? <LowAnswersForm threshold={data} /> : null;
}

function LowAnswersForm({ threshold }: { threshold: SurveyThreshold }) {
  const { language } = useWords();
  const w = surveyWords(language);
  const form = useForm({ initialValues: threshold });
  const saving = useSaving("survey-threshold", (body: SurveyThreshold) =>
    ask("PUT /office/survey-threshold", { body }),
  );
  return (
    <Setting
      name="survey-threshold"
      title={w.threshold}
      hint={w.thresholdHint}
      send={form.onSubmit(({ bottom, steps }) =>
        saving.mutate({ bottom: Number(bottom), steps: Number(steps) }),
      )}
      saving={saving}
      told={({ bottom, steps }: SurveyThreshold) => w.thresholdInWords(bottom, steps)}
    >
      <Group gap="sm">
        <NumberInput
          label={w.bottom}
          w={160}
          min={1}
          max={10}
          allowDecimal={false}
          required
          {...form.getInputProps("bottom")}
        />
        <NumberInput
          label={w.steps}
          w={200}
          min={2}
          max={11}
          allowDecimal={false}
          required
          {...form.getInputProps("steps")}
        />
      </Group>
    </Setting>
  );
}
