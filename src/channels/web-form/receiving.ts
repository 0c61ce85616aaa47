import { holdFiles, withReasons } from "../../record/content/holding.ts";
import { createHash } from "node:crypto";
import type { File } from "../../core/complaint/events.ts";
import type { Desk } from "../../record/desk.ts";
import type { Filled } from "./form.ts";
import { subjectKinds } from "../../core/complaint/events.ts";
import { receive } from "../../casework/complaints/handle.ts";
import { firstWords } from "../../casework/complaints/summary.ts";
import { toE164 } from "../../casework/complaints/phone.ts";
import { isOneOf } from "./choices.ts";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Makes a complaint of a form without mistakes; the same form sent twice is one complaint. Answers its id. */
export async function receiveForm(
  desk: Desk,
  platform: string,
  language: "en" | "de",
  filled: Filled,
  files: File[],
): Promise<string> {
  const policy = await desk.policyAt(desk.now());
  const { statement = "", about } = filled;
  const said = (name: keyof Filled) => filled[name]?.trim() || undefined;
  const [name, email, typedPhone, programme, desiredOutcome] = [
    said("name"),
    said("email"),
    said("phone"),
    said("programme"),
    said("desiredOutcome"),
  ];
  const phone = typedPhone && toE164(typedPhone, policy.organisation.country);
  const receipt = {
    platform,
    channel: "web" as const,
    receivedAt: desk.now(),
    complainant: { language, ...(name && { name }), ...(email && { email }), ...(phone && { phone }) },
    subject: {
      kind: isOneOf(subjectKinds, about) ? about : ("other" as const),
      ...(programme && { programme }),
    },
    summary: firstWords(statement),
    statement: statement.trim(),
    ...(desiredOutcome && { desiredOutcome }),
    files: withReasons(files, await holdFiles(files, desk.scan)),
  };
  const request = filled.key && {
    key: digest(`web-form\0${filled.key}`),
    digest: digest(JSON.stringify([filled, files.map(({ name, bytes }) => [name, bytes.length])])),
  };
  const outcome = await receive(
    desk,
    { kind: "system", id: "web-form" },
    receipt,
    request ? { request } : {},
  );
  if ("kind" in outcome && (outcome.kind === "recorded" || outcome.kind === "repeated"))
    return outcome.complaintId;
  // The same page sent again with other words is a second complaint: better two than a lost one.
  if ("kind" in outcome && outcome.kind === "key-reused")
    return receiveForm(desk, platform, language, { ...filled, key: crypto.randomUUID() }, files);
  throw new Error("a form without mistakes was refused");
}
