import { Radio, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { ConciliationSetting } from "../../../src/organisation/office/contract.ts";
import { ask } from "../../client.ts";
import { useWords } from "../../language.tsx";
import { Setting } from "./setting.tsx";
import { useSaving } from "./use-saving.ts";

export function Conciliation() {
  const { data } = useQuery({
    queryKey: ["setting", "conciliation"],
    queryFn: () => ask("GET /office/conciliation", {}),
  });
  return data ? <ConciliationForm conciliation={data.conciliation} /> : null;
}

type Values = Record<"body" | "address" | "url" | "stance", string>;

function ConciliationForm({ conciliation }: { conciliation: ConciliationSetting | undefined }) {
  const { pay, t } = useWords();
  const form = useForm<Values>({
    initialValues: conciliation ?? { body: "", address: "", url: "https://", stance: "" },
    // Whether we take part is a declaration with consequences: nobody makes it by leaving a choice untouched.
    validate: { stance: (stance) => (stance === "" ? t.field.missing : null) },
  });
  const saving = useSaving("conciliation", (body: ConciliationSetting) =>
    ask("PUT /office/conciliation", { body }),
  );
  return (
    <Setting
      name="conciliation"
      title={pay.conciliation}
      hint={pay.conciliationHint}
      send={form.onSubmit((values) => saving.mutate(values as ConciliationSetting))}
      saving={saving}
      told={({ body, address, url, stance }: ConciliationSetting) =>
        [body, address, url, pay.stances[stance]].join(" · ")
      }
    >
      <TextInput label={pay.body} required {...form.getInputProps("body")} />
      <TextInput label={pay.address} required {...form.getInputProps("address")} />
      <TextInput label={pay.url} type="url" required {...form.getInputProps("url")} />
      <Radio.Group label={pay.stance} required {...form.getInputProps("stance")}>
        <Stack gap={6} mt={4}>
          {Object.entries(pay.stances).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
    </Setting>
  );
}
