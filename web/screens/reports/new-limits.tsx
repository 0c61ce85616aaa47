import { Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { reportWords } from "../../../src/texts/reports.ts";
import { ask } from "../../client.ts";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";
import { DecisionDialog, reasonField } from "./decision-dialog.tsx";

/** The charts that have limits, by which a decision names them. */
export const limited = ["rate", "proposalDays", "redress", "gravest"] as const;
export type Limited = (typeof limited)[number];

type Props = { chart: Limited; title: string; period: string; onClose: () => void };

/** A decision of a person: something changed for good, and from when on (STANDARDS §4.3). */
export function NewLimits({ chart, title, period, onClose }: Props) {
  const { language } = useWords();
  const w = reportWords(language);
  const client = useQueryClient();
  const [from, setFrom] = useState(period);
  const [cause, setCause] = useState("");
  const begin = useMutation({
    mutationFn: () => ask("POST /reports/baselines", { body: { chart, from, cause } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["report"] });
      tell(w.limitsBegun);
      onClose();
    },
  });
  return (
    <DecisionDialog
      title={`${w.limits}: ${title}`}
      lead={w.limitsLead}
      verb={w.limits}
      deciding={begin}
      onClose={onClose}
    >
      <TextInput
        label={w.from}
        value={from}
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        placeholder="2026-10"
        pattern="\d{4}-(0[1-9]|1[0-2])"
        required
      />
      <Textarea
        label={w.cause}
        value={cause}
        onChange={({ currentTarget }) => setCause(currentTarget.value)}
        data-autofocus
        {...reasonField}
      />
    </DecisionDialog>
  );
}
