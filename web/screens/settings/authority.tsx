import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { AuthoritySetting } from "../../../src/organisation/office/contract.ts";
import { formatCents } from "../../../src/texts/catalogue.ts";
import { ask } from "../../client.ts";
import { useWords } from "../../language.tsx";
import { centsOf } from "../complaint/cents.ts";
import { Setting } from "./setting.tsx";
import { useSaving } from "./use-saving.ts";

export function Authority() {
  const { data } = useQuery({
    queryKey: ["setting", "authority"],
    queryFn: () => ask("GET /office/authority", {}),
  });
  return data ? <AuthorityForm authority={data} /> : null;
}

const typed = (cents: number) => (cents / 100).toFixed(2);
const read = (text: string) => (/^0([.,]0{1,2})?$/.test(text.trim()) ? 0 : centsOf(text));

function AuthorityForm({ authority: { limits, secondAboveCents } }: { authority: AuthoritySetting }) {
  const { d, pay, language } = useWords();
  const wrong = (text: string) => (read(text) === undefined ? d.refusal["amount-not-positive"] : null);
  const form = useForm({
    initialValues: {
      approver: typed(limits.approver),
      manager: typed(limits.manager),
      second: typed(secondAboveCents),
    },
    validate: { approver: wrong, manager: wrong, second: wrong },
  });
  const saving = useSaving("authority", (body: AuthoritySetting) => ask("PUT /office/authority", { body }));
  const send = form.onSubmit(({ approver, manager, second }) =>
    saving.mutate({
      limits: { approver: read(approver)!, manager: read(manager)! },
      secondAboveCents: read(second)!,
    }),
  );
  const euros = (cents: number) => formatCents(language, cents);
  return (
    <Setting
      name="authority"
      title={pay.authority}
      hint={pay.authorityHint}
      send={send}
      saving={saving}
      told={(value: AuthoritySetting) =>
        `${d.role.approver} ${euros(value.limits.approver)} · ${d.role.manager} ${euros(value.limits.manager)} · ${pay.secondAbove} ${euros(value.secondAboveCents)}`
      }
    >
      <TextInput
        label={pay.upTo(d.role.approver)}
        inputMode="decimal"
        required
        {...form.getInputProps("approver")}
      />
      <TextInput
        label={pay.upTo(d.role.manager)}
        inputMode="decimal"
        required
        {...form.getInputProps("manager")}
      />
      <TextInput label={pay.secondAbove} inputMode="decimal" required {...form.getInputProps("second")} />
    </Setting>
  );
}
