import { takeFile } from "../../components/taking-a-file.ts";

export type Wanted = { redact: string; also: string[]; language: string };

export function takeDossier(id: string, kind: "pdf" | "zip", { redact, also, language }: Wanted) {
  const query = new URLSearchParams({ redact, language });
  for (const name of also) query.append("also", name);
  return takeFile(`/complaints/${id}/dossier.${kind}?${query.toString()}`, `dossier.${kind}`);
}
