import { Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { reportWords } from "../../../src/texts/reports.ts";
import { ask } from "../../client.ts";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";
import { DecisionDialog, reasonField } from "./decision-dialog.tsx";

export function CountAgain({ period, onClose }: { period: string; onClose: () => void }) {
  const { language } = useWords();
  const w = reportWords(language);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const count = useMutation({
    mutationFn: () => ask("POST /reports/:period/versions", { params: { period }, body: { reason } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["report", period] });
      await client.invalidateQueries({ queryKey: ["reports"] });
      tell(w.counted);
      onClose();
      await navigate({ to: "/reports/$period", params: { period }, search: {} });
    },
  });
  return (
    <DecisionDialog title={w.again} lead={w.againLead} verb={w.again} deciding={count} onClose={onClose}>
      <Textarea
        label={w.reason}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        data-autofocus
        {...reasonField}
      />
    </DecisionDialog>
  );
}
