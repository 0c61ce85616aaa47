import type { Severity } from "./events.ts";

export const impacts = ["individual", "group", "widespread"] as const;
/** How far it reaches: one person, a course or group, or many. */
export type Impact = (typeof impacts)[number];

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

/** Severity × impact (ISO 10002, 7.5). The gravest severity is urgent however few it concerns; an unknown reach counts as one person. */
export function priorityOf(severity: Severity, impact: Impact = "individual"): Priority {
  if (severity === 4) return "urgent";
  return priorities[Math.min(severity - 1 + impacts.indexOf(impact), priorities.length - 1)]!;
}
