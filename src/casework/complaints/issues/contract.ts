import { z } from "zod";
import { stages } from "../../../core/complaint/state.ts";
import { words } from "../bodies.ts";

export const Issue = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  description: z.string().optional(),
  closed: z.boolean(),
  openedAt: z.string(),
  openedBy: z.string(),
  /** Of the complaints that the asker may see. */
  complaints: z.int(),
  open: z.int(),
});
export type Issue = z.output<typeof Issue>;

export const IssueDetails = Issue.extend({
  members: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      stage: z.enum(stages),
      receivedAt: z.string(),
      category: z.string().optional(),
      summary: z.string().optional(),
    }),
  ),
});
export type IssueDetails = z.output<typeof IssueDetails>;

const named = { name: words(200), description: words(10_000).optional() };
const params = z.object({ id: z.uuid() });

export const issueOperations = {
  "GET /issues": {
    summary: "Systemic issues with how many complaints belong to each",
    ok: z.object({ items: z.array(Issue) }),
  },
  "POST /issues": {
    summary: "Name a systemic issue",
    body: z.strictObject(named),
    ok: IssueDetails,
    creates: true,
  },
  "GET /issues/:id": { summary: "One issue with its complaints", params, ok: IssueDetails },
  "PUT /issues/:id": {
    summary: "Name or describe it otherwise, close it or open it again, upon the version that was seen",
    params,
    body: z.strictObject({ version: z.int().positive(), ...named, closed: z.boolean() }),
    ok: IssueDetails,
  },
} as const;
