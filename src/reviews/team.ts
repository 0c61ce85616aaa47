import type { Person } from "../core/access/access.ts";
import type { Db } from "../database/database.ts";
import { mayInOffice } from "../core/access/office.ts";
import { usualQuorum } from "../core/reviewing/review.ts";
import { setting } from "../office/people.ts";
import { Team } from "./contract.ts";

/** The management team of those who still work here; until one is named, every manager (STANDARDS §5, 31). */
export async function managementTeam(db: Db): Promise<Team> {
  const [people, named] = await Promise.all([
    db.selectFrom("person").select(["id", "roles"]).where("disabled_at", "is", null).orderBy("id").execute(),
    setting(db, "management-team", Team, { people: [], quorum: usualQuorum }),
  ]);
  const here = new Set(people.map(({ id }) => id));
  const team = named.people.filter((id) => here.has(id));
  if (team.length > 0) return { ...named, people: team };
  return {
    people: people.filter(({ roles }) => roles.includes("manager")).map(({ id }) => id),
    quorum: usualQuorum,
  };
}

type Staff = Extract<Person, { kind: "staff" }>;
export const readsReviews = ({ id, roles }: Staff, team: Team): boolean =>
  mayInOffice(roles, "read-reviews") || team.people.includes(id);
export const holdsReviews = ({ id, roles }: Staff, team: Team): boolean =>
  mayInOffice(roles, "hold-reviews") || team.people.includes(id);
