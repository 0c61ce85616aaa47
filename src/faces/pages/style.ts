import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "../../core/policy/policy.ts";

const base = readFileSync(join(import.meta.dirname, "style.css"), "utf8");

/** What a browser puts on the tab, of pages and of the staff app. */
export const icon = readFileSync(join(import.meta.dirname, "icon.svg"), "utf8");

/** The one stylesheet, in the platform's colour. */
export const styleOf = ({ accent }: Platform): string =>
  `:root{--accent:${accent.light}}\n@media (prefers-color-scheme:dark){:root{--accent:${accent.dark}}}\n${base}`;

/** Its address changes with its content, so that a browser may keep it for good. */
export const stylePath = (platform: Platform): string =>
  `/style/${platform.code}-${createHash("sha256").update(styleOf(platform)).digest("hex").slice(0, 12)}.css`;
