import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { ask } from "../../client.ts";

/** The version is part of the key: a newer complaint has a longer timeline. */
export const timelineQuery = ({ id, version }: Pick<ComplaintView, "id" | "version">) => ({
  queryKey: ["timeline", id, version],
  queryFn: () => ask("GET /complaints/:id/events", { params: { id } }),
  placeholderData: <D>(before: D) => before,
});
