import { Anchor, Text } from "@mantine/core";
import type { EventView } from "../../../src/casework/complaints/contract.ts";
import { useWords } from "../../language.tsx";

/** The files of a fact, as downloads; one that was set aside says why, and asks first. */
export function Files({ complaintId, files }: { complaintId: string; files: EventView["files"] }) {
  const place = ({ version, index }: FileOf) => `/complaints/${complaintId}/files/${version}/${index}`;
  return <FileList files={files} place={place} />;
}

type FileOf = EventView["files"][number];

/** Files as downloads, each from its place below the API. */
export function FileList({ files, place }: { files: FileOf[]; place: (file: FileOf) => string }) {
  const { m } = useWords();
  return files.map((file) => {
    const { index, name, size, held } = file;
    return (
      <Text key={index} size="sm" mt={4}>
        <Anchor
          href={`/api/v1${place(file)}${held ? "?despite=held" : ""}`}
          download
          onClick={(event) => {
            if (held && !window.confirm(m.openHeld(name))) event.preventDefault();
          }}
        >
          {name}
        </Anchor>{" "}
        ({Math.ceil(size / 1024)} kB){held && ` · ${m.heldNote(m.held[held] ?? held)}`}
      </Text>
    );
  });
}
