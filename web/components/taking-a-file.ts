import { Problem } from "../client.ts";

/** Fetches a file and hands it to the browser to keep; asked for by script, so that a refusal can be shown. */
export async function takeFile(path: string, otherwise: string): Promise<void> {
  const answer = await fetch(`/api/v1${path}`).catch(() => undefined);
  if (!answer) throw new Problem(0, { code: "offline" });
  if (!answer.ok) throw new Problem(answer.status, (await answer.json().catch(() => ({}))) as object);
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name ?? otherwise;
  link.click();
  // Not at once: the browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
