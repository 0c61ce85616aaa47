import { fileTypeFromBuffer } from "file-type";
import type { Scan } from "./scanning.ts";

/** Why a file should not be opened unasked. */
export type Held = "program" | "script" | "web-page" | "macros" | "disguised" | "virus" | "not-scanned";

type Attached = { name: string; bytes: Uint8Array };

/** Looks at each file's content; what it is called proves nothing. */
export async function holdFiles(
  files: readonly Attached[],
  scan: Scan | undefined,
): Promise<(Held | undefined)[]> {
  const held: (Held | undefined)[] = [];
  for (const file of files) held.push((await reasonToHold(file)) ?? (await scanned(file, scan)));
  return held;
}

/** The files as they are kept, each with the reason that holds it. */
export const withReasons = <F>(
  files: readonly F[],
  held: readonly (Held | null | undefined)[],
): (F & { held?: Held })[] =>
  files.map((file, index) => ({ ...file, ...(held[index] && { held: held[index] }) }));

const programs = new Set([
  "exe",
  "elf",
  "macho",
  "dmg",
  "deb",
  "rpm",
  "jar",
  "apk",
  "msi",
  "lnk",
  "wasm",
  "class",
  "iso",
]);
const scripts =
  /\.(js|mjs|jse|vbs|vbe|wsf|wsh|hta|ps1|psm1|bat|cmd|com|scr|pif|cpl|msc|reg|lnk|url|iso|img|vhd|jar|exe|msi|dll|app|sh|py|applescript|chm|scf|library-ms|settingcontent-ms)$/i;
const pages = /\.(html?|xhtml|xht|svgz?|mhtml?|shtml|xml)$/i;
const macros = /\.(docm|dotm|xlsm|xltm|xlam|pptm|potm|ppam|ppsm|sldm|xll)$/i;

/** Endings whose content can be told; another content under one of them is a disguise. */
const told: Record<string, readonly string[]> = {
  pdf: ["pdf"],
  png: ["png", "apng"],
  jpg: ["jpg"],
  jpeg: ["jpg"],
  gif: ["gif"],
  docx: ["docx", "zip"],
  xlsx: ["xlsx", "zip"],
  pptx: ["pptx", "zip"],
};

async function reasonToHold({ name, bytes }: Attached): Promise<Held | undefined> {
  // Signs that cannot be seen are gone from the name under which it is handed out, wherever they stood.
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").replace(/[\s.]+$/u, "");
  const content = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext;
  if (content !== undefined && programs.has(content)) return "program";
  if (scripts.test(plain) || beginsLikeScript(bytes)) return "script";
  if (pages.test(plain) || beginsLikePage(bytes)) return "web-page";
  if (macros.test(plain)) return "macros";
  const expected = told[plain.split(".").at(-1)?.toLowerCase() ?? ""];
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(name)) return "disguised";
  return expected && content !== undefined && !expected.includes(content) ? "disguised" : undefined;
}

const beginning = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).toString("latin1").trimStart();
const beginsLikeScript = (bytes: Uint8Array) => beginning(bytes).startsWith("#!");
const beginsLikePage = (bytes: Uint8Array) =>
  /^(\xef\xbb\xbf)?(<!doctype html|<html|<script|<svg|<\?xml[^>]*>\s*(<!--[^]*?-->\s*)?<(svg|html))/i.test(
    beginning(bytes),
  );

async function scanned({ bytes }: Attached, scan: Scan | undefined): Promise<Held | undefined> {
  if (!scan) return undefined;
  try {
    return (await scan(bytes)) === undefined ? undefined : "virus";
  } catch {
    // A scanner that is down holds up no complaint; what nobody looked at says so.
    return "not-scanned";
  }
}
