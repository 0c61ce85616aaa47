import { z } from "zod";
import { Absences } from "../../organisation/office/contract.ts";

const person = z.uuid();
const code = z.string().min(1).max(60);

export const RoutingRule = z.strictObject({
  platform: code.optional(),
  subject: z.enum(["programme", "service", "other"]).optional(),
  category: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional(),
  department: z.string().trim().min(1).max(100),
  owners: z.array(person).min(1).max(20),
  deputy: person.optional(),
});
export const RoutingTable = z.strictObject({
  rules: z.array(RoutingRule).max(200),
  management: z
    .strictObject({ about: z.array(person).min(1).max(50), owner: person, unseenBy: z.array(person).max(50) })
    .optional(),
});
export type RoutingTable = z.output<typeof RoutingTable>;

export const RoutingView = z.object({
  table: RoutingTable,
  absences: Absences,
  /** Who is trained and so may own one; missing while no training was held and everybody may. */
  trained: z.array(person).optional(),
  workload: z.array(z.object({ person, open: z.int() })),
  /** Open complaints that nobody owns although they were looked at. */
  unassigned: z.int(),
});
export type RoutingView = z.output<typeof RoutingView>;

export const routingOperations = {
  "GET /routing": { summary: "Who gets which complaint, who is away, and who may own one", ok: RoutingView },
  "PUT /routing": {
    summary: "Change the table; the first line that fits decides",
    body: RoutingTable,
    ok: RoutingView,
  },
  "PUT /routing/absences": {
    summary: "Who is away, from which day to which, both included",
    body: z.strictObject({ absences: Absences }),
    ok: RoutingView,
  },
} as const;
