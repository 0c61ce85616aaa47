import { createHash } from "node:crypto";
import type { Person } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import type { NewEvidence } from "../../casework/complaints/investigation/bodies.ts";
import { open } from "../../record/content/content.ts";
import { holdFiles } from "../../record/content/holding.ts";
import { actionVisible } from "./actions.ts";
import { wordsOf } from "./changing.ts";
import type { ActionWords } from "./storing.ts";

/** The words of a piece of evidence; the digest is counted from what we keep and never taken from who sends it. */
export async function evidenceWords({ scan }: Desk, body: NewEvidence): Promise<ActionWords> {
  const { title, origin } = body;
  if ("text" in body)
    return wordsOf({ title, origin, text: body.text, sha256: sha256(Buffer.from(body.text)) });
  const { name, type, base64 } = body.file;
  const bytes = Buffer.from(base64, "base64");
  const [held] = await holdFiles([{ name, bytes }], scan);
  const about = { name, type, size: bytes.length, ...(held && { held }) };
  return wordsOf({
    title,
    origin,
    sha256: sha256(bytes),
    "file-name:0": JSON.stringify(about),
    "file:0": bytes,
  });
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A file of an action, for whoever may see the action. */
export async function actionFile(desk: Desk, who: Person, id: string, version: number) {
  if (!Number.isSafeInteger(version) || version < 1 || version > 1_000_000) return undefined;
  if (!(await actionVisible(desk.db, who, id))) return undefined;
  const kept = await open(desk.db, desk.keys, [id], { version, names: ["file:0", "file-name:0"] });
  const bytes = kept.find(({ name }) => name === "file:0")?.clear;
  const about = kept.find(({ name }) => name === "file-name:0")?.clear;
  if (!bytes || !about) return undefined;
  return {
    bytes,
    ...(JSON.parse(about.toString()) as { name: string; held?: string }),
    type: "application/octet-stream",
  };
}
