import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folderOf = (name: string) => dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
const text = folderOf("@expo-google-fonts/source-sans-3");
const fontPaths = [
  join(text, "400Regular"),
  join(text, "600SemiBold"),
  join(folderOf("@expo-google-fonts/noto-emoji"), "400Regular"),
];

const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] });

/** What the other thread does: data in, a tagged PDF out. */
export default function typeset(order: { path: string; accessible?: boolean; data: string }): Uint8Array {
  const mainFileContent = readFileSync(order.path, "utf8");
  const compiled = compiler.compile({ mainFileContent, inputs: { data: order.data } });
  const { result } = compiled;
  if (!result) {
    const problem = compiled.takeError();
    const told = problem ? compiler.fetchDiagnostics(problem) : [];
    throw new Error(
      `not typeset: ${(told as { message?: string }[]).map(({ message }) => message).join("; ")}`,
    );
  }
  const pdf = compiler.pdf(result, order.accessible ? { pdfStandard: PdfStandard.UA_1 } : {});
  // Otherwise each document that was ever set stays in memory.
  compiler.evictCache(0);
  return pdf;
}
