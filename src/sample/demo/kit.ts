import type { z } from "zod";
import type { Agenda } from "../seeding/agenda.ts";
import type { Staff } from "../../core/access/access.ts";
import type { Kit as CaseKit } from "../seeding/cases.ts";
import type { NewAction } from "../../areas/improvement/contract.ts";
import type { Ask } from "./asking.ts";
import type { OfficeDays } from "./office-days.ts";
import type { Team } from "./staff.ts";

export type Decision = Omit<z.input<typeof NewAction>, "complaints">;

/** What the courses of the sample office work with. */
export type Kit = {
  cases: CaseKit;
  ask: Ask;
  team: Team;
  days: OfficeDays;
  agenda: Agenda;
  colleague: (id: string) => Staff;
  /** Month → what its review decides to improve. */
  decisions: Map<string, Decision[]>;
  /** An action was opened in a review: what is done about it begins. */
  opened: (title: string) => Promise<void>;
};
