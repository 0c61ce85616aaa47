import { Code, Group, Stack, Text } from "@mantine/core";
import type { ActionDetails } from "../../../src/areas/improvement/contract.ts";
import { useWords } from "../../language.tsx";
import { FileList } from "../complaint/files.tsx";
import { AddFile } from "../complaint/investigation/add-file.tsx";
import { Adding } from "../complaint/investigation/adding.tsx";
import { ByWhom, Entry } from "../complaint/investigation/entry.tsx";
import { optionsOf, useFields } from "../complaint/investigation/fields.ts";
import { useImproving } from "./actions-query.ts";

/** What proves that it was done, with the digest of each piece. */
export function ActionEvidence({ action }: { action: ActionDetails }) {
  const { i } = useWords();
  const improve = useImproving(action);
  const { text, line, few } = useFields({ conflicts: [] });
  const add = (evidence: object) => improve("POST /actions/:id/evidence", evidence);
  const origins: Record<string, string> = i.names.origin;
  return (
    <Stack gap="sm">
      {action.evidence.length === 0 && <Text c="dimmed">{i.none}</Text>}
      <ul className="entries">
        {action.evidence.map(({ number, title, text: words, file, origin, sha256, by, at }) => (
          <Entry key={number} number={number} words={title} badge={origins[origin]}>
            {words && (
              <Text size="sm" className="words quote">
                {words}
              </Text>
            )}
            {file && (
              <FileList files={[file]} place={({ version }) => `/actions/${action.id}/files/${version}`} />
            )}
            <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {i.digest}{" "}
              <Code bg="transparent" c="inherit" p={0}>
                {sha256}
              </Code>
            </Text>
            <ByWhom by={by} at={at} />
          </Entry>
        ))}
      </ul>
      {action.status !== "cancelled" && action.may.includes("add-evidence") && (
        <Group gap="xs" align="start">
          <AddFile add={add} />
          <Adding
            label={i.addText}
            fields={[
              line("title", i.evidenceTitle),
              text("text", i.text),
              few("origin", i.origin, optionsOf(i.names.origin)),
            ]}
            send={add}
          />
        </Group>
      )}
    </Stack>
  );
}
