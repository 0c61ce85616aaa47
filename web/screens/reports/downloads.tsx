import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { Report } from "../../../src/areas/reports/contract.ts";
import { reportWords } from "../../../src/texts/reports.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { takeFile } from "../../components/taking-a-file.ts";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";

const kinds = ["pdf", "csv", "xlsx"] as const;

/** The version that is shown, to take along. */
export function Downloads({ report: { period, version } }: { report: Report }) {
  const { language } = useWords();
  const w = reportWords(language);
  const take = useMutation({
    mutationFn: (kind: (typeof kinds)[number]) =>
      takeFile(
        `/reports/${period}.${kind}?version=${version}&language=${language}`,
        `report-${period}.${kind}`,
      ),
    onSuccess: () => tell(w.made),
  });
  return (
    <div className="no-print">
      <Group gap="xs" role="group" aria-label={w.download}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={take.isPending && take.variables === kind}
            disabled={take.isPending}
            onClick={() => take.mutate(kind)}
          >
            {w.downloads[kind]}
          </Button>
        ))}
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {take.isPending ? w.making : ""}
      </Text>
      <ProblemNote error={take.error} />
    </div>
  );
}
