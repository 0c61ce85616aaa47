import type { Db } from "../../engine/database/database.ts";
import { usualQuorum } from "../../core/reviewing/review.ts";
import { ManagementTeam } from "./contract.ts";
import { atWork, setting, withRole } from "./people.ts";

/** The management team of those who still work here; until one is named, every manager (STANDARDS §5, 31). */
export async function managementTeam(db: Db): Promise<ManagementTeam> {
  const [people, named] = await Promise.all([
    atWork(db),
    setting(db, "management-team", ManagementTeam, { people: [], quorum: usualQuorum }),
  ]);
  const here = new Set(people.map(({ id }) => id));
  const team = named.people.filter((id) => here.has(id));
  return team.length > 0
    ? { ...named, people: team }
    : { people: withRole(people, "manager"), quorum: usualQuorum };
}
