import { Stack, Text } from "@mantine/core";
import { useWords } from "../../../language.tsx";
import { Adding } from "./adding.tsx";
import { useChanging } from "./changing.ts";
import { ByWhom, Entry } from "./entry.tsx";
import { useFields } from "./fields.ts";
import type { Part } from "./part.ts";

/** Which training material was looked at, in which version. */
export function Materials({ complaint, investigation }: Part) {
  const { i } = useWords();
  const change = useChanging(complaint);
  const { text, line } = useFields(complaint);
  const { materials, may } = investigation;
  return (
    <Stack gap="sm">
      {materials.length === 0 && <Text c="dimmed">{i.none}</Text>}
      <ul className="entries">
        {materials.map(({ number, course, module, version, note, by, at }) => (
          <Entry
            key={number}
            number={number}
            words={[course, module].filter(Boolean).join(" · ")}
            badge={version}
          >
            {note && (
              <Text size="sm" className="words">
                {note}
              </Text>
            )}
            <ByWhom by={by} at={at} />
          </Entry>
        ))}
      </ul>
      {may.includes("review-material") && complaint.investigatorId && (
        <Adding
          label={i.review}
          fields={[
            line("course", i.course),
            line("module", i.module, false),
            line("version", i.version, false),
            text("note", i.note, false),
          ]}
          send={(values) => change("POST /complaints/:id/materials", values)}
        />
      )}
    </Stack>
  );
}
