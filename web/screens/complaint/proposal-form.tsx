import { ActionIcon, Button, Card, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { centsOf } from "./cents.ts";

type Taking = { take: (values: object) => void; taking: boolean; error: unknown };
type MeasureValues = Record<
  "kind" | "description" | "amount" | "basis" | "dueOn" | "code" | "redeemableUntil",
  string
>;

const blank: MeasureValues = {
  kind: "explanation",
  description: "",
  amount: "",
  basis: "claim",
  dueOn: "",
  code: "",
  redeemableUntil: "",
};
const paid = (kind: string) => kind === "refund" || kind === "voucher";

/** A proposal: what we tell the customer, and each thing that we promise. */
export function ProposalForm({ take, taking, error }: Taking) {
  const { t, d, money } = useWords();
  const form = useForm({ initialValues: { explanation: "", measures: [{ ...blank }] } });
  const options = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  const send = form.onSubmit(({ explanation, measures }) => {
    const amounts = measures.map(({ kind, amount }) => (paid(kind) ? centsOf(amount) : undefined));
    const unreadable = measures.findIndex(({ kind }, index) => paid(kind) && amounts[index] === undefined);
    if (unreadable >= 0)
      return form.setFieldError(`measures.${unreadable}.amount`, d.refusal["amount-not-positive"]);
    return take({ explanation, measures: measures.map((measure, index) => bodyOf(measure, amounts[index])) });
  });
  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        <ProblemNote error={error} />
        <Textarea
          label={t.field.explanation}
          required
          autosize
          minRows={3}
          {...form.getInputProps("explanation")}
        />
        {form.values.measures.map((measure, index) => (
          <Card withBorder key={index} padding="sm" component="fieldset">
            <Group justify="space-between" align="end" wrap="nowrap">
              <Select
                label={t.field.kind}
                data={options(d.measure)}
                allowDeselect={false}
                flex={1}
                {...form.getInputProps(`measures.${index}.kind`)}
              />
              {form.values.measures.length > 1 && (
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t.field.removeMeasure}
                  onClick={() => form.removeListItem("measures", index)}
                >
                  <IconTrash size={18} />
                </ActionIcon>
              )}
            </Group>
            <Textarea
              label={t.field.description}
              required
              autosize
              minRows={1}
              {...form.getInputProps(`measures.${index}.description`)}
            />
            {paid(measure.kind) && (
              <Group grow>
                <TextInput
                  label={t.field.amount}
                  inputMode="decimal"
                  placeholder="240,00"
                  required
                  {...form.getInputProps(`measures.${index}.amount`)}
                />
                <Select
                  label={t.field.basis}
                  data={options(d.basis)}
                  allowDeselect={false}
                  {...form.getInputProps(`measures.${index}.basis`)}
                />
              </Group>
            )}
            {measure.kind === "voucher" && (
              <Group grow preventGrowOverflow={false}>
                <TextInput
                  label={`${money.code} (${t.app.optional})`}
                  autoComplete="off"
                  {...form.getInputProps(`measures.${index}.code`)}
                />
                <TextInput
                  type="date"
                  label={`${money.redeemableUntil} (${t.app.optional})`}
                  {...form.getInputProps(`measures.${index}.redeemableUntil`)}
                />
              </Group>
            )}
            {measure.kind === "corrective_action" && (
              <TextInput
                type="date"
                label={t.field.dueOn}
                {...form.getInputProps(`measures.${index}.dueOn`)}
              />
            )}
          </Card>
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => form.insertListItem("measures", { ...blank })}
          >
            {t.field.addMeasure}
          </Button>
          <Button type="submit" loading={taking}>
            {t.field.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const bodyOf = (
  { kind, description, basis, dueOn, code, redeemableUntil }: MeasureValues,
  amountCents: number | undefined,
) => ({
  kind,
  description,
  ...(amountCents !== undefined && { amountCents, basis }),
  ...(kind === "corrective_action" && dueOn && { dueOn }),
  ...(kind === "voucher" && code && { code }),
  ...(kind === "voucher" && redeemableUntil && { redeemableUntil }),
});
