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
  | "keep-participants"
  | "read-reports"
  | "keep-reports"
  | "read-training"
  | "keep-training"
  | "accept-lessons"
  | "import-surveys"
  | "read-reviews"
  | "hold-reviews"
  | "take-audit-pack";

const allowed: Record<OfficeAct, readonly Role[]> = {
  "read-office": ["admin", "intake", "handler", "approver", "manager", "auditor"],
  "draft-policy": ["admin", "manager"],
  "approve-policy": ["admin", "manager"],
  "publish-policy": ["admin", "manager"],
  "change-calendar": ["admin", "manager"],
  "change-settings": ["admin"],
  "keep-issues": ["handler", "manager"],
  "read-reports": ["admin", "manager", "auditor"],
  /** Counts again, and decides where a chart gets new limits. */
  "keep-reports": ["manager"],
  "take-audit-pack": ["manager", "auditor"],
  "keep-participants": ["admin", "manager"],
  "read-training": ["admin", "manager", "auditor"],
  "keep-training": ["admin", "manager"],
  // A lesson comes from a complaint, which administrators do not read.
  "accept-lessons": ["manager"],
  // And whoever is in the management team.
  "read-reviews": ["manager", "auditor"],
  "hold-reviews": ["manager"],
  "import-surveys": ["admin", "intake", "handler", "manager"],
};

export const mayInOffice = (held: readonly Role[], act: OfficeAct): boolean =>
  allowed[act].some((role) => held.includes(role));
