import { useQuery } from "@tanstack/react-query";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { timelineQuery } from "./timeline-query.ts";
import type { Option } from "./step-fields.ts";

/** What the customer wrote since they have the proposal, the latest first: any of it may be the answer. */
export function useMessages(complaint: ComplaintView): Option[] {
  const { m } = useWords();
  const { zone } = useMe();
  const format = useShortFormat(zone);
  const { data } = useQuery(timelineQuery(complaint));
  const since = complaint.proposals.findLast(({ status }) => status === "sent")?.sentAt;
  if (!since) return [];
  return (data?.items ?? [])
    .filter(
      ({ type, data: { at }, words }) => type === "MessageReceived" && String(at) >= since && words.words,
    )
    .map(({ version, data: { at, otherSender }, words, folded }) => ({
      value: String(version),
      label: [
        format(String(at)),
        otherSender && m.otherSender,
        (folded?.said ?? words.words ?? "").replace(/\s+/g, " ").slice(0, 80),
      ]
        .filter(Boolean)
        .join(" · "),
    }))
    .toReversed();
}
