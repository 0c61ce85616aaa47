import { Anchor, Text } from "@mantine/core";
import type { EventView } from "../../../src/complaints/contract.ts";
import { useWords } from "../../language.tsx";

/** The files of a fact, as downloads; one that was set aside says why, and asks first. */
export function Files({ complaintId, files }: { complaintId: string; files: EventView["files"] }) {
  const { m } = useWords();
  return files.map(({ version, index, name, size, held }) => (
    <Text key={index} size="sm" mt={4}>
      <Anchor
        href={`/api/v1/complaints/${complaintId}/files/${version}/${index}${held ? "?despite=held" : ""}`}
        download
        onClick={(event) => {
          if (held && !window.confirm(m.openHeld(name))) event.preventDefault();
        }}
      >
        {name}
      </Anchor>{" "}
      ({Math.ceil(size / 1024)} kB){held && ` · ${m.heldNote(m.held[held] ?? held)}`}
    </Text>
  ));
}
