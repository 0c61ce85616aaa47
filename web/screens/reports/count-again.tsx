import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { reportWords } from "../../../src/words/reports.ts";
import { ask } from "../../client.ts";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemNote } from "../../components/problem.tsx";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";

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
    <Dialog title={w.again} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          count.mutate();
        }}
      >
        <Stack>
          <Text size="sm">{w.againLead}</Text>
          <Textarea
            label={w.reason}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            required
            minLength={3}
            maxLength={500}
            autosize
            data-autofocus
          />
          <ProblemNote error={count.error} />
          <Group>
            <Button type="submit" loading={count.isPending}>
              {w.again}
            </Button>
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
