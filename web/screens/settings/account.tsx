import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { AccountSetting } from "../../../src/casework/payments/contract.ts";
import { ask } from "../../client.ts";
import { useWords } from "../../language.tsx";
import { Setting } from "./setting.tsx";
import { useSaving } from "./use-saving.ts";

export function Account() {
  const { data } = useQuery({
    queryKey: ["setting", "account"],
    queryFn: () => ask("GET /office/account", {}),
  });
  return data ? <AccountForm account={data.account} /> : null;
}

function AccountForm({ account }: { account: AccountSetting | undefined }) {
  const { pay, t } = useWords();
  const form = useForm({
    initialValues: { holder: account?.holder ?? "", iban: account?.iban ?? "", bic: account?.bic ?? "" },
  });
  const saving = useSaving("account", (body: AccountSetting) => ask("PUT /office/account", { body }));
  const send = form.onSubmit(({ bic, ...rest }) => saving.mutate({ ...rest, ...(bic && { bic }) }));
  return (
    <Setting
      name="account"
      title={pay.account}
      send={send}
      saving={saving}
      told={(value: AccountSetting) => [value.holder, value.iban, value.bic].filter(Boolean).join(" · ")}
    >
      <TextInput label={pay.holder} required {...form.getInputProps("holder")} />
      <TextInput label={pay.iban} required autoComplete="off" {...form.getInputProps("iban")} />
      <TextInput label={`${pay.bic} (${t.app.optional})`} {...form.getInputProps("bic")} />
    </Setting>
  );
}
