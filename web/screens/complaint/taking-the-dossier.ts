import { Problem } from "../../client.ts";

export type Wanted = { redact: string; also: string[]; language: string };

/** Fetches the dossier and hands it to the browser to keep; asked for by script, so that a refusal can be shown. */
export async function takeDossier(id: string, kind: "pdf" | "zip", { redact, also, language }: Wanted) {
  const query = new URLSearchParams({ redact, language });
  for (const name of also) query.append("also", name);
  const answer = await fetch(`/api/v1/complaints/${id}/dossier.${kind}?${query.toString()}`).catch(
    () => undefined,
  );
  if (!answer) throw new Problem(0, { code: "offline" });
  if (!answer.ok) throw new Problem(answer.status, (await answer.json().catch(() => ({}))) as object);
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name ?? `dossier.${kind}`;
  link.click();
  // Not at once: the browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
