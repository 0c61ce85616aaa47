import type { Staff } from "../../core/access/access.ts";
import type { ManagementTeam } from "../../organisation/office/contract.ts";
import { mayInOffice } from "../../core/access/office.ts";

export const readsReviews = ({ id, roles }: Staff, team: ManagementTeam): boolean =>
  mayInOffice(roles, "read-reviews") || team.people.includes(id);
export const holdsReviews = ({ id, roles }: Staff, team: ManagementTeam): boolean =>
  mayInOffice(roles, "hold-reviews") || team.people.includes(id);
