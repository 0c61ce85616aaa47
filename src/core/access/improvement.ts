import type { ActionCommand } from "../improvement/deciding.ts";
import { may, type Person, type Role } from "./access.ts";

const workers: readonly Role[] = ["handler", "manager"];
const managers: readonly Role[] = ["manager"];

/** Which roles may do what to an improvement action; its owner may work on it whatever the role. */
const allowed: Record<ActionCommand["do"], { roles: readonly Role[]; owner: boolean }> = {
  open: { roles: workers, owner: false },
  change: { roles: workers, owner: false },
  link: { roles: workers, owner: true },
  unlink: { roles: workers, owner: true },
  note: { roles: workers, owner: true },
  "add-evidence": { roles: workers, owner: true },
  finish: { roles: workers, owner: true },
  check: { roles: managers, owner: false },
  extend: { roles: managers, owner: false },
  verify: { roles: managers, owner: false },
  reopen: { roles: managers, owner: false },
  cancel: { roles: managers, owner: false },
  // Found by our own job alone.
  recur: { roles: [], owner: false },
};

/** Whoever reads complaints reads every action; anybody else their own. */
export const readsActions = (held: readonly Role[]): boolean => may(held, "read");

export function mayImprove(
  who: Person,
  act: ActionCommand["do"],
  action: { ownerId: string } | undefined,
): boolean {
  if (who.kind === "system") return true;
  if (who.kind === "customer") return false;
  const { roles, owner } = allowed[act];
  return (owner && action?.ownerId === who.id) || roles.some((role) => who.roles.includes(role));
}

export const actionActs = Object.keys(allowed) as [ActionCommand["do"], ...ActionCommand["do"][]];
