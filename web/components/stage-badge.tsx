import { Badge } from "@mantine/core";
import type { ComplaintRow } from "../../src/casework/complaints/contract.ts";
import { useWords } from "../language.tsx";

const colour: Record<ComplaintRow["stage"], string> = {
  received: "blue",
  acknowledged: "cyan",
  under_investigation: "violet",
  proposed: "orange",
  in_discussion: "pink",
  accepted: "lime",
  implemented: "teal",
  followed_up: "green",
  closed: "gray",
  withdrawn: "gray",
};

export const StageBadge = ({ stage }: { stage: ComplaintRow["stage"] }) => (
  <Badge color={colour[stage]} miw="max-content">
    {useWords().d.stage[stage]}
  </Badge>
);
