import { Code, Group, Stack, Text } from "@mantine/core";
import { useWords } from "../../../language.tsx";
import { Files } from "../files.tsx";
import { Adding } from "./adding.tsx";
import { AddFile } from "./add-file.tsx";
import { useChanging } from "./changing.ts";
import { ByWhom, Entry } from "./entry.tsx";
import { optionsOf, useFields } from "./fields.ts";
import type { Part } from "./part.ts";

/** What proves it; nothing here is ever changed, only struck. */
export function Evidence({ complaint, investigation }: Part) {
  const { i } = useWords();
  const change = useChanging(complaint);
  const { text, line, few } = useFields(complaint);
  const { evidence, may } = investigation;
  return (
    <Stack gap="sm">
      {evidence.length === 0 && <Text c="dimmed">{i.none}</Text>}
      <ul className="entries">
        {evidence.map(({ number, title, text: words, file, origin, sha256, struck, by, at }) => (
          <Entry key={number} number={number} words={title} badge={i.names.origin[origin]} ended={!!struck}>
            {words && (
              <Text size="sm" className="words quote">
                {words}
              </Text>
            )}
            {file && <Files complaintId={complaint.id} files={[file]} />}
            {struck && <Text size="sm">{i.struck(struck.reason)}</Text>}
            <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {i.digest}{" "}
              <Code bg="transparent" c="inherit" p={0}>
                {sha256}
              </Code>
            </Text>
            <ByWhom by={by} at={at} />
            {!struck && may.includes("strike-evidence") && (
              <Adding
                small
                label={i.strike}
                fields={[text("reason", i.reason)]}
                send={(values) => change("POST /complaints/:id/evidence/:n/striking", values, number)}
              />
            )}
          </Entry>
        ))}
      </ul>
      {may.includes("add-evidence") && (
        <Group gap="xs" align="start">
          <AddFile add={(evidence) => change("POST /complaints/:id/evidence", evidence)} />
          <Adding
            label={i.addText}
            fields={[
              line("title", i.evidenceTitle),
              text("text", i.text),
              few("origin", i.origin, optionsOf(i.names.origin)),
            ]}
            send={(values) => change("POST /complaints/:id/evidence", values)}
          />
        </Group>
      )}
    </Stack>
  );
}
