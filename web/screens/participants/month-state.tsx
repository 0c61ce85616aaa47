import { Badge } from "@mantine/core";
import type { ParticipantMonth } from "../../../src/areas/participants/contract.ts";
import { participantWords } from "../../../src/texts/participants.ts";
import { useWords } from "../../language.tsx";

/** Whether a month has a number that rates are made with. */
export function MonthState({ month }: { month: ParticipantMonth }) {
  const { language } = useWords();
  const w = participantWords(language);
  const { complete, over, version } = month;
  if (complete)
    return (
      <Badge color="teal" className="whole">
        {w.complete}
      </Badge>
    );
  return (
    <Badge color={over && version > 0 ? "orange" : "gray"} className="whole">
      {over ? (version === 0 ? w.unknown : w.incomplete) : w.running}
    </Badge>
  );
}
