import type { Policy } from "../../core/policy/policy.ts";
import { compareLines, type ChangedLine } from "../../texts/comparing.ts";
import { linesOf } from "./site-check.ts";

/** The text of one version beside that of an earlier one. */
export const compareVersions = (earlier: Policy, later: Policy, language: "en" | "de"): ChangedLine[] =>
  compareLines(linesOf(earlier, language), linesOf(later, language));
