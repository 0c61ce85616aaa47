import type { Role } from "./access.ts";

/** What is done in the office apart from any complaint. */
export type OfficeAct =
  | "read-office"
  | "draft-policy"
  | "approve-policy"
  | "publish-policy"
  | "change-calendar"
  | "change-settings"
  | "keep-issues"
  | "keep-participants";

const allowed: Record<OfficeAct, readonly Role[]> = {
  "read-office": ["admin", "intake", "handler", "approver", "manager", "auditor"],
  "draft-policy": ["admin", "manager"],
  "approve-policy": ["admin", "manager"],
  "publish-policy": ["admin", "manager"],
  "change-calendar": ["admin", "manager"],
  "change-settings": ["admin"],
  "keep-issues": ["handler", "manager"],
  "keep-participants": ["admin", "manager"],
};

export const mayInOffice = (held: readonly Role[], act: OfficeAct): boolean =>
  allowed[act].some((role) => held.includes(role));
